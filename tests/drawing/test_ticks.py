"""The marks of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from briefing.drawing import Fact, Timeline, lay_out
from briefing.drawing.ticks import SIZE
from briefing.drawing.widths import width
from tests.drawing.figures import CHRONOLOGIES, WORDS, fact, laid_out


def row(figure: Timeline, style: str) -> list[str]:
    return [tick.text.text for tick in figure.ticks if tick.text and tick.text.style == style]


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_the_words_of_a_row_are_clear_of_one_another(facts: list[Fact]) -> None:
    figure = lay_out(facts, WORDS, width)
    for style in ("words", "date") if figure else ():
        assert figure is not None
        runs = [t.text for t in figure.ticks if t.text and t.text.style == style]
        for one, other in pairwise(runs):
            assert one.x + width(one.text, SIZE, bold=style == "date") <= other.x


@pytest.mark.parametrize(
    ("dates", "minor", "major"),
    [
        (("2025-01-08", "2025-03-02", "2025-04-30"), ["m1", "m2", "m3", "m4"], ["2025"]),
        (("2024-12-08", "2025-01-02", "2025-02-03"), ["m12", "m1", "m2"], ["2024", "2025"]),
        (("2025-01-30", "2025-01-31", "2025-02-02"), ["29", "30", "31", "1", "2", "3"], ["m1 2025", "m2 2025"]),
        (("1990", "2000", "2012"), [str(year) for year in range(1990, 2013)], []),
        (("1950", "1970", "2025"), [str(year) for year in range(1955, 2025, 5)], []),
    ],
)  # fmt: skip
def test_an_axis_is_marked(dates: tuple[str, ...], minor: list[str], major: list[str]) -> None:
    figure = laid_out([fact(date) for date in dates])
    assert set(minor) <= set(row(figure, "words"))
    assert row(figure, "date") == major


def test_every_segment_tells_its_year() -> None:
    facts = [fact(d) for d in ("2014-02-03", "2014-04-30", "2019-12-05", "2020-02-02")]
    figure = laid_out(facts)
    assert len(figure.segments) == 2
    assert row(figure, "date") == ["2014", "2019", "2020"]


def test_a_mark_stands_on_the_first_day_of_its_unit() -> None:
    figure = laid_out([fact(d) for d in ("2025-01-08", "2025-03-02", "2025-04-30")])
    (segment,) = figure.segments
    scale = (segment.right - segment.x) / (segment.last - segment.first)
    firsts = [date(2025, month, 1).toordinal() for month in range(1, 5)]
    expected = [segment.x + (day - segment.first) * scale for day in firsts]
    assert [tick.x for tick in figure.ticks if tick.line] == pytest.approx(expected)
