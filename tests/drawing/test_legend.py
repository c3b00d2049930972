"""The forms explained are those that are shown."""

from __future__ import annotations

import pytest

from briefing.drawing import Fact
from briefing.drawing.days import days_of
from briefing.drawing.legend import legend
from briefing.drawing.values import Key
from briefing.drawing.widths import width
from briefing.model.vocabulary import Status
from tests.drawing.figures import WORDS, fact


def keys(*facts: Fact, wide: float = 470.0) -> tuple[Key, ...]:
    spans = [span for one in facts if (span := days_of(one.date))]
    return legend(facts, spans, WORDS, width, wide)


@pytest.mark.parametrize(
    ("facts", "forms"),
    [
        ([fact("2025-01-01"), fact("2025-01-02", status=Status.FACT)], []),
        ([fact("2025-01-01"), fact("2025-01-02", status=Status.CLAIM)], ["fait", "déclaration"]),
        ([fact("2025-01-01", status=Status.HYPOTHESIS)], ["hypothèse"]),
        ([fact("2025-01-01~")], ["approximate"]),
        ([fact("2025-01-01", inferred=True)], ["inferred"]),
        ([fact("2025-01-01/..")], ["open"]),
        ([fact("../2025-01-01", status=Status.ANALYSIS)], ["analyse", "open"]),
    ],
)
def test_what_is_shown_is_explained(facts: list[Fact], forms: list[str]) -> None:
    assert [key.form for key in keys(*facts)] == forms


def test_a_long_legend_takes_several_rows() -> None:
    every = [fact("2025-01-01~", status=status, inferred=True) for status in Status]
    found = keys(*every, wide=150.0)
    assert len({key.y for key in found}) > 1
    assert all(key.text.x + width(key.text.text, 6.8) <= 150.0 for key in found)
