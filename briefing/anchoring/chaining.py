"""Quotations with elisions: their parts in order, each within reach of the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.anchoring.searching import Stretch

REACH = 2000
"""Characters that one `[…]` may pass over: about a page. Beyond it, two quotations are one."""

Chain = tuple[Stretch, ...]


def chains(found: Sequence[Sequence[Stretch]], reach: int | None = REACH) -> list[Chain]:
    """Return every way to read the parts in order; each entry of `found` is one part's places.

    Parts that repeat are read with the nearest that follows, and a beginning that repeats before
    them with the last one.
    """
    first, *rest = found
    ends: dict[Stretch, Chain] = {}
    for start in first:
        if chain := _follow(start, rest, reach):
            ends[chain[-1]] = chain  # a later beginning is a nearer one
    return sorted(ends.values())


def _follow(first: Stretch, rest: Sequence[Sequence[Stretch]], reach: int | None) -> Chain | None:
    chain = [first]
    for places in rest:
        end = chain[-1][1]
        index = bisect_left(places, (end, 0))
        if index == len(places) or (reach is not None and places[index][0] - end > reach):
            return None
        chain.append(places[index])
    return tuple(chain)
