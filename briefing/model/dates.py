"""Dates as documents give them: exact, partial, approximate, open, or absent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Precision(IntEnum):
    """How fine a date is; a larger value is coarser."""

    DAY = 0
    MONTH = 1
    SEASON = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date: a year, with a month or a season and a day where known."""

    year: int
    month: int | None = None
    """1 to 12, or an EDTF season: 21 (spring) to 24 (winter)."""
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """The unit this moment is known to."""
        if self.month is None:
            return Precision.YEAR
        if self.month > 12:
            return Precision.SEASON
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Year, month and day of the earliest day this moment may be."""
        month = self.month or 0
        if month > 12:  # a season sorts with its first month: 21 spring is March
            month = (month - 20) * 3
        return (self.year, month, self.day or 0)


@dataclass(frozen=True, slots=True)
class Date:
    """A date or an interval, EDTF (ISO 8601-2:2019) levels 0 and 1 as far as briefings need."""

    edtf: str
    """The value as the analyst wrote it."""
    start: Moment | None
    """None when the beginning is open (`../2025-08`)."""
    end: Moment | None = None
    """The end of an interval; None for a single date or an open end."""
    interval: bool = False
    approximate: bool = False
    """`~` or `%`: « vers »."""
    uncertain: bool = False
    """`?` or `%`."""

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """The key of a chronology; an open beginning sorts by its end."""
        moment = self.start or self.end
        return moment.sort_key if moment else (9999, 0, 0)

    @property
    def precision(self) -> Precision:
        """The coarsest precision of both ends."""
        return max((m.precision for m in (self.start, self.end) if m), default=Precision.YEAR)
