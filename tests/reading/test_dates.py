"""EDTF, levels 0 and 1: what is a date, what isn't, and what each part means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.dates import Date, Moment, Precision
from briefing.reading.dates import parse_date


def parsed(text: str) -> Date:
    date = parse_date(text)
    assert date is not None, text
    return date


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("2025-02-12", Moment(2025, 2, 12), Precision.DAY),
        ("2024-02-29", Moment(2024, 2, 29), Precision.DAY),
        ("2025-02", Moment(2025, 2), Precision.MONTH),
        ("2025-21", Moment(2025, 21), Precision.SEASON),
        ("2025-24", Moment(2025, 24), Precision.SEASON),
        ("2025", Moment(2025), Precision.YEAR),
        ("0476", Moment(476), Precision.YEAR),
        ("  2025-02-12 ", Moment(2025, 2, 12), Precision.DAY),
    ],
)
def test_a_single_date(text: str, start: Moment, precision: Precision) -> None:
    date = parsed(text)
    assert (date.start, date.end, date.interval, date.precision) == (start, None, False, precision)
    assert date.edtf == text.strip()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-11-04/2025-11-05", Moment(2025, 11, 4), Moment(2025, 11, 5)),
        ("2025-02-12/2025-02-12", Moment(2025, 2, 12), Moment(2025, 2, 12)),
        ("2024-12/2025", Moment(2024, 12), Moment(2025)),
        ("2014/2022", Moment(2014), Moment(2022)),
        ("2025-21/2025-23", Moment(2025, 21), Moment(2025, 23)),
        ("2022-02-24/..", Moment(2022, 2, 24), None),
        ("2022-02-24/", Moment(2022, 2, 24), None),
        ("../2025-08", None, Moment(2025, 8)),
        ("/2025-08", None, Moment(2025, 8)),
    ],
)
def test_an_interval(text: str, start: Moment | None, end: Moment | None) -> None:
    date = parsed(text)
    assert (date.start, date.end, date.interval) == (start, end, True)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-02", False, False),
        ("2025-02~", True, False),
        ("2025-02-13?", False, True),
        ("2025%", True, True),
        ("2025-02~/2025-03?", True, True),
        ("../2025-08~", True, False),
    ],
)
def test_marks_of_doubt(text: str, approximate: bool, uncertain: bool) -> None:
    date = parsed(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "12/02/2025",
        "12-02-2025",
        "12 février 2025",
        "2025-2-12",
        "2025-13-02",
        "2025-02-30",
        "2025-02-29",
        "2025-00",
        "2025-00-12",
        "2025-02-00",
        "2025-20",
        "2025-25",
        "2025-21-03",
        "0000-01-01",
        "25",
        "20250212",
        "2025-02-12T10:00",
        "2025-02-12 10:00:00",
        "2025~~",
        "~2025",
        "2025-",
        "..",
        "/",
        "../..",
        "2025-11-05/2025-11-04",
        "2025/2024",
        "2025/2026/2027",
        "2025/hier",
        "hier/2025",
        "٢٠٢٥",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.one_of(st.text(), st.text(alphabet="0123456789-/.~?% ", max_size=24)))
def test_parsing_never_raises_and_keeps_what_was_written(text: str) -> None:
    date = parse_date(text)
    if date:
        assert date.edtf == text.strip()
        assert date.start or date.end
        assert parse_date(date.edtf) == date


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: dt.date) -> None:
    assert parsed(day.isoformat()).start == Moment(day.year, day.month, day.day)


@given(st.dates(), st.dates())
def test_dates_sort_as_the_calendar_does(one: dt.date, other: dt.date) -> None:
    keys = [parsed(day.isoformat()).sort_key for day in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)
    assert (parse_date(f"{one}/{other}") is not None) == (one <= other)
