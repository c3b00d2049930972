"""The only reader of the clock."""

from __future__ import annotations

import datetime as dt
import os

from briefing.model.dates import Date, Moment


def today() -> Date:
    """Return today's date, or that of SOURCE_DATE_EPOCH (reproducible-builds.org) if set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        day = dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    else:
        day = dt.date.today()  # noqa: DTZ011 - the date where the author is
    return Date(day.isoformat(), Moment(day.year, day.month, day.day))
