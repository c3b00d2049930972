"""EDTF (ISO 8601-2:2019, levels 0 and 1) as far as briefings need it."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from briefing.model.dates import Date, Moment

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)\Z", re.ASCII)
_OPEN = ("..", "")
_SEASONS = range(21, 25)


@lru_cache(maxsize=4096)
def parse_date(value: str) -> Date | None:
    """Return the date `value` stands for, or None when it isn't EDTF or doesn't exist."""
    text = value.strip()
    first, slash, last = text.partition("/")
    if not slash:
        single = _moment(first)
        return _date(text, single, None, interval=False) if single else None
    start = None if first in _OPEN else _moment(first)
    end = None if last in _OPEN else _moment(last)
    if _half_read(first, start) or _half_read(last, end) or not (start or end):
        return None
    if start and end and end[0].sort_key < start[0].sort_key:
        return None
    return _date(text, start, end, interval=True)


def _half_read(part: str, moment: tuple[Moment, str] | None) -> bool:
    return moment is None and part not in _OPEN


def _date(
    edtf: str, start: tuple[Moment, str] | None, end: tuple[Moment, str] | None, *, interval: bool
) -> Date:
    marks = "".join(mark for _, mark in filter(None, (start, end)))
    return Date(
        edtf=edtf,
        start=start[0] if start else None,
        end=end[0] if end else None,
        interval=interval,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )


def _moment(text: str) -> tuple[Moment, str] | None:
    found = _MOMENT.match(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    if year is None or not _exists(year, month, day):
        return None
    return Moment(year, month, day), found[4]


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if month in _SEASONS:
        return day is None
    if not 1 <= month <= 12 or year < 1:
        return False
    return day is None or 1 <= day <= calendar.monthrange(year, month)[1]
