"""Dates in English words: "12 February 2025", "about 13 February 2025", "n.d.".

New Hart's Rules, 11.3 and 4.11: days as cardinal numbers, en rules between the ends of an
interval, spaced where an end is of several words. Chicago Manual of Style, 6.38, for America.
"""

from __future__ import annotations

from briefing.model.dates import Moment
from briefing.typesetting import calendar
from briefing.typesetting.characters import JOINER, NO_BREAK
from briefing.typesetting.dates.spans import Spanned


class English(Spanned):
    """The words of one date, as Britain and most of the world have it."""

    names = calendar.ENGLISH
    undated = "n.d."

    def moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return "12 February 2025"."""
        words = [str(moment.day)] if moment.day else []
        if moment.month:
            words.append(self.month(moment.month))
        if year or not words:
            words.append(self.year(moment))
        return NO_BREAK.join(words)

    def days(self, start: Moment, end: Moment) -> str:
        """Return "4–5 November 2025"."""
        return f"{start.day}–{JOINER}{self.moment(end)}"

    def about(self, moment: Moment) -> str:
        """Return "about 12 February 2025"; "c. 12 Feb 2025"."""
        return f"{self._around}{self.moment(moment)}"

    def since(self, moment: Moment) -> str:
        """Return "after 26 August 2025"."""
        return f"after {self._about}{self.moment(moment)}"

    def until(self, moment: Moment) -> str:
        """Return "before 26 August 2025"."""
        return f"before {self._about}{self.moment(moment)}"

    def nearly(self, words: str, start: Moment) -> str:  # noqa: ARG002 - German asks for it
        """Return "about 4–5 November 2025"."""
        return f"{self._around}{words}" if self.approximate else words

    def year(self, moment: Moment) -> str:
        """Return "2025", "44 BC"."""
        return str(moment.year) if moment.year > 0 else f"{1 - moment.year}{NO_BREAK}BC"

    @property
    def _about(self) -> str:
        return "about " if self.approximate else ""

    @property
    def _around(self) -> str:
        return f"{'c.' if self._short else 'about'}{self.gap}"


class American(English):
    """The words of one date, the month before the day."""

    names = calendar.AMERICAN

    def moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return "February 12, 2025"; months and seasons as the British do."""
        if not moment.day or not moment.month:
            return super().moment(moment, year=year)
        day = f"{self.month(moment.month)}{NO_BREAK}{moment.day}"
        return f"{day}, {self.year(moment)}" if year else day

    def days(self, start: Moment, end: Moment) -> str:
        """Return "November 4–5, 2025"."""
        return f"{self.moment(start, year=False)}–{JOINER}{end.day}, {self.year(end)}"
