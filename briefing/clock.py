"""The only reader of the clock."""

from __future__ import annotations

import datetime as dt
import os

from briefing.errors import UsageError
from briefing.model.dates import Date, Moment
from briefing.model.finding import message


def _day_of(epoch: str) -> dt.date:
    """Return the day of a number of seconds since 1970; raises `UsageError` if it is none."""
    text = message("SOURCE_DATE_EPOCH isn't a number of seconds: “{value}”", value=epoch)
    if not (epoch.isascii() and epoch.isdigit()):  # `int` also takes signs, spaces and others
        raise UsageError(text)
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as fault:
        raise UsageError(text) from fault


def today() -> Date:
    """Return the day of SOURCE_DATE_EPOCH, else today's date where the author is."""
    return source_date() or _date(dt.date.today())  # noqa: DTZ011


def source_date() -> Date | None:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org), None if it isn't set.

    What is built bears no other date than this one or its dossier's: raises `UsageError` if the
    variable holds anything but a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return _date(_day_of(epoch)) if epoch else None


def _date(day: dt.date) -> Date:
    return Date(day.isoformat(), Moment(day.year, day.month, day.day))
