"""Where an axis is cut, and what its scale is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.drawing.days import Days
from briefing.drawing.scale import BREAK, Unit, make_scale, next_unit

START = date(2024, 3, 5).toordinal()


def spans(*offsets: int) -> list[Days]:
    return [Days(START + offset, START + offset + 1) for offset in offsets]


@pytest.mark.parametrize(
    ("offsets", "segments"),
    [
        ((0, 50, 100), 1),  # even: nothing stands out
        ((0, 40, 90, 900), 2),
        ((0, 10, 900, 910, 2000, 2010), 3),
        ((0, 30, 60, 150), 1),  # a quiet time is a part of the story
        ((0, 1, 30, 31, 60, 61, 90, 91, 700), 2),
        ((0, 900), 1),  # nothing to compare with
    ],
)
def test_only_what_stands_out_is_cut(offsets: tuple[int, ...], segments: int) -> None:
    assert len(make_scale(spans(*offsets), 0, 470).segments) == segments


def test_an_axis_is_cut_less_often_than_not() -> None:
    lone = spans(0, 1000, 1001, 2500, 2501, 4600, 4602, 7000, 7001, 9900)
    assert len(make_scale(lone, 0, 470).segments) <= 4


@given(st.lists(st.integers(0, 9000), min_size=2, max_size=20, unique=True))
def test_segments_fill_the_line(offsets: list[int]) -> None:
    scale = make_scale(spans(*offsets), 10, 480)
    assert scale.segments[0].x == 10
    assert scale.segments[-1].right == pytest.approx(480)
    for before, after in zip(scale.segments, scale.segments[1:], strict=False):
        assert after.x - before.right == pytest.approx(BREAK)


@given(st.lists(st.integers(0, 9000), min_size=2, max_size=20, unique=True))
def test_each_day_is_on_a_segment(offsets: list[int]) -> None:
    scale = make_scale(spans(*offsets), 0, 470)
    for span in spans(*offsets):
        assert any(s.first <= span.first and span.last <= s.last for s in scale.segments)


@pytest.mark.parametrize(
    ("offsets", "unit", "first"),
    [
        ((0, 20), Unit.DAY, "2024-03-04"),
        ((0, 200), Unit.MONTH, "2024-03-01"),
        ((0, 9000), Unit.YEAR, "2024-01-01"),
    ],
)
def test_an_axis_begins_with_a_whole_unit(offsets: tuple[int, ...], unit: Unit, first: str) -> None:
    scale = make_scale(spans(*offsets), 0, 470)
    assert scale.unit is unit
    assert date.fromordinal(scale.segments[0].first).isoformat() == first


def test_what_is_cut_stands_at_the_end_before_it() -> None:
    scale = make_scale(spans(0, 40, 90, 900), 0, 470)
    before, after = scale.segments
    assert scale.at((before.last + after.first) / 2) == pytest.approx(before.right)
    assert scale.at(after.first) == pytest.approx(after.x)


@pytest.mark.parametrize("unit", Unit)
def test_the_last_unit_ends_with_the_calendar(unit: Unit) -> None:
    start = {Unit.DAY: date.max, Unit.MONTH: date(9999, 12, 1), Unit.YEAR: date(9999, 1, 1)}[unit]
    assert next_unit(start.toordinal(), unit) == date.max.toordinal() + 1
