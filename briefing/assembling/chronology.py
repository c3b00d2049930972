"""Chronologie: the dated facts, in order."""

from __future__ import annotations

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import Event
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import Kind


def chronology(dossier: Dossier, apparatus: Apparatus) -> tuple[Event, ...]:
    """Return the events by date; at one date, in the order of the dossier."""
    dated = [e for e in dossier.extracts if Kind.EVENT in e.kinds and e.date is not None]
    dated.sort(key=lambda extract: extract.date.sort_key if extract.date else (9999, 0, 0))
    return tuple(filter(None, (_event(extract, apparatus) for extract in dated)))


def _event(extract: Extract, apparatus: Apparatus) -> Event | None:
    if extract.date is None:
        return None
    return Event(
        id=anchor("date", extract.id),
        date=extract.date,
        dating=extract.dating,
        text=extract.statement,
        status=extract.status,
        support=apparatus.support([extract]),
        call=apparatus.call([extract]),
        # That of a position is written for a cell of the matrix, which tells whose it is.
        brief=() if Kind.POSITION in extract.kinds else extract.brief,
    )
