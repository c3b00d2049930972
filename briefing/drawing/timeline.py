"""A timeline laid out: scale, marks, labels and legend in one frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.drawing.days import Days, days_of
from briefing.drawing.flags import flags, label_of
from briefing.drawing.frame import framed
from briefing.drawing.labels import place
from briefing.drawing.legend import legend
from briefing.drawing.marks import marks
from briefing.drawing.scale import make_scale
from briefing.drawing.ticks import breaks, ticks
from briefing.drawing.values import Fact, Label, Mark, Measure, Timeline, Words

LEAST: Final = 3
"""Fewer dates are no chronology."""
_MOST_FLAGS: Final = 40
"""More dates than that never have room, and take long to try."""
TALLEST: Final = 250.0
"""How far labels may rise; beyond, they say less."""
MARGIN: Final = 16.0
"""At either end of the axis: room for an arrow or a bracket."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    right: float
    """Where the axis ends."""


def lay_out(
    facts: Sequence[Fact], words: Words, measure: Measure, *, width: float = 470.0
) -> Timeline | None:
    """Lay the facts out on a line `width` units long, in the order given.

    Labels say the dates and short wordings where they have room, else the dates, else only the
    numbers. None when there are fewer than three facts, or when all are of one day: nothing is
    to be seen then. Raises `ValueError` for a fact without date.
    """
    spans = [_span(fact) for fact in facts]
    if len(facts) < LEAST or len({(span.first, span.last) for span in spans}) < 2:
        return None
    drawing = (
        _labelled(facts, spans, words, measure, width, worded=True)
        or _labelled(facts, spans, words, measure, width, worded=False)
        or _numbered(facts, spans, measure, width)
    )
    scale = make_scale(spans, MARGIN, drawing.right)
    figure = Timeline(
        width=width,
        height=0.0,
        axis=0.0,
        segments=scale.segments,
        ticks=ticks(scale, words, measure),
        breaks=breaks(scale, words, measure),
        marks=drawing.marks,
        labels=drawing.labels,
        legend=legend(facts, spans, words, measure, width),
    )
    return framed(figure)


def _span(fact: Fact) -> Days:
    span = days_of(fact.date)
    if span is None:
        raise ValueError(fact.date.edtf)
    return span


def _labelled(
    facts: Sequence[Fact],
    spans: Sequence[Days],
    words: Words,
    measure: Measure,
    width: float,
    *,
    worded: bool,
) -> _Drawing | None:
    """Return the lowest drawing that labels have room in, or None.

    The axis may end before the frame, so that the last labels fly beyond it.
    """
    dates = [words.date(fact.date) for fact in facts]
    if len(set(dates)) > _MOST_FLAGS:
        return None
    found: list[_Drawing] = []
    for beyond in (0.0, 40.0, 80.0, 110.0):
        right = width - MARGIN - beyond
        placed = marks(facts, spans, make_scale(spans, MARGIN, right), measure)
        flown = flags(placed, dates, measure, worded=worded)
        boxes = place(flown, [mark.box for mark in placed], 0.0, width)
        if boxes and min(box.y for box in boxes) >= -TALLEST:
            labels = tuple(label_of(*pair, measure) for pair in zip(flown, boxes, strict=True))
            found.append(_Drawing(placed, labels, right))
    return max(found, key=_quality, default=None)


def _quality(drawing: _Drawing) -> float:
    """A low drawing is better, and so is a long axis."""
    return min(label.box.y for label in drawing.labels) + drawing.right


def _numbered(
    facts: Sequence[Fact], spans: Sequence[Days], measure: Measure, width: float
) -> _Drawing:
    right = width - MARGIN - 8.0
    scale = make_scale(spans, MARGIN, right)
    return _Drawing(marks(facts, spans, scale, measure, numbered=True), (), right)
