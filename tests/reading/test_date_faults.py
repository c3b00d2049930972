"""What isn't a date: why, and how to write it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.date_faults import date_fault, days_of_month, suggested_date
from briefing.reading.dates import parse_date
from briefing.typesetting.dates import format_date


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2025-02-30", "there is no such day"),
        ("2025-02-01/2025-02-29", "there is no such day"),
        ("30 février 2025", "there is no such day"),
        ("31/06/2025", "there is no such day"),
        ("2025-13", "there is no such month"),
        ("2025-13-02", "there is no such month"),
        ("05/19/2025", "there is no such month"),
        ("2025/2024", "ends before it begins"),
        ("19 mai 2025", "of the form YYYY-MM-DD"),
        ("hier", "of the form YYYY-MM-DD"),
        ("../..", "of the form YYYY-MM-DD"),
        ("/", "of the form YYYY-MM-DD"),
        ("", "of the form YYYY-MM-DD"),
    ],
)
def test_why_it_is_no_date(value: str, told: str) -> None:
    assert parse_date(value) is None
    fault = str(date_fault(value))
    assert told in fault
    assert f"“{value}”" in fault


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("19 mai 2025", "2025-05-19"),
        ("1er mars 2025", "2025-03-01"),
        ("le 12 Février 2025", "2025-02-12"),
        ("lundi 4 août 2025", "2025-08-04"),
        ("12 fevr. 2025", "2025-02-12"),
        ("mai 2025", "2025-05"),
        ("vers mai 2025", "2025-05~"),
        ("19/05/2025", "2025-05-19"),
        ("19.5.2025", "2025-05-19"),
        ("05/2025", "2025-05"),
        ("2025/5/9", "2025-05-09"),
        ("2025-2-12", "2025-02-12"),
        ("05/19/2025", None),
        ("30 février 2025", None),
        ("19 may 2025", None),
        ("19 mai", None),
        ("hier", None),
        ("", None),
    ],
)
def test_a_date_in_words_or_figures_is_proposed_as_edtf(value: str, date: str | None) -> None:
    assert suggested_date(value) == date


@given(day=st.dates(dt.date(1000, 1, 1)), short=st.booleans())
def test_every_date_that_we_print_is_read_back(day: dt.date, *, short: bool) -> None:
    printed = format_date(parse_date(day.isoformat()), short=short)
    assert suggested_date(printed) == day.isoformat()


@given(st.one_of(st.text(), st.text(alphabet="0123456789-/.~?% mairs", max_size=24)))
def test_what_is_proposed_is_a_date_and_the_fault_quotes_what_was_written(value: str) -> None:
    meant = suggested_date(value)
    assert meant is None or parse_date(meant)
    assert f"“{value}”" in str(date_fault(value))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2025-02-30", "2025-02 has 28 days"),
        ("2024-02-30~", "2024-02 has 29 days"),
        ("31/04/2025", "2025-04 has 30 days"),
        ("2025-01-02/2025-06-31", "2025-06 has 30 days"),
        ("2025-13-01", "None"),
        ("2025-21-01", "None"),
        ("2025-02-28", "None"),
        ("hier", "None"),
    ],
)
def test_a_day_too_many_is_told_how_many_there_are(value: str, told: str) -> None:
    assert str(days_of_month(value)) == told
