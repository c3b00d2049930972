"""What every language has to say of a date, whatever its shape."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Final

from briefing.model.dates import Date, Moment
from briefing.typesetting.calendar import Names
from briefing.typesetting.characters import NO_BREAK

_MONTHS_IN_YEAR: Final = 12
SPRING: Final = 21
"""The first season of EDTF, written as a month."""


class Words(ABC):
    """The words of one date, long or short."""

    names: ClassVar[Names]
    undated: ClassVar[str]

    def __init__(self, date: Date, *, short: bool) -> None:
        """Take `date`; `short` abbreviates months and what stands before them."""
        self._date = date
        self._short = short

    def date(self) -> str:
        """Return the whole date, but for its uncertainty."""
        start, end = self._date.start, self._date.end
        if start and end and start != end:
            return self.interval(start, end)
        if start and (end or not self._date.interval):
            return self.about(start) if self._date.approximate else self.moment(start)
        if start:
            return self.since(start)
        return self.until(end) if end else self.undated

    @abstractmethod
    def moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return a day, a month, a season or a year, without article."""

    @abstractmethod
    def about(self, moment: Moment) -> str:
        """Return an approximate moment: « vers le 12 février 2025 »."""

    @abstractmethod
    def since(self, moment: Moment) -> str:
        """Return an interval without end: « après le 26 août 2025 »."""

    @abstractmethod
    def until(self, moment: Moment) -> str:
        """Return an interval without beginning: « avant le 26 août 2025 »."""

    @abstractmethod
    def interval(self, start: Moment, end: Moment) -> str:
        """Return an interval with both ends."""

    def month(self, month: int) -> str:
        """Return the name of a month or of a season."""
        if month > _MONTHS_IN_YEAR:
            return self.names.seasons[month - SPRING]
        return (self.names.short_months if self._short else self.names.months)[month - 1]

    @property
    def gap(self) -> str:
        """What follows a preposition: a short date never breaks, a long one may there alone."""
        return NO_BREAK if self._short else " "

    @property
    def approximate(self) -> bool:
        """Whether the date is."""
        return self._date.approximate


def is_season(moment: Moment) -> bool:
    """Say whether `moment` is a season."""
    return moment.month is not None and moment.month > _MONTHS_IN_YEAR


def same_month(start: Moment, end: Moment) -> bool:
    """Say whether both are days of one month."""
    return bool(
        (start.year, start.month) == (end.year, end.month) and start.month and start.day and end.day
    )


def months_of_one_year(start: Moment, end: Moment) -> bool:
    """Say whether both are months or seasons, without a day, of one year."""
    return bool(start.year == end.year and start.month and end.month) and not (start.day or end.day)
