"""► Points clés."""

from __future__ import annotations

from briefing.assembling.apparatus import Apparatus, most_direct
from briefing.model.briefing import KeyPoint
from briefing.model.dossier import DeclaredKeyPoint, Dossier


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
        lead = apparatus.extracts.get(point.lead) or most_direct(extracts)
        call = apparatus.call([lead])
    return KeyPoint(point.id, point.text, call, apparatus.support(extracts))
