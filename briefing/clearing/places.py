"""Places in files, which tell how much stands above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from briefing.model.dossier import DeclaredDivergence, DeclaredQuestion, Dossier

Placed = TypeVar("Placed", bound=Any)
Sided = TypeVar("Sided", DeclaredQuestion, DeclaredDivergence)


def without_lines(dossier: Dossier) -> Dossier:
    """Return `dossier` with every line at 0."""
    return replace(
        dossier,
        parties=_unplaced(dossier.parties),
        issues=_unplaced(dossier.issues),
        people=_unplaced(dossier.people),
        acronyms=_unplaced(dossier.acronyms),
        key_points=_unplaced(dossier.key_points),
        positions=_unplaced(dossier.positions),
        questions=_unsided(dossier.questions),
        divergences=_unsided(dossier.divergences),
        introduction=_unplaced(dossier.introduction),
        method=_unplaced(dossier.method),
        sections=tuple(replace(s, line=0, text=_unplaced(s.text)) for s in dossier.sections),
        cover=replace(dossier.cover, line=0) if dossier.cover else None,
        figures=_unplaced(dossier.figures),
        boxes=tuple(replace(b, text=_unplaced(b.text), line=0) for b in dossier.boxes),
        theme=replace(dossier.theme, line=0),
        since=replace(dossier.since, line=0) if dossier.since else None,
        sources=tuple(replace(s, line=0, document_line=0) for s in dossier.sources),
        extracts=_unplaced(dossier.extracts),
    )


def _unplaced(items: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(replace(item, line=0) for item in items)


def _unsided(items: Iterable[Sided]) -> tuple[Sided, ...]:
    return tuple(replace(item, sides=_unplaced(item.sides), line=0) for item in items)
