"""The forms that a figure shows, explained under its axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.drawing.days import Days
from briefing.drawing.ticks import DEPTH
from briefing.drawing.values import LEGEND, Fact, Key, Measure, Run, Words
from briefing.model.vocabulary import Status

SIZE: Final = 6.8
LEADING: Final = 10.0
FORM: Final = 17.0
"""The width of a sample."""
_APART: Final = 12.0


def legend(
    facts: Sequence[Fact], spans: Sequence[Days], words: Words, measure: Measure, width: float
) -> tuple[Key, ...]:
    """Return the forms that `facts` take, in rows no wider than `width`.

    A figure of plain facts needs no legend.
    """
    x, y = 0.0, DEPTH + LEADING
    keys: list[Key] = []
    for form in _forms(facts, spans):
        text = words.legend[form]
        taken = FORM + measure(text, SIZE)
        if x and x + taken > width:
            x, y = 0.0, y + LEADING
        keys.append(Key(form, x, y, Run(x + FORM, y, text, "words")))
        x += taken + _APART
    return tuple(keys)


def _forms(facts: Sequence[Fact], spans: Sequence[Days]) -> list[str]:
    statuses = {fact.status or Status.FACT for fact in facts}
    shown: set[str] = set(statuses) if statuses != {Status.FACT} else set()
    if any(fact.date.approximate for fact in facts):
        shown.add("approximate")
    if any(fact.inferred for fact in facts):
        shown.add("inferred")
    if any(span.open_start or span.open_end for span in spans):
        shown.add("open")
    return [form for form in LEGEND if form in shown]
