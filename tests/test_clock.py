"""The only reader of the clock, which a reproducible build may set."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.clock import source_date, today
from briefing.errors import UsageError
from briefing.model.dates import Date, Moment


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        ("0", Date("1970-01-01", Moment(1970, 1, 1))),
        ("1763683200", Date("2025-11-21", Moment(2025, 11, 21))),
        ("1763769599", Date("2025-11-21", Moment(2025, 11, 21))),
    ],
)
def test_the_epoch_of_a_reproducible_build_is_taken_in_utc(
    epoch: str, date: Date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert today() == source_date() == date


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_it_today_is_the_day_where_the_author_is(
    epoch: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert source_date() is None
    before = dt.date.today()  # noqa: DTZ011 - the author's own day, as on a newspaper
    shown = dt.date.fromisoformat(today().edtf)
    assert before <= shown <= dt.date.today()  # noqa: DTZ011


@pytest.mark.parametrize(
    "epoch", ["demain", "²", "-1", "+1", " 1", "1_0", "1e9", "9" * 30, "9" * 5_000]
)
def test_an_epoch_that_is_none_is_wrong_usage(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="isn't a number of seconds"):
        today()
