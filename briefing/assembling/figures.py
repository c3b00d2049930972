"""Chiffres clés: the figures that the analyst prints large."""

from __future__ import annotations

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import Figure
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import Kind

MOST_FIGURES = 6
"""More make a table, which nobody takes in at a glance; `check` tells of them (BR510)."""


def figures(dossier: Dossier, apparatus: Apparatus) -> tuple[Figure, ...]:
    """Return the first figures of the dossier that are worded to be displayed, in its order."""
    shown = displayed(dossier)[:MOST_FIGURES]
    return tuple(_figure(extract, apparatus) for extract in shown)


def displayed(dossier: Dossier) -> list[Extract]:
    """Return every extract that gives a figure to display."""
    return [e for e in dossier.extracts if e.figure and Kind.FIGURE in e.kinds]


def _figure(extract: Extract, apparatus: Apparatus) -> Figure:
    # That of a position is written for a cell of the matrix, which tells whose it is.
    brief = () if Kind.POSITION in extract.kinds else extract.brief
    return Figure(
        id=anchor("chiffre", extract.id),
        figure=extract.figure,
        text=brief or extract.statement,
        date=extract.date,
        dating=extract.dating,
        status=extract.status,
        call=apparatus.call([extract]),
        support=apparatus.support([extract]),
    )
