"""Dates and times, unbreakable.

Lexique de l'Imprimerie nationale, « Dates », « Heures », « Coupures »: the day, the month and
the year stay together, and so do the hours and the minutes (14 h 30).
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

_MONTH: Final = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|janv\.|févr\.|avr\.|juill\.|sept\.|oct\.|nov\.|déc\.)"
)
_SEASON: Final = r"(?:printemps|été|automne|hiver)"
_DAY_MONTH: Final = Pattern(
    rf"([0-9]|1er){SPACE}(?=(?i:{_MONTH})(?!\w))(?<=(?<![0-9]).{{2}})"
    rf"(?<!(?<=[0-9])[0-9]{{2}}{SPACE})"
)
_MONTH_YEAR: Final = Pattern(
    rf"((?i:{_MONTH})|{_SEASON}){SPACE}(?=[12][0-9]{{3}}(?![0-9]))"
)
_HOUR: Final = Pattern(rf"([0-9]){SPACE}(?=h{SPACE}[0-9]{{2}}(?![0-9]))")
_MINUTES: Final = Pattern(rf"([0-9]{SPACE}?h){SPACE}(?=[0-9]{{2}}(?![0-9]))")

RULES: Final[tuple[NamedRule, ...]] = (
    ("day and month", substitution(_DAY_MONTH, rf"\1{NO_BREAK}")),
    ("month and year", substitution(_MONTH_YEAR, rf"\1{NO_BREAK}")),
    ("hour", substitution(_HOUR, rf"\1{NO_BREAK}")),
    ("minutes", substitution(_MINUTES, rf"\1{NO_BREAK}")),
)
