"""The dossier of a case with what is withheld deleted by hand.

What is deleted is reckoned here from the rules as README tells them, not by the code under test.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.audience import Anonymous, Depth, NoteStyle
from briefing.model.dossier import Dossier, Side
from briefing.model.extract import Extract
from briefing.model.parts import PARTY_PLACE, DeclaredBox, DeclaredFigure
from briefing.model.vocabulary import Tlp
from briefing.reading.parts import COVER
from tests.clearing.marked import (
    BOXES,
    DIVERGENCES,
    EXTRACTS,
    FIGURES,
    HELD,
    ISSUES,
    OWN,
    PARTIES,
    POINTS,
    QUESTIONS,
    SOURCES,
    Case,
    Prose,
    Sentence,
    digest,
    letters,
    pixels,
    with_texts,
    word,
)


def deleted(case: Case) -> Dossier:
    """Return the dossier of `case` with all that its audience may not see taken out by hand."""
    return _Deletion(case).dossier()


def secrets(case: Case) -> set[str]:
    """Return the words that tell of what is withheld, and of nothing else."""
    return _Deletion(case).words()


class _Deletion:
    def __init__(self, case: Case) -> None:
        self.case, self.audience, self.whole = case, case.audience, case.dossier
        ranks = list(Tlp)
        limit = ranks.index(self.audience.clearance)
        self.closed = {None: False} | {mark: ranks.index(mark) > limit for mark in ranks}
        whole = self.whole
        self.parties = {p.id for p in whole.parties if self.closed[p.tlp]}
        self.issues = {i.id for i in whole.issues if self.closed[i.tlp]}
        self.people = {p.name for p in whole.people if self.closed[p.tlp]}
        marked = {s.id for s in whole.sources if self.closed[s.tlp]}
        self.extracts = {e.id for e in whole.extracts if self._goes(e, marked)}
        left = {e.source for e in whole.extracts if e.id not in self.extracts}
        self.sources = {s.id for s in whole.sources if s.id in marked or s.id not in left}

    def _goes(self, extract: Extract, sources: set[str]) -> bool:
        name = extract.speaker.name if extract.speaker else ""
        hides_unnamed = self.audience.anonymous is Anonymous.WITHHELD
        return (
            self.closed[extract.tlp]
            or extract.source in sources
            or (extract.anonymous and hides_unnamed)
            or (bool(extract.parties) and set(extract.parties) <= self.parties)
            or (bool(extract.issues) and set(extract.issues) <= self.issues)
            or name in self.people
        )

    def _unproved(self, id_: str) -> bool:
        by = {e.id for e in self.whole.extracts if id_ in e.supports}
        return bool(by) and by <= self.extracts

    def dossier(self) -> Dossier:
        whole = self.whole
        points = [k for k in whole.key_points if not (self.closed[k.tlp] or self._unproved(k.id))]
        held = [
            p
            for p in whole.positions
            if not (self.closed[p.tlp] or self._unproved(p.id))
            and p.party not in self.parties
            and p.issue not in self.issues
        ]
        questions = [
            replace(q, sides=self._sides(q.sides))
            for q in whole.questions
            if not self.closed[q.tlp]
        ]
        divergences = [
            replace(d, sides=self._sides(d.sides))
            for d in whole.divergences
            if not self.closed[d.tlp] and (self._sides(d.sides) or not d.sides)
        ]
        known = {k.id for k in points} | {p.id for p in held} | {q.id for q in questions}
        bare = replace(
            self.case.bare,
            parties=tuple(p for p in whole.parties if p.id not in self.parties),
            issues=tuple(i for i in whole.issues if i.id not in self.issues),
            people=tuple(p for p in whole.people if p.name not in self.people),
            key_points=tuple(
                replace(k, lead="" if k.lead in self.extracts else k.lead) for k in points
            ),
            positions=tuple(held),
            questions=tuple(questions),
            divergences=tuple(divergences),
            sources=tuple(
                replace(s, line=1 if self.audience.is_restricted else s.line)
                for s in whole.sources
                if s.id not in self.sources
            ),
            extracts=tuple(
                self._extract(e, known) for e in whole.extracts if e.id not in self.extracts
            ),
        )
        texts = {id_: self._text(text) for id_, text in self.case.texts.items()}
        bare = replace(
            bare,
            cover=next(iter(self._figures([whole.cover] if whole.cover else [])), None),
            figures=self._figures(whole.figures),
            boxes=tuple(
                replace(b, line=1 if self.audience.is_restricted else b.line)
                for b in whole.boxes
                if not self.closed[b.tlp] and not self._is_lost(b.place) and texts[b.id]
            ),
            sections=tuple(
                replace(s, line=1 if self.audience.is_restricted else s.line)
                for s in whole.sections
                if not self.closed[s.tlp] and texts[s.id]
            ),
        )
        return with_texts(bare, texts)

    def _figures(self, figures: Sequence[DeclaredFigure]) -> tuple[DeclaredFigure, ...]:
        return tuple(
            replace(f, line=1 if self.audience.is_restricted else f.line)
            for f in figures
            if not self.closed[f.tlp] and not self._is_lost(f.place)
            if f.source not in self.sources
        )

    def _is_lost(self, place: str) -> bool:
        return place in {PARTY_PLACE + id_ for id_ in self.parties}

    def _extract(self, extract: Extract, known: set[str]) -> Extract:
        return replace(
            extract,
            parties=tuple(p for p in extract.parties if p not in self.parties),
            issues=tuple(i for i in extract.issues if i not in self.issues),
            supports=tuple(s for s in extract.supports if s in known),
            line=1 if self.audience.is_restricted else extract.line,
        )

    def _sides(self, sides: Sequence[Side]) -> tuple[Side, ...]:
        left = []
        for side in sides:
            gone = bool(side.extracts) and set(side.extracts) <= self.extracts
            if not gone and not self.closed[side.tlp]:
                kept = tuple(e for e in side.extracts if e not in self.extracts)
                left.append(replace(side, extracts=kept))
        return tuple(left)

    def _text(self, text: Sequence[Prose]) -> tuple[Prose, ...]:
        left: list[Prose] = []
        sections: list[list[Prose]] = []
        for prose in text:
            if prose.role == "heading" or not sections:
                sections.append([])
            sections[-1].append(prose)
        for section in sections:
            heading = section[0] if section[0].role == "heading" else None
            if heading and self.closed[heading.mark]:
                continue
            body = section[1:] if heading else section
            kept = [made for prose in body if (made := self._prose(prose))]
            if heading and (kept or not body):
                left.append(heading)
            left += kept
        return tuple(left)

    def _prose(self, prose: Prose) -> Prose | None:
        if self.closed[prose.mark]:
            return None
        sentences = tuple(
            Sentence(s.text, tuple(id_ for id_ in s.cites if id_ not in self.extracts))
            for s in prose.sentences
            if not (s.cites and set(s.cites) <= self.extracts)
        )
        return replace(prose, sentences=sentences) if sentences else None

    def words(self) -> set[str]:
        before, after = repr(self.whole), repr(self.dossier())
        names = (
            *(*PARTIES, *ISSUES, *POINTS, *HELD, *QUESTIONS, *DIVERGENCES, *SOURCES, *EXTRACTS),
            *("ja", "jb"),
            *(f"{of}{end}" for of in (*QUESTIONS, *DIVERGENCES) for end in "xy"),
            *(f"{of}t{number}" for of in ("", *BOXES, *OWN) for number in range(4)),
            *(f"{of}c{n}{end}" for of in ("", *BOXES, *OWN) for n in range(4) for end in "abc"),
            *(*FIGURES, *BOXES, *OWN, COVER),
        )
        pictures = {digest(id_): id_ for id_ in (*FIGURES, COVER)}
        told = (*map(word, names), *pictures)
        gone = {said for said in told if said in before and said not in after}
        shown = {b64encode(pixels(id_)).decode() for sha, id_ in pictures.items() if sha in gone}
        return gone | shown | set(self._unquoted()) | set(self._unplaced())

    def _quotes(self, extract: Extract) -> bool:
        """Say whether the edition may show a quotation."""
        product, notes = self.audience.product, self.audience.notes
        if notes is NoteStyle.SHORT:
            return extract.pulled or bool(product.quotations)
        return notes is NoteStyle.FULL or product.annex

    def _parts(self) -> tuple[DeclaredFigure | DeclaredBox, ...]:
        return (*self.whole.figures, *self.whole.boxes)

    def _unplaced(self) -> Iterator[str]:
        """Yield the words of what stands in sections that the audience isn't given."""
        sections = set(self.audience.sections)
        if self.audience.depth is not Depth.NONE and "positions" in sections:
            sections |= {PARTY_PLACE + id_ for id_ in PARTIES}
        for part in self._parts():
            if part.place not in sections:
                yield word(part.id)
                yield digest(part.id)

    def _unquoted(self) -> Iterator[str]:
        """Yield the words of quotations that aren't shown, and of those who say them."""
        left = {extract.id for extract in self.whole.extracts} - self.extracts
        for id_ in set(EXTRACTS) - left:  # of which no text uses the acronym
            yield from (letters(id_), word(f"{id_}s"))
        summarises = self.audience.anonymous is Anonymous.SUMMARISED
        for extract in self.whole.extracts:
            if extract.id in self.extracts or (extract.anonymous and summarises):
                yield from (word(f"{extract.id}q"), word(f"{extract.id}d"))
            elif self.audience.is_restricted and not self._quotes(extract):  # else as a context
                yield word(f"{extract.id}q")
