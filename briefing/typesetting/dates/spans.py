"""Intervals that a dash spans, as English and German print them."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from briefing.model.dates import Moment
from briefing.typesetting.characters import JOINER, NO_BREAK
from briefing.typesetting.dates.words import Words, months_of_one_year, same_month

_DASH: Final = "–"
_SPACED_DASH: Final = f"{NO_BREAK}– "
"""Between ends of several words; a line breaks after it only."""


class Spanned(Words):
    """Words of a language that says « from … to … » by a dash."""

    def interval(self, start: Moment, end: Moment) -> str:
        """Return "4–5 November 2025", "30 October – 2 November 2025"."""
        return self.nearly(self._span(start, end), start)

    @abstractmethod
    def nearly(self, words: str, start: Moment) -> str:
        """Mark an interval as approximate, if it is."""

    @abstractmethod
    def days(self, start: Moment, end: Moment) -> str:
        """Return days of one month: "4–5 November 2025"."""

    @abstractmethod
    def year(self, moment: Moment) -> str:
        """Return the year; EDTF has a year 0, the calendar of historians hasn't."""

    def _span(self, start: Moment, end: Moment) -> str:
        if not start.month and not end.month:
            return f"{self.year(start)}{_DASH}{JOINER}{self.year(end)}"
        if months_of_one_year(start, end):
            return f"{self.moment(start, year=False)}{_DASH}{self.moment(end)}"
        if same_month(start, end):
            return self.days(start, end)
        once = start.year == end.year and start.day and end.day
        return f"{self.moment(start, year=not once)}{_SPACED_DASH}{self.moment(end)}"
