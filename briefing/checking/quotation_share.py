"""« Courte citation »: which share of each document a dossier quotes. A figure, no legal claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.checking.words import ELISION, count_words, covered, runs, words
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.finding import Finding, message
from briefing.reading.findings import warning

RUN = 4
"""So many words in a row that were quoted before aren't counted again."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one document is quoted, in words."""

    source: str
    quoted: int
    """A passage that two extracts quote counts once."""
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 for an empty document."""
        return min(1.0, self.quoted / self.total) if self.total else 0.0


def shares(dossier: Dossier, documents: Mapping[str, str]) -> tuple[Share, ...]:
    """Return the share quoted of each document that is given, by id of its source."""
    extracts: dict[str, list[Extract]] = {}
    for extract in dossier.extracts:
        extracts.setdefault(extract.source, []).append(extract)
    return tuple(
        Share(source.id, _quoted(extracts.get(source.id, ())), count_words(documents[source.id]))
        for source in dossier.sources
        if source.id in documents
    )


def share_findings(dossier: Dossier, documents: Mapping[str, str]) -> list[Finding]:
    """Return the documents of which more is quoted than `[controle]` sets."""
    limit = dossier.checks.largest_share
    sources = {source.id: source for source in dossier.sources}
    found = []
    for share in shares(dossier, documents):
        if share.share <= limit:
            continue
        source = sources[share.source]
        text = message(
            "{quoted} words of {total} are quoted, {percent} % of the document;"
            " the threshold is {limit} %",
            quoted=share.quoted,
            total=share.total,
            percent=round(share.share * 100),
            limit=round(limit * 100, 1) if limit * 100 % 1 else round(limit * 100),
        )
        hint = message("shorten its quotations, or set part-citee in [controle]")
        found.append(warning("BR509", source.path, source.line, text, hint))
    return found


def _quoted(extracts: Iterable[Extract]) -> int:
    """Count the words of `extracts`, those of a passage quoted twice once."""
    known: set[tuple[str, ...]] = set()
    count = 0
    for extract in extracts:
        for part in ELISION.split(extract.quotation):
            items = words(part)
            length = min(RUN, len(items))
            count += len(items) - covered(items, known, length)
            known.update(runs(items, length))
    return count
