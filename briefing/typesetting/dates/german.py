"""Dates in German words: „12. Februar 2025“, „um den 13. Februar 2025“, „o. D.“.

Duden, „Datum“ and „Bis-Strich“; DIN 5008: a dash without spaces within a month, and with them
between ends of several words.
"""

from __future__ import annotations

from briefing.model.dates import Moment
from briefing.typesetting import calendar
from briefing.typesetting.characters import JOINER, NO_BREAK
from briefing.typesetting.dates.spans import Spanned
from briefing.typesetting.dates.words import is_season


class German(Spanned):
    """The words of one date."""

    names = calendar.GERMAN
    undated = f"o.{NO_BREAK}D."

    def moment(self, moment: Moment, *, year: bool = True) -> str:
        """Return „12. Februar 2025“."""
        words = [f"{moment.day}."] if moment.day else []
        if moment.month:
            words.append(self.month(moment.month))
        if year or not words:
            words.append(self.year(moment))
        return NO_BREAK.join(words)

    def days(self, start: Moment, end: Moment) -> str:
        """Return „4.–5. November 2025“."""
        return f"{start.day}.–{JOINER}{self.moment(end)}"

    def about(self, moment: Moment) -> str:
        """Return „um den 12. Februar 2025“, „um Februar 2025“."""
        return f"{self._around(moment)}{self.moment(moment)}"

    def since(self, moment: Moment) -> str:
        """Return „nach dem 26. August 2025“."""
        return f"{self._roughly}nach {_dative(moment)}{self.moment(moment)}"

    def until(self, moment: Moment) -> str:
        """Return „vor dem 26. August 2025“."""
        return f"{self._roughly}vor {_dative(moment)}{self.moment(moment)}"

    def nearly(self, words: str, start: Moment) -> str:
        """Return „um den 4.–5. November 2025“."""
        return f"{self._around(start)}{words}" if self.approximate else words

    def year(self, moment: Moment) -> str:
        """Return „2025“, „44 v. Chr.“."""
        if moment.year > 0:
            return str(moment.year)
        return NO_BREAK.join((str(1 - moment.year), "v.", "Chr."))

    @property
    def _roughly(self) -> str:
        return "etwa " if self.approximate else ""

    def _around(self, moment: Moment) -> str:
        article = f"den{NO_BREAK}" if moment.day or is_season(moment) else ""
        return f"um{self.gap}{article}"


def _dative(moment: Moment) -> str:
    """Return the article that „nach“ and „vor“ ask for; months and years have none."""
    return f"dem{NO_BREAK}" if moment.day or is_season(moment) else ""
