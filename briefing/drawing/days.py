"""The days that a date covers, counted as `datetime.date` does: 1 is the first of January 1."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from briefing.model.dates import Date, Moment

_SPRING = 21
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Days:
    """Days `first` to `last` (excluded), and the ends that the date leaves open."""

    first: int
    last: int
    open_start: bool = False
    open_end: bool = False


def days_of(value: Date) -> Days | None:
    """Return the days of a date; None when neither end is known.

    « Après le 26 août » covers that day alone and is open at its end: how long is not known.
    """
    start, end = value.start, value.end
    if start and end:
        return Days(bounds(start)[0], max(bounds(end)[1], bounds(start)[1]))
    moment = start or end
    if moment is None:
        return None
    first, last = bounds(moment)
    return Days(first, last, open_start=not start, open_end=value.interval and not end)


def bounds(moment: Moment) -> tuple[int, int]:
    """Return the first day of a moment and the one after its last."""
    year = max(moment.year, 1)
    if moment.month is None:
        return _first(year, 1), _after(year, _MONTHS_IN_YEAR)
    if moment.month > _MONTHS_IN_YEAR:
        month = (moment.month - _SPRING + 1) * 3
        ended = year * _MONTHS_IN_YEAR + month + 1  # two months on, counted from 0
        return _first(year, month), _after(ended // _MONTHS_IN_YEAR, ended % _MONTHS_IN_YEAR + 1)
    if moment.day is None:
        return _first(year, moment.month), _after(year, moment.month)
    day = date(year, moment.month, moment.day).toordinal()
    return day, day + 1


def _first(year: int, month: int) -> int:
    return date(year, month, 1).toordinal()


def _after(year: int, month: int) -> int:
    """Return the day after a month; the calendar ends with the year 9999."""
    if year > date.max.year:
        return date.max.toordinal() + 1
    return date(year, month, calendar.monthrange(year, month)[1]).toordinal() + 1
