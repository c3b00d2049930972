"""The stretch of a text, word by word, that a few words come nearest to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


def align(wanted: Sequence[str], window: Sequence[str]) -> tuple[int, int, int]:
    """Return the least number of changes, and the words of `window` between which it is reached."""
    cost, last = _best_end(wanted, window)
    back, length = _best_end(wanted[::-1], window[:last][::-1])
    return min(cost, back), last - length, last


def _best_end(wanted: Sequence[str], window: Sequence[str]) -> tuple[int, int]:
    """Return the least distance of `wanted` to a stretch of `window`, and where that ends.

    Myers's bit-parallel search (1999), with words for letters: one word of the window costs a
    few operations on whole numbers, however long the quotation.
    """
    masks: defaultdict[str, int] = defaultdict(int)
    for place, word in enumerate(wanted):
        masks[word] |= 1 << place
    size = len(wanted)
    full, high = (1 << size) - 1, 1 << (size - 1)
    up, down = full, 0
    score = best = size
    best_end = 0
    for end, word in enumerate(window, 1):
        match = masks.get(word, 0)
        across = (((match & up) + up) ^ up) | match | down
        up_across = (down | ~(across | up)) & full
        down_across = up & across
        score += bool(up_across & high) - bool(down_across & high)
        up_across = up_across << 1 & full
        down_across = down_across << 1 & full
        along = match | down
        up = (down_across | ~(along | up_across)) & full
        down = up_across & along
        if score < best:
            best, best_end = score, end
    return best, best_end
