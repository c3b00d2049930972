"""A date as the days it covers."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.drawing.days import Days, days_of
from briefing.model.dates import Date
from tests.builders import edtf


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("written", "first", "after"),
    [
        ("2025-02-12", "2025-02-12", "2025-02-13"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2025-12", "2025-12-01", "2026-01-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("2025-21", "2025-03-01", "2025-06-01"),
        ("2025-23", "2025-09-01", "2025-12-01"),
        ("2025-24", "2025-12-01", "2026-03-01"),
        ("2025-02-12/2025-03", "2025-02-12", "2025-04-01"),
        ("2025/2025-03", "2025-01-01", "2026-01-01"),
        ("0000", "0001-01-01", "0002-01-01"),
    ],
)
def test_a_date_covers_its_days(written: str, first: str, after: str) -> None:
    assert days_of(edtf(written)) == Days(day(first), day(after))


@pytest.mark.parametrize(
    ("written", "open_start", "open_end"),
    [("2025-08-26/..", False, True), ("../2025-08-26", True, False)],
)
def test_an_open_date_covers_the_day_that_is_known(
    written: str, open_start: bool, open_end: bool
) -> None:
    known = day("2025-08-26")
    assert days_of(edtf(written)) == Days(known, known + 1, open_start, open_end)


def test_no_date_covers_nothing() -> None:
    assert days_of(Date("", None)) is None


@pytest.mark.parametrize("written", ["9999", "9999-12", "9999-24", "9999-12-31"])
def test_the_calendar_has_an_end(written: str) -> None:
    span = days_of(edtf(written))
    assert span is not None
    assert span.last == date.max.toordinal() + 1
