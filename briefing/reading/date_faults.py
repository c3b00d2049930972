"""What to say of a date that can't be read, and how to write it."""

from __future__ import annotations

import calendar
import re

from briefing.model.finding import Message, message
from briefing.reading.dates import parse_date
from briefing.reading.findings import fold
from briefing.typesetting.calendar import MONTHS, SHORT_MONTHS

_MOMENT = r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?"
_SHAPE = re.compile(rf"(?:{_MOMENT}|\.\.)?(?:/(?:{_MOMENT}|\.\.)?)?", re.ASCII)
"""EDTF, whether the day exists or not."""
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) "
_DAY = r"(?:(?P<day>\d\d?)(?:er)? )?"
_WRITTEN = (
    rf"(?P<about>vers )?(?:le )?(?:{_WEEKDAY})?{_DAY}(?P<name>[a-z]+)\.? (?P<year>\d{{4}})",
    r"(?:(?P<day>\d\d?)[/.-])?(?P<month>\d\d?)[/.-](?P<year>\d{4})",
    r"(?P<year>\d{4})[/.-](?P<month>\d\d?)(?:[/.-](?P<day>\d\d?))?",
)
"""« vers le 12 février 2025 », « lundi 1er mars 2025 », « févr. 2025 »; 12/02/2025; 2025-2-12."""
_PATTERNS = tuple(re.compile(pattern, re.ASCII) for pattern in _WRITTEN)
_MONTHS = {
    fold(name).rstrip("."): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, 1)
}


def date_fault(value: str) -> Message:
    """Say why `value`, for which `parse_date` returns None, is no date."""
    ends = _ends(value)
    absent = _absent(ends)
    if absent is None and len(ends) > 1:
        return message("“{value}” ends before it begins", value=value)
    if absent is None:
        return message("“{value}” isn't a date of the form YYYY-MM-DD", value=value)
    if parse_date(absent[: len("2025-02")]):
        return message("“{value}”: there is no such day", value=value)
    return message("“{value}”: there is no such month", value=value)


def days_of_month(value: str) -> Message | None:
    """Say how many days the month has in which `value` names a day too many; None elsewhere."""
    absent = _absent(_ends(value)) or ""
    month = parse_date(absent[: len("2025-02")])
    start = month.start if month else None
    if not start or not start.month or start.month > len(MONTHS):  # a season
        return None
    days = calendar.monthrange(start.year, start.month)[1]
    return message("{month} has {days} days", month=absent[: len("2025-02")], days=days)


def _ends(value: str) -> list[str]:
    text = value.strip()
    meant = _meant(text) or (text if _SHAPE.fullmatch(text) else "")
    return [end for end in meant.split("/") if end not in ("", "..")]


def _absent(ends: list[str]) -> str | None:
    return next((end for end in ends if parse_date(end) is None), None)


def suggested_date(value: str) -> str | None:
    """Return in EDTF the date that `value` is, if it is one in French words or in figures."""
    meant = _meant(value.strip())
    return meant if meant and parse_date(meant) else None


def _meant(text: str) -> str | None:
    """Return in EDTF what `text` says in another form, whether the day exists or not."""
    folded = fold(text)
    found = next((m for pattern in _PATTERNS if (m := pattern.fullmatch(folded))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _MONTHS.get(parts["name"]) if parts.get("name") else int(parts["month"])
    if month is None:
        return None
    day = f"-{int(parts['day']):02}" if parts["day"] else ""
    return f"{parts['year']}-{month:02}{day}{'~' if parts.get('about') else ''}"
