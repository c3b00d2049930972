"""Dates as values: their precision and their place in a chronology."""

from __future__ import annotations

import pytest

from briefing.model.dates import Date, Moment, Precision


@pytest.mark.parametrize(
    ("moment", "precision"),
    [
        (Moment(2025), Precision.YEAR),
        (Moment(2025, 12), Precision.MONTH),
        (Moment(2025, 21), Precision.SEASON),
        (Moment(2025, 1, 31), Precision.DAY),
    ],
)
def test_a_moment_is_as_fine_as_what_it_says(moment: Moment, precision: Precision) -> None:
    assert moment.precision is precision


def test_a_finer_precision_is_smaller() -> None:
    assert sorted(Precision, reverse=True) == [
        Precision.YEAR,
        Precision.SEASON,
        Precision.MONTH,
        Precision.DAY,
    ]


def test_moments_sort_by_the_first_day_they_may_be() -> None:
    moments = [
        Moment(2024, 12, 31),
        Moment(2025),
        Moment(2025, 1),
        Moment(2025, 1, 1),
        Moment(2025, 3),
        Moment(2025, 3, 2),
        Moment(2025, 22),
        Moment(2025, 6, 1),
        Moment(2025, 24),
        Moment(2026),
    ]
    keys = [moment.sort_key for moment in moments]
    assert keys == sorted(set(keys))


def test_a_season_sorts_with_its_first_month() -> None:
    months = [Moment(2025, season).sort_key[1] for season in (21, 22, 23, 24)]
    assert months == [3, 6, 9, 12]


def test_an_interval_sorts_by_its_beginning_and_an_open_one_by_its_end() -> None:
    start, end = Moment(2025, 1), Moment(2025, 8)
    assert Date("2025-01/2025-08", start, end, interval=True).sort_key == start.sort_key
    assert Date("../2025-08", None, end, interval=True).sort_key == end.sort_key


def test_an_interval_is_as_coarse_as_its_coarser_end() -> None:
    date = Date("2024/2025-02-12", Moment(2024), Moment(2025, 2, 12), interval=True)
    assert date.precision is Precision.YEAR


def test_a_date_without_ends_sorts_last_and_is_coarse() -> None:
    date = Date("", None)
    assert (date.sort_key, date.precision) == ((9999, 0, 0), Precision.YEAR)
