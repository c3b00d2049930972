"""Dates and times, unbreakable.

Lexique de l'Imprimerie nationale, « Dates », « Heures », « Coupures »: the day, the month and
the year stay together, and so do the hours and the minutes (14 h 30).
"""

from __future__ import annotations

import re
from typing import Final

from briefing.typesetting.calendar import MONTHS, SEASONS, SHORT_MONTHS
from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.patterns import Pattern, after_any
from briefing.typesetting.rules.base import NamedRule, substitution

_MONTHS: Final = tuple(map(re.escape, dict.fromkeys((*MONTHS, *SHORT_MONTHS))))
_PERIODS: Final = (*_MONTHS, *SEASONS)
_DAY_MONTH: Final = Pattern(rf"([0-9](?:er)?){SPACE}(?=(?i:{'|'.join(_MONTHS)})(?!\w))")
_MONTH_YEAR: Final = Pattern(rf"{SPACE}(?=[12][0-9]{{3}}(?![0-9]))(?i:{after_any(_PERIODS, '.')})")
_HOUR: Final = Pattern(
    rf"([0-9]){SPACE}(?=h{SPACE}[0-9]{{2}}(?![0-9]))", "h ", "h\u00a0", "h\u202f"
)
_MINUTES: Final = Pattern(
    rf"([0-9]{SPACE}?h){SPACE}(?=[0-9]{{2}}(?![0-9]))", "h ", "h\u00a0", "h\u202f"
)

RULES: Final[tuple[NamedRule, ...]] = (
    ("day and month", substitution(_DAY_MONTH, rf"\1{NO_BREAK}")),
    ("month and year", substitution(_MONTH_YEAR, NO_BREAK)),
    ("hour", substitution(_HOUR, rf"\1{NO_BREAK}")),
    ("minutes", substitution(_MINUTES, rf"\1{NO_BREAK}")),
)
