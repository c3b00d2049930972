"""The marks of the calendar: days under months, months under years, or years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from briefing.drawing.scale import Scale, Unit, next_unit
from briefing.drawing.values import Break, Measure, Run, Segment, Tick, Words

SIZE: Final = 6.8
"""Of the words of the axis."""
MINOR: Final = 10.0
"""The baseline of the small unit, under the axis."""
MAJOR: Final = 19.5
"""The baseline of the large unit."""
DEPTH: Final = 23.0
"""What the axis takes under its line."""
_STEPS: Final = {
    Unit.DAY: (1, 2, 5, 10),
    Unit.MONTH: (1, 2, 3, 6, 12),
    Unit.YEAR: (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000),
}
_AIR: Final = 3.0


def ticks(scale: Scale, words: Words, measure: Measure) -> tuple[Tick, ...]:
    """Return every tick of an axis, the texts of each row clear of one another."""
    unit = scale.unit
    step = _step(scale, words, measure)
    found: list[Tick] = []
    for segment in scale.segments:
        starts = [*_starts(segment, unit), segment.last]
        free = {False: segment.x, True: segment.x}
        for start, end in pairwise(starts):
            if not _falls(start, unit, step) and start != segment.first:
                continue
            major = _is_major(start, unit)
            shown = _falls(start, unit, step)
            middle = (scale.at(start), scale.at(end)) if step == 1 else None
            text = _minor(start, unit, words) if shown else ""
            run = _text(text, scale.at(start), middle, MINOR, measure)
            run = _if_free(run, free, segment, measure, major=False)
            found.append(Tick(scale.at(start), major, run, line=shown))
            if unit is not Unit.YEAR and (major or start == segment.first):
                wide = Run(scale.at(start), MAJOR, _major(start, unit, words), "date")
                fits = _if_free(wide, free, segment, measure, major=True)
                found.append(Tick(scale.at(start), major=True, text=fits, line=False))
    return tuple(found)


def breaks(scale: Scale, words: Words, measure: Measure) -> tuple[Break, ...]:
    """Return the cut stretches, each with its length."""
    return tuple(
        Break(before.right, after.x, _gap(before, after, words, measure))
        for before, after in pairwise(scale.segments)
    )


def _gap(before: Segment, after: Segment, words: Words, measure: Measure) -> Run:
    text = words.gap(after.first - before.last)
    middle = (before.right + after.x - measure(text, SIZE)) / 2
    return Run(middle, MINOR, text, "gap")


def _starts(segment: Segment, unit: Unit) -> Iterator[int]:
    day = segment.first
    while day < segment.last:
        yield day
        day = next_unit(day, unit)


def _step(scale: Scale, words: Words, measure: Measure) -> int:
    """Return how many units apart the marks stand so that their texts have room."""
    lengths = {Unit.DAY: 1.0, Unit.MONTH: 28.0, Unit.YEAR: 365.0}
    sample = {Unit.DAY: "30", Unit.YEAR: "2025"}.get(scale.unit)
    texts = [sample] if sample else [words.month(month) for month in range(1, 13)]
    widest = max(measure(text, SIZE) for text in texts) + _AIR
    room = lengths[scale.unit] * scale.per_day
    steps = _STEPS[scale.unit]
    return next((step for step in steps if step * room >= widest), steps[-1])


def _falls(day: int, unit: Unit, step: int) -> bool:
    """Whether a mark is due on the unit that begins on `day`."""
    at = date.fromordinal(day)
    if unit is Unit.DAY:
        return step == 1 or at.day == 1 or (at.day % step == 0 and at.day + step <= 32)
    return (at.month - 1) % step == 0 if unit is Unit.MONTH else at.year % step == 0


def _is_major(day: int, unit: Unit) -> bool:
    at = date.fromordinal(day)
    return at.day == 1 if unit is Unit.DAY else unit is Unit.MONTH and at.month == 1


def _minor(day: int, unit: Unit, words: Words) -> str:
    at = date.fromordinal(day)
    if unit is Unit.DAY:
        return str(at.day)
    return words.month(at.month) if unit is Unit.MONTH else str(at.year)


def _major(day: int, unit: Unit, words: Words) -> str:
    at = date.fromordinal(day)
    return f"{words.month(at.month)} {at.year}" if unit is Unit.DAY else str(at.year)


def _text(
    text: str, x: float, middle: tuple[float, float] | None, y: float, measure: Measure
) -> Run | None:
    """Set a text in the middle of its unit, or from its tick."""
    if not text:
        return None
    left = (sum(middle) - measure(text, SIZE)) / 2 if middle else x
    return Run(left, y, text, "words")


def _if_free(
    run: Run | None, free: dict[bool, float], segment: Segment, measure: Measure, *, major: bool
) -> Run | None:
    """Return a text that clears the one before it and the end of its segment, or None."""
    if run is None:
        return None
    width = measure(run.text, SIZE, bold=major)
    reach = segment.right + (12.0 if major else 0.5)
    if run.x < free[major] - 0.5 or run.x + width > reach:
        return None
    free[major] = run.x + width + _AIR
    return run
