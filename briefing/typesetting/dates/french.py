"""Dates in French words: « 12 février 2025 », « vers le 13 février 2025 », « s. d. ».

Lexique de l'Imprimerie nationale, « Dates »: lower-case months, « 1er » for the first day only.
"""

from __future__ import annotations

from typing import Final

from briefing.model.dates import Moment
from briefing.typesetting import calendar
from briefing.typesetting.characters import JOINER, NO_BREAK
from briefing.typesetting.dates.words import (
    SPRING,
    Words,
    is_season,
    months_of_one_year,
    same_month,
)

UNDATED: Final = f"s.{NO_BREAK}d."
"""« Sans date » (AFNOR Z 44-005)."""
_THE: Final = f"le{NO_BREAK}"


class French(Words):
    """The words of one date."""

    names = calendar.FRENCH
    undated = UNDATED

    def moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return « 12 février 2025 »."""
        words = [_day(moment.day)] if moment.day else []
        if moment.month:
            words.append(self.month(moment.month))
        if year or not words:
            words.append(_year(moment))
        return NO_BREAK.join(words)

    def about(self, moment: Moment) -> str:
        """Return « vers le 12 février 2025 »; « vers novembre 2025 » doesn't part."""
        article = _article(moment)
        return f"vers{self.gap if article else NO_BREAK}{article}{self.moment(moment)}"

    def since(self, moment: Moment) -> str:
        """Return « après le 26 août 2025 »."""
        return self._nearly(f"après {_article(moment)}{self.moment(moment)}")

    def until(self, moment: Moment) -> str:
        """Return « avant l’été 2025 »."""
        return self._nearly(f"avant {_article(moment)}{self.moment(moment)}")

    def interval(self, start: Moment, end: Moment) -> str:
        """Return « 4-5 novembre 2025 », « du 30 octobre au 2 novembre 2025 »."""
        compact = self._compact(start, end)
        if compact and self.approximate:
            article = f"les{NO_BREAK}" if start.day else ""
            return f"vers{self.gap if article else NO_BREAK}{article}{compact}"
        return compact or self._nearly(self._from_to(start, end))

    def _nearly(self, words: str) -> str:
        """Mark as approximate an expression that « vers » can't introduce."""
        return f"{words} environ" if self.approximate else words

    def _compact(self, start: Moment, end: Moment) -> str:
        """Return « 4-5 novembre 2025 », « février-mars 2025 », « 2014-2015 », or nothing.

        Lines break after a hyphen between letters, never before a figure (UAX #14, LB25).
        """
        if not start.month and not end.month:
            return f"{_year(start)}-{_year(end)}"
        if months_of_one_year(start, end):
            return f"{self.moment(start, year=False)}-{JOINER}{self.moment(end)}"
        if same_month(start, end):
            return f"{_day(start.day or 0)}-{self.moment(end)}"
        return ""

    def _from_to(self, start: Moment, end: Moment) -> str:
        """Return « du 30 octobre au 2 novembre 2025 »; the year once if it is the same."""
        first = self.moment(start, year=start.year != end.year or start.day is None)
        return f"{_from(start, first)} {_to(end)}{self.moment(end)}"


def _day(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _year(moment: Moment) -> str:
    """Return the year; EDTF has a year 0, the calendar of historians hasn't."""
    if moment.year > 0:
        return str(moment.year)
    return NO_BREAK.join((str(1 - moment.year), "av.", f"J.-{JOINER}C."))


def _article(moment: Moment) -> str:
    """Return the article of a date: « le 12 », « l’été », « le printemps », nothing for a month."""
    if is_season(moment):
        return _THE if moment.month == SPRING else "l’"
    return _THE if moment.day else ""


def _from(moment: Moment, words: str) -> str:
    """Return « du 30 octobre », « de février », « d’avril », « de l’été »."""
    if moment.day or moment.month == SPRING:
        return f"du{NO_BREAK}{words}"
    if is_season(moment):
        return f"de l’{words}"
    return f"d’{words}" if words[0] in "ao" else f"de {words}"


def _to(moment: Moment) -> str:
    """Return what stands before an end: « au 2 », « à l’été », « à mars »."""
    if moment.day or moment.month == SPRING:
        return f"au{NO_BREAK}"
    return "à l’" if is_season(moment) else "à "
