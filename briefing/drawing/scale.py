"""A linear scale in days, cut where nothing happens for long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice, pairwise
from typing import Final

from briefing.drawing.days import Days
from briefing.drawing.values import Segment

BREAK: Final = 46.0
"""The width of a cut stretch: it holds its length in words."""
_JUMP: Final = 4
"""A stretch is cut when it is as many times as long as the next shorter one."""
_SHARE: Final = 0.2
"""And when it would take this share of what is left of the axis."""
_MOST: Final = 3
"""An axis cut more often, or as often as not, says nothing of time any more."""
_WORTH: Final = 2
"""Times its own width that a cut must spare."""


class Unit(Enum):
    """The smallest unit of the calendar that is marked."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_LONGEST: Final = {Unit.DAY: 45, Unit.MONTH: 6 * 366}


@dataclass(frozen=True, slots=True)
class Scale:
    """The segments of an axis, at one scale."""

    segments: tuple[Segment, ...]
    per_day: float
    unit: Unit

    def at(self, day: float) -> float:
        """Return the abscissa of a day; one that is cut stands at the end before it."""
        held = self.segments[0]
        for segment in self.segments:
            if segment.first <= day:
                held = segment
        inside = min(max(day, held.first), held.last)
        return held.x + (inside - held.first) * self.per_day


def make_scale(spans: Sequence[Days], left: float, right: float) -> Scale:
    """Return the scale that shows `spans` between the abscissas `left` and `right`."""
    parts = _parts(spans)
    unit = _unit(sum(last - first for first, last in parts))
    rounded = _merged((_floor(first, unit), _ceiling(last, unit)) for first, last in parts)
    least = _WORTH * BREAK / _per_day(rounded, right - left)
    rounded = _merged(rounded, least)
    per_day = _per_day(rounded, right - left)
    segments: list[Segment] = []
    x = left
    for first, last in rounded:
        segments.append(Segment(first, last, x, x + (last - first) * per_day))
        x = segments[-1].right + BREAK
    return Scale(tuple(segments), per_day, unit)


def _parts(spans: Sequence[Days]) -> list[tuple[int, int]]:
    """Return the parts of the axis: what is covered, joined across the gaps that are shown."""
    covered = _merged((span.first, span.last) for span in spans)
    least = _least_cut([after[0] - before[1] for before, after in pairwise(covered)], covered)
    parts = [covered[0]]
    for first, last in covered[1:]:
        if least and first - parts[-1][1] >= least:
            parts.append((first, last))
        else:
            parts[-1] = (parts[-1][0], last)
    return parts


def _least_cut(gaps: Sequence[int], covered: Sequence[tuple[int, int]]) -> int:
    """Return the length from which a gap is cut, 0 to cut none."""
    longest = sorted(gaps, reverse=True)
    shown = covered[-1][1] - covered[0][0]
    least = 0
    for gap, shorter in islice(pairwise(longest), min(_MOST, len(gaps) // 2)):
        if gap < _SHARE * shown:
            break
        if gap >= _JUMP * shorter:
            least = gap
        shown -= gap
    return least


def _per_day(parts: Sequence[tuple[int, int]], width: float) -> float:
    return (width - BREAK * (len(parts) - 1)) / sum(last - first for first, last in parts)


def _merged(parts: Iterable[tuple[int, int]], least: float = 0) -> list[tuple[int, int]]:
    """Join the parts that touch, or are not `least` days apart."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(parts):
        if merged and first <= merged[-1][1] + least:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _unit(days: int) -> Unit:
    return next((unit for unit, longest in _LONGEST.items() if days <= longest), Unit.YEAR)


def _floor(day: int, unit: Unit) -> int:
    at = date.fromordinal(day)
    if unit is Unit.DAY:
        return max(day - 1, 1)
    return at.replace(month=at.month if unit is Unit.MONTH else 1, day=1).toordinal()


def _ceiling(day: int, unit: Unit) -> int:
    if unit is Unit.DAY:
        return min(day + 1, date.max.toordinal())
    return next_unit(_floor(day - 1, unit), unit)


def next_unit(day: int, unit: Unit) -> int:
    """Return the first day of the next unit after the one that begins on `day`."""
    at = date.fromordinal(day)
    if unit is Unit.DAY:
        return day + 1
    months = at.year * 12 + at.month - 1 + (1 if unit is Unit.MONTH else 12)
    if months // 12 > date.max.year:
        return date.max.toordinal() + 1
    return date(months // 12, months % 12 + 1, 1).toordinal()
