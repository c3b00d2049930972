"""Notes and source numbers, given out in the order in which a reader meets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.assembling.corroboration import distinct_sources
from briefing.assembling.ibid import repeated
from briefing.assembling.own_words import own_words
from briefing.model.audience import Audience, Depth, NoteStyle
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.notes import Call, Note, NoteEntry, SourceEntry, Support
from briefing.model.verification import Evidence
from briefing.model.vocabulary import VOICE_RANKS


class Apparatus:
    """The one mutable thing of an assembly: what was cited so far.

    The sections call it in print order, so that notes and sources are numbered as a reader
    meets them.
    """

    def __init__(
        self,
        dossier: Dossier,
        evidence: Evidence | None = None,
        *,
        draft: bool = False,
        audience: Audience | None = None,
    ) -> None:
        """Number what `audience` is shown; without one, everything."""
        self._depth = audience.depth if audience else Depth.ALL
        self._style = audience.notes if audience else NoteStyle.FULL
        self.gathers = bool(audience and audience.product.quotations)
        """Whether quotations printed large stand together, whoever they concern."""
        self.in_cell = 1 if audience and audience.product.digest else 2
        """The most statements of a cell: more make it longer than its row can bear."""
        self.mailed = bool(audience and audience.product.mail)
        """Whether an e-mail is made, which names a few positions alone."""
        listed = audience is None or "sources" in audience.sections
        self._refers = listed or self._style is not NoteStyle.NONE
        self._verifications = evidence.verifications if evidence else {}
        self._marks_doubts = draft or (evidence is not None and not evidence.accepted)
        self.extracts = {extract.id: extract for extract in dossier.extracts}
        self._sources = {source.id: source for source in dossier.sources}
        self._taken = Counter(extract.source for extract in dossier.extracts)
        self._numbered: dict[str, SourceEntry] = {}
        self._printed: dict[str, int] = {}
        self._notes: list[Note] = []
        self._ibid = dossier.typography.ibid
        self._supporters: dict[str, list[Extract]] = {}
        for extract in dossier.extracts:
            for id_ in extract.supports:
                self._supporters.setdefault(id_, []).append(extract)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note so far, in order."""
        return tuple(self._notes)

    @property
    def quotes(self) -> bool:
        """Whether the audience reads notes at all."""
        return self._style is not NoteStyle.NONE and self._depth is not Depth.NONE

    @property
    def details(self) -> bool:
        """Whether the audience reads the detail of positions, beside the matrix."""
        return self._depth is not Depth.NONE

    def supporters(self, id_: str) -> list[Extract]:
        """Return the extracts that bear out the item `id_`, in the order of the dossier."""
        return self._supporters.get(id_, [])

    def find(self, ids: Iterable[str]) -> list[Extract]:
        """Return the extracts of `ids`, once each; unknown ones were reported when reading."""
        return [self.extracts[id_] for id_ in dict.fromkeys(ids) if id_ in self.extracts]

    def knows(self, id_: str) -> bool:
        """Say whether there is a source `id_`."""
        return id_ in self._sources

    def source(self, id_: str) -> SourceEntry:
        """Return the numbered entry of a source, numbering it at its first citation."""
        entry = self._numbered.get(id_)
        if entry is None:
            entry = self._number(id_, cited=True)
        return entry

    def call(self, extracts: Sequence[Extract]) -> Call | None:
        """Call the notes that bear an item out: each extract is quoted once in a briefing.

        Extracts quoted before are recalled by their note's number; the others share a new note.
        """
        if not extracts or not self.quotes:
            return None
        shown = [most_direct(extracts)] if self._depth is Depth.ONE else extracts
        recalled = {self._printed[e.id] for e in shown if e.id in self._printed}
        fresh = [extract for extract in shown if extract.id not in self._printed]
        return Call(tuple(sorted(recalled)), self._note(fresh))

    def support(self, extracts: Sequence[Extract]) -> Support:
        """Sum up what bears an item out; numbers its sources if they weren't yet."""
        return self.numbered(self.unnumbered_support(extracts))

    def numbered(self, support: Support) -> Support:
        """Return `support` with its sources' numbers, which they get now if they had none."""
        if not self._refers:  # to a list of sources that isn't there
            return support
        numbers = {self.source(e.source).number for e in self.find(support.extracts)}
        return replace(support, numbers=tuple(sorted(numbers)))

    def unnumbered_support(self, extracts: Sequence[Extract]) -> Support:
        """Sum up what bears out an item that may be printed later, or not at all."""
        return Support(
            extracts=tuple(extract.id for extract in extracts),
            sources=distinct_sources(extracts),
            numbers=(),
            statuses=tuple(dict.fromkeys(e.status for e in extracts if e.status)),
            anonymous=bool(extracts) and all(extract.anonymous for extract in extracts),
        )

    def bibliography(self) -> tuple[SourceEntry, ...]:
        """Return every source, cited ones by number, then the others."""
        for id_ in self._sources:
            if id_ not in self._numbered:
                self._number(id_, cited=False)
        return tuple(self._numbered.values())

    def _number(self, id_: str, *, cited: bool) -> SourceEntry:
        entry = SourceEntry(len(self._numbered) + 1, self._sources[id_], self._taken[id_], cited)
        self._numbered[id_] = entry
        return entry

    def entry(self, extract: Extract) -> NoteEntry:
        """Return an extract as a note has it; numbers its source if it wasn't yet."""
        entry = self.source(extract.source)
        found = self._verifications.get(extract.id)
        if self._style is NoteStyle.SHORT and not extract.pulled:
            extract = replace(extract, quotation="")
            found = replace(found, fragments=()) if found else None
        unproved = bool(extract.quotation) and not (found and found.verified)
        return NoteEntry(
            extract,
            entry,
            found,
            doubtful=self._marks_doubts and unproved,
            own_words=own_words(extract, entry.source),
        )

    def _note(self, quoted: Sequence[Extract]) -> Note | None:
        if not quoted:
            return None
        number = len(self._notes) + 1
        entries = tuple(map(self.entry, quoted))
        if self._ibid:
            entries = repeated(entries, self._notes[-1] if self._notes else None)
        self._printed.update({extract.id: number for extract in quoted})
        note = Note(number, entries)
        self._notes.append(note)
        return note


def most_direct(extracts: Sequence[Extract]) -> Extract:
    """Return the most direct voice; of equals, the first in the dossier."""
    return min(extracts, key=lambda e: VOICE_RANKS[e.voice] if e.voice else len(VOICE_RANKS))
