"""The only reader of the clock."""

from __future__ import annotations

import datetime as dt
import os

from briefing.errors import UsageError
from briefing.model.dates import Date, Moment
from briefing.model.finding import message


def _day_of(epoch: str) -> dt.date:
    """Return the day of a number of seconds since 1970; raises `UsageError` if it is none."""
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as fault:
        text = message("SOURCE_DATE_EPOCH isn't a number of seconds: “{value}”", value=epoch)
        raise UsageError(text) from fault


def today() -> Date:
    """Return today's date, or that of SOURCE_DATE_EPOCH (reproducible-builds.org) if set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = _day_of(epoch) if epoch else dt.date.today()  # noqa: DTZ011 - where the author is
    return Date(day.isoformat(), Moment(day.year, day.month, day.day))
