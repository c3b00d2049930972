"""► Points clés."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import KeyPoint
from briefing.model.dossier import DeclaredKeyPoint, Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import VOICE_RANKS


def key_points(dossier: Dossier, apparatus: Apparatus) -> tuple[KeyPoint, ...]:
    """Return the key points in the analyst's order, each with one leading quotation.

    The first page must stay legible: a key point quotes its best extract. Its mark of support
    gives the numbers of all its sources, whose quotations stand further on.
    """
    return tuple(_key_point(point, apparatus) for point in dossier.key_points)


def _key_point(point: DeclaredKeyPoint, apparatus: Apparatus) -> KeyPoint:
    extracts = apparatus.supporters(point.id)
    call = None
    if extracts:
        lead = apparatus.extracts.get(point.lead) or _most_direct(extracts)
        call = apparatus.call([lead])
    return KeyPoint(point.id, point.text, call, apparatus.support(extracts))


def _most_direct(extracts: Sequence[Extract]) -> Extract:
    """The most direct voice; of equals, the first in the dossier."""
    return min(extracts, key=lambda e: VOICE_RANKS[e.voice] if e.voice else len(VOICE_RANKS))
