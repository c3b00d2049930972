"""The labels of the dates: flags on leaders that rise straight from their marks.

A flag flies to the right of its leader and is put down from right to left, each one above those
it would meet: its leader then crosses no other flag. Those too near to the right end fly to the
left, and are put down from left to right (the mirror image).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefing.drawing.flags import Flag
from briefing.drawing.values import Box

_AIR: Final = 3.4
_EDGE: Final = 0.01
_TURNED: Final = 6.0


def place(
    flags: Sequence[Flag], obstacles: Sequence[Box], left: float, right: float
) -> list[Box] | None:
    """Place the flags between `left` and `right`, as low as may be; None where it can't be done.

    Of the ways to part those that fly left from those that fly right, the lowest is kept.
    """
    tried = [_stacked(flags, turn, obstacles, left, right) for turn in _turns(flags)]
    found = [boxes for boxes in tried if boxes is not None]
    if not found:
        return None
    return max(found, key=lambda boxes: min(box.y for box in boxes) - _cost(flags, boxes))


def _cost(flags: Sequence[Flag], boxes: Sequence[Box]) -> float:
    """Words are read best from a straight left side: a flag to the left costs some height."""
    to_left = sum(box.x < flag.leader - _EDGE for flag, box in zip(flags, boxes, strict=True))
    return to_left * _TURNED


def _turns(flags: Sequence[Flag]) -> list[float]:
    """Return the abscissas where the flags may turn: nowhere, or in the widest gaps."""
    leaders = sorted(flag.leader for flag in flags)
    gaps = sorted(pairwise(leaders), key=lambda pair: pair[0] - pair[1])[:4]
    return [leaders[-1] + 1, *(sum(pair) / 2 for pair in gaps)]


def _stacked(
    flags: Sequence[Flag], turn: float, obstacles: Sequence[Box], left: float, right: float
) -> list[Box] | None:
    order = sorted(range(len(flags)), key=lambda index: (flags[index].leader, index))
    to_right = [index for index in reversed(order) if flags[index].leader <= turn]
    to_left = [index for index in order if flags[index].leader > turn]
    placed: dict[int, Box] = {}
    for index in (*to_right, *to_left):
        flag = flags[index]
        x = flag.leader if flag.leader <= turn else flag.leader - flag.width
        if x < left - _EDGE or x + flag.width > right + _EDGE:
            return None
        if index in to_left and _is_crossed(flag, [placed[other] for other in to_right]):
            return None
        placed[index] = _lowest(flag, x, [*placed.values(), *obstacles])
    return [placed[index] for index in range(len(flags))]


def _is_crossed(flag: Flag, taken: Sequence[Box]) -> bool:
    """Whether the leader of a flag to the left would touch one of those to the right."""
    return any(box.x + _EDGE < flag.leader < box.right + _AIR for box in taken)


def _lowest(flag: Flag, x: float, taken: Sequence[Box]) -> Box:
    box = Box(x, 0.0, flag.width, flag.height)
    tops = [other.y for other in taken if box.meets_across(other, _AIR)]
    return Box(x, min([flag.foot, *tops]) - _AIR - flag.height, flag.width, flag.height)
