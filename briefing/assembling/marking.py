"""The TLP label of an edition: the highest mark of what it holds (FIRST, TLP 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.assembling.members import members
from briefing.model.briefing import Briefing
from briefing.model.dossier import DeclaredDivergence, DeclaredQuestion, Dossier
from briefing.model.insets import all_boxes, all_illustrations
from briefing.model.notes import NoteEntry, Support
from briefing.model.source import Source
from briefing.model.text import Paragraph, Span
from briefing.model.vocabulary import Tlp

_BARE: Final = (str, Span, Source)
"""What holds no extract, and of which there is much."""


def highest_mark(
    briefing: Briefing, dossier: Dossier, foreword: Iterable[Paragraph] = ()
) -> Tlp | None:
    """Return the mark that most restricts what `briefing` shows of a cleared `dossier`."""
    marks = [mark for mark in _marks(briefing, dossier, foreword) if mark]
    return max(marks, key=lambda mark: mark.rank, default=None)


def _marks(
    briefing: Briefing, dossier: Dossier, foreword: Iterable[Paragraph]
) -> Iterator[Tlp | None]:
    shown = _extracts(briefing)
    extracts = [extract for extract in dossier.extracts if extract.id in shown]
    used = {extract.source for extract in extracts}
    listed = "sources" in briefing.sections
    yield from (extract.tlp for extract in extracts)
    yield from (s.tlp for s in dossier.sources if listed or s.id in used)
    yield from (paragraph.tlp for paragraph in foreword)
    if "chapeau" in briefing.sections:
        yield from (paragraph.tlp for paragraph in dossier.introduction)
    if "méthode" in briefing.sections:
        yield from (paragraph.tlp for paragraph in dossier.method)
    for section in dossier.sections:
        if section.id in briefing.sections:
            yield section.tlp
            yield from (paragraph.tlp for paragraph in section.text)
    yield from _of_items(briefing, dossier)
    yield from _of_parts(briefing, dossier)
    yield from (party.tlp for party in briefing.parties)
    yield from (issue.tlp for issue in briefing.issues)
    yield from (person.tlp for person in briefing.people)


def _of_items(briefing: Briefing, dossier: Dossier) -> Iterator[Tlp | None]:
    if briefing.key_points:
        yield from (point.tlp for point in dossier.key_points)
    if briefing.matrix or briefing.highlights:
        yield from (position.tlp for position in dossier.positions)
    sided: list[DeclaredQuestion | DeclaredDivergence] = []
    sided += dossier.questions if briefing.questions else ()
    sided += dossier.divergences if briefing.divergences else ()
    for item in sided:
        yield item.tlp
        yield from (side.tlp for side in item.sides)


def _of_parts(briefing: Briefing, dossier: Dossier) -> Iterator[Tlp | None]:
    cover = (briefing.cover,) if briefing.cover else ()
    for figure in (*cover, *all_illustrations(briefing)):
        yield figure.tlp
        yield figure.source.source.tlp if figure.source else None
    shown = {box.id for box in all_boxes(briefing)}
    for box in dossier.boxes:
        if box.id in shown:
            yield box.tlp
            yield from (paragraph.tlp for paragraph in box.text)


def _extracts(briefing: Briefing) -> set[str]:
    """Return the ids of the extracts that bear out or stand in anything of `briefing`."""
    found: set[str] = set()
    waiting: list[object] = [briefing]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Support):
            found.update(value.extracts)
        elif isinstance(value, NoteEntry):
            found.add(value.extract.id)
        elif isinstance(value, tuple):
            waiting += value
        elif not isinstance(value, _BARE):
            waiting += [getattr(value, name) for name in members(value)]
    return found
