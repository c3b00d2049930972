"""Where the mark of each fact stands: true to the axis, and in the lowest free lane above it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Final

from briefing.drawing.days import Days
from briefing.drawing.scale import Scale
from briefing.drawing.values import Box, Fact, Mark, Measure, Run

SIZE: Final = 5.0
"""The height of a mark, and the width of a day."""
LANE: Final = 7.0
"""From one lane to the next; the lowest stands this high over the axis."""
WHISKER: Final = 7.0
ARROW: Final = 10.0
BRACKET: Final = 2.6
NUMBER: Final = 6.4
"""Size of the number of a mark that has no label."""


def marks(
    facts: Sequence[Fact],
    spans: Sequence[Days],
    scale: Scale,
    measure: Measure,
    *,
    numbered: bool = False,
) -> tuple[Mark, ...]:
    """Place one mark for each fact; with `numbered`, its number stands beside it."""
    placed: list[Mark] = []
    for number, (fact, span) in enumerate(zip(facts, spans, strict=True), 1):
        first, last = ends(span, scale)
        left, right = _reach(fact, span, first, last)
        text = str(number) if numbered else ""
        width = measure(text, NUMBER, bold=True) + 1.5 if text else 0.0
        taken = [mark.box for mark in placed]
        box = _lowest(left, right + width - left, taken)
        middle = box.y + box.height / 2
        runs = (Run(right + 1.2, middle + NUMBER * 0.34, text, "number"),) if text else ()
        placed.append(Mark(number, fact, first, last, middle, box, runs))
    return tuple(placed)


def ends(span: Days, scale: Scale) -> tuple[float, float]:
    """Return the abscissas of a span: the middle of a day, or both ends of what is longer."""
    if span.last - span.first == 1:
        middle = scale.at(span.first) + scale.per_day / 2
        return middle, middle
    return scale.at(span.first), scale.at(span.last)


def _reach(fact: Fact, span: Days, first: float, last: float) -> tuple[float, float]:
    """Return what a mark takes across: at least a disc, and what says how sure it is."""
    left, right = min(first, last - SIZE / 2), max(last, first + SIZE / 2)
    left, right = min(left, first - SIZE / 2), max(right, last + SIZE / 2)
    before, after = 0.0, 0.0
    if fact.date.approximate:
        before = after = WHISKER - SIZE / 2
    if fact.inferred:
        before, after = before + BRACKET, after + BRACKET
    if span.open_start:
        before = ARROW
    if span.open_end:
        after = ARROW
    return left - before, right + after


def _lowest(x: float, width: float, taken: Sequence[Box]) -> Box:
    for lane in count():
        box = Box(x, -(lane + 1) * LANE - SIZE / 2, width, SIZE)
        if not any(box.meets(other, 0.6) for other in taken):
            return box
    raise AssertionError
