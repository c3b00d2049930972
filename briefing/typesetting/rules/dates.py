"""Dates and times, unbreakable.

Lexique de l'Imprimerie nationale, « Dates », « Heures », « Coupures »: the day, the month and
the year stay together, and so do the hours and the minutes (14 h 30).
"""

from __future__ import annotations

import re
from typing import Final

from briefing.typesetting.calendar import MONTHS, SEASONS, SHORT_MONTHS
from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern, after_any
from briefing.typesetting.rules.base import NamedRule, substitution
from briefing.typesetting.tape import Tape

_MONTHS: Final = tuple(map(re.escape, dict.fromkeys((*MONTHS, *SHORT_MONTHS))))
_PERIODS: Final = (*_MONTHS, *SEASONS)
_DAY_MONTH: Final = Pattern(rf"([0-9](?:er)?){SPACE}(?=(?i:{'|'.join(_MONTHS)})(?!\w))")
_MONTH_YEAR: Final = Pattern(rf"{SPACE}(?=[12][0-9]{{3}}(?![0-9]))(?i:{after_any(_PERIODS, '.')})")
_HOUR: Final = Pattern(
    rf"([0-9](?<![\w.,:/-].)[0-9]?){SPACE}?h(?:{SPACE}?([0-9]{{2}})(?!{SPACE}[0-9]{{3}}))?(?![\w/'’-])",
    "h",
)
_SECONDS: Final = Pattern(rf"([0-9]{SPACE}?min){SPACE}(?=[0-9]{{1,2}}(?![0-9]))", "min")


def _hour(match: re.Match[str]) -> str:
    return NO_BREAK.join(filter(None, (match[1], "h", match[2])))


def hours(tape: Tape, _: Conventions) -> None:
    """Space hours and minutes: 14 h, 14 h 30."""
    tape.sub(_HOUR, _hour)


RULES: Final[tuple[NamedRule, ...]] = (
    ("day and month", substitution(_DAY_MONTH, rf"\1{NO_BREAK}")),
    ("month and year", substitution(_MONTH_YEAR, NO_BREAK)),
    ("hours", hours),
    ("minutes and seconds", substitution(_SECONDS, rf"\1{NO_BREAK}")),
)
