"""Dates in French words: « 12 février 2025 », « vers le 13 février 2025 », « s. d. ».

Lexique de l'Imprimerie nationale, « Dates »: lower-case months, « 1er » for the first day only.
Month names are ours: Babel has neither « 1er mars » nor full names in intervals, and costs 40 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.typesetting.calendar import MONTHS, SEASONS, SHORT_MONTHS
from briefing.typesetting.characters import JOINER, NO_BREAK

if TYPE_CHECKING:
    from briefing.model.dates import Date, Moment

UNDATED: Final = f"s.{NO_BREAK}d."
"""« Sans date » (AFNOR Z 44-005)."""

_MONTHS_IN_YEAR: Final = 12
_SPRING: Final = 21


def format_date(date: Date | None, *, short: bool = False) -> str:
    """Return `date` in words, typeset; « s. d. » when there is none.

    `short` abbreviates the months, and « vers le » to « vers ».
    """
    if date is None or not (date.start or date.end):
        return UNDATED
    words = _Words(date, short=short).date()
    return f"{words}{NO_BREAK}(?)" if date.uncertain else words


class _Words:
    """The words of one date, long or short."""

    def __init__(self, date: Date, *, short: bool) -> None:
        self._date = date
        self._short = short
        self._months = SHORT_MONTHS if short else MONTHS

    def date(self) -> str:
        """Return the whole date, but for its uncertainty."""
        start, end = self._date.start, self._date.end
        if start and end and start != end:
            return self._interval(start, end)
        if start and (end or not self._date.interval):
            return f"{self._about(start)}{self._moment(start)}"
        if start:
            return self._open("après", start)
        return self._open("avant", end) if end else UNDATED

    def _open(self, side: str, moment: Moment) -> str:
        """Return an interval with one end: « après le 26 août 2025 »."""
        return self._nearly(f"{side} {_article(moment)}{self._moment(moment)}")

    def _about(self, moment: Moment) -> str:
        if not self._date.approximate:
            return ""
        return f"vers{NO_BREAK}" if self._short else f"vers {_article(moment)}"

    def _nearly(self, words: str) -> str:
        """Mark as approximate an expression that « vers » can't introduce."""
        return f"{words} environ" if self._date.approximate else words

    def _interval(self, start: Moment, end: Moment) -> str:
        compact = self._compact(start, end)
        if compact and self._date.approximate:
            article = "les " if start.day else ""
            return f"vers{NO_BREAK}{compact}" if self._short else f"vers {article}{compact}"
        return compact or self._nearly(self._from_to(start, end))

    def _compact(self, start: Moment, end: Moment) -> str:
        """Return « 4-5 novembre 2025 », « février-mars 2025 », « 2014-2015 », or nothing.

        Lines break after a hyphen between letters, never before a figure (UAX #14, LB25).
        """
        if not start.month and not end.month:
            return f"{_year(start)}-{_year(end)}"
        if start.year != end.year or not (start.month and end.month):
            return ""
        if not start.day and not end.day:
            return f"{self._month(start.month)}-{JOINER}{self._moment(end)}"
        if start.day and end.day and start.month == end.month:
            return f"{_day(start.day)}-{self._moment(end)}"
        return ""

    def _from_to(self, start: Moment, end: Moment) -> str:
        """Return « du 30 octobre au 2 novembre 2025 »; the year once if it is the same."""
        first = self._moment(start, year=start.year != end.year or start.day is None)
        return f"{_from(start, first)} {_to(end)}{self._moment(end)}"

    def _moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return a day, a month, a season or a year, without article."""
        words = [_day(moment.day)] if moment.day else []
        if moment.month:
            words.append(self._month(moment.month))
        if year or not words:
            words.append(_year(moment))
        return NO_BREAK.join(words)

    def _month(self, month: int) -> str:
        if month > _MONTHS_IN_YEAR:
            return SEASONS[month - _SPRING]
        return self._months[month - 1]


def _day(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _year(moment: Moment) -> str:
    """Return the year; EDTF has a year 0, the calendar of historians hasn't."""
    if moment.year > 0:
        return str(moment.year)
    return NO_BREAK.join((str(1 - moment.year), "av.", f"J.-{JOINER}C."))


def _is_season(moment: Moment) -> bool:
    return moment.month is not None and moment.month > _MONTHS_IN_YEAR


def _article(moment: Moment) -> str:
    """Return the article of a date: « le 12 », « l’été », « le printemps », nothing for a month."""
    if _is_season(moment):
        return "le " if moment.month == _SPRING else "l’"
    return "le " if moment.day else ""


def _from(moment: Moment, words: str) -> str:
    """Return « du 30 octobre », « de février », « d’avril », « de l’été »."""
    if moment.day or moment.month == _SPRING:
        return f"du {words}"
    if _is_season(moment):
        return f"de l’{words}"
    return f"d’{words}" if words[0] in "ao" else f"de {words}"


def _to(moment: Moment) -> str:
    """Return what stands before an end: « au 2 », « à l’été », « à mars »."""
    if moment.day or moment.month == _SPRING:
        return "au "
    return "à l’" if _is_season(moment) else "à "
