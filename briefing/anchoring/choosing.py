"""Choosing between several places of one quotation: by its context, then by a hint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.anchoring.normalising import Normalised, normalise
from briefing.anchoring.searching import Stretch
from briefing.anchoring.values import Query

ENOUGH = 6
"""Signs of context that must agree: fewer do so by chance."""


def choose(
    document: Normalised, chains: Sequence[Sequence[Stretch]], query: Query
) -> Sequence[Stretch] | None:
    """Return the one of `chains` that context or hint tells from the others, if any."""
    if len(chains) == 1:
        return chains[0]
    best = _by_context(document, chains, query)
    if len(best) > 1 and query.hint is not None:
        hint = query.hint
        best = _least(best, [abs(document.place(*c[0]).start - hint) for c in best])
    return best[0] if len(best) == 1 else None


def _by_context(
    document: Normalised, chains: Sequence[Sequence[Stretch]], query: Query
) -> Sequence[Sequence[Stretch]]:
    prefix = _bare(normalise(query.prefix).text)[::-1]
    suffix = _bare(normalise(query.suffix).text)
    if not prefix and not suffix:
        return chains
    scores = []
    for chain in chains:
        start, end = chain[0][0], chain[-1][1]
        before = _bare(document.text[max(0, start - 2 * len(prefix) - 8) : start])[::-1]
        after = _bare(document.text[end : end + 2 * len(suffix) + 8])
        scores.append(_common(prefix, before) + _common(suffix, after))
    if max(scores) < min(ENOUGH, len(prefix) + len(suffix)):
        return chains
    return _least(chains, [-score for score in scores])


def _least(chains: Sequence[Sequence[Stretch]], costs: list[int]) -> Sequence[Sequence[Stretch]]:
    least = min(costs)
    return [chain for chain, cost in zip(chains, costs, strict=True) if cost == least]


def _bare(text: str) -> str:
    """Return the letters and digits: at the edge of a context, signs and spaces are uncertain."""
    return re.sub(r"\W+", "", text)


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
