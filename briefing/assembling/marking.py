"""The TLP label of an edition: the highest mark of what it holds (FIRST, TLP 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from briefing.model.briefing import Briefing, NoteEntry, Support
from briefing.model.dossier import DeclaredDivergence, DeclaredQuestion, Dossier
from briefing.model.text import Paragraph
from briefing.model.vocabulary import Tlp


def highest_mark(
    briefing: Briefing, dossier: Dossier, foreword: Iterable[Paragraph] = ()
) -> Tlp | None:
    """Return the mark that most restricts what `briefing` shows of a cleared `dossier`."""
    marks = [mark for mark in _marks(briefing, dossier, foreword) if mark]
    return max(marks, key=lambda mark: mark.rank, default=None)


def _marks(
    briefing: Briefing, dossier: Dossier, foreword: Iterable[Paragraph]
) -> Iterator[Tlp | None]:
    shown = set(_extracts(briefing))
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
    yield from _of_items(briefing, dossier)
    yield from (party.tlp for party in briefing.parties)
    yield from (issue.tlp for issue in briefing.issues)
    yield from (person.tlp for person in briefing.people)


def _of_items(briefing: Briefing, dossier: Dossier) -> Iterator[Tlp | None]:
    if briefing.key_points:
        yield from (point.tlp for point in dossier.key_points)
    if briefing.matrix:
        yield from (position.tlp for position in dossier.positions)
    sided: list[DeclaredQuestion | DeclaredDivergence] = []
    sided += dossier.questions if briefing.questions else ()
    sided += dossier.divergences if briefing.divergences else ()
    for item in sided:
        yield item.tlp
        yield from (side.tlp for side in item.sides)


def _extracts(value: object) -> Iterator[str]:
    """Yield the ids of the extracts that bear out or stand in anything of `value`."""
    if isinstance(value, Support):
        yield from value.extracts
    elif isinstance(value, NoteEntry):
        yield value.extract.id
    elif isinstance(value, tuple):
        for item in value:
            yield from _extracts(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _extracts(getattr(value, each.name))
