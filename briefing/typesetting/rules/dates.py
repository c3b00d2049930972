"""Dates and times, unbreakable.

Lexique de l'Imprimerie nationale, « Dates », « Heures », « Coupures »: the day, the month and
the year stay together, and so do the hours and the minutes (14 h 30). A range (juin-juillet)
stays whole too, though UAX 14 would break it after its hyphen.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.typesetting.calendar import MONTHS, SEASONS, SHORT_MONTHS
from briefing.typesetting.characters import JOINER, NO_BREAK, SPACE
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern, after_any
from briefing.typesetting.rules.base import NamedRule, substitution
from briefing.typesetting.tape import Tape

_MONTHS: Final = tuple(map(re.escape, dict.fromkeys((*MONTHS, *SHORT_MONTHS))))
_PERIODS: Final = (*_MONTHS, *SEASONS)
_WEEK: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY_MONTH: Final = Pattern(rf"([0-9](?:er)?){SPACE}(?=(?i:{'|'.join(_MONTHS)})(?!\w))")
_MONTH_YEAR: Final = Pattern(rf"{SPACE}(?=[12][0-9]{{3}}(?![0-9]))(?i:{after_any(_PERIODS, '.')})")
# Minutes are none before another h: the hour that follows would take them first.
_NO_HOUR: Final = rf"(?!{SPACE}?[hH])"
_HOUR: Final = Pattern(
    rf"([0-9](?<![\w.,:/-].)[0-9]?){SPACE}?h(?:{SPACE}?([0-9]{{2}})(?!{SPACE}[0-9]{{3}}){_NO_HOUR})?(?![\w/'’-])",
    "h",
)
_HOURS: Final = Pattern(
    rf"([0-9](?<![\w.,:/-].)[0-9]?){SPACE}?h(?:{SPACE}?([0-9]{{2}}))?-([0-9]{{1,2}}){SPACE}?h"
    rf"(?:{SPACE}?([0-9]{{2}})(?!{SPACE}[0-9]{{3}}){_NO_HOUR})?(?![\w/'’-])",
    "h",
)
_CAPITAL_HOUR: Final = Pattern(
    rf"([0-9](?<![\w.,:/-].)[0-9]?){SPACE}?H{SPACE}?([0-5][0-9]){_NO_HOUR}(?![\w/'’-])", "H"
)
_WORD_HOUR: Final = Pattern(
    rf"([0-9]{SPACE}heures?){SPACE}(?=[0-5]?[0-9](?![0-9]|{SPACE}[0-9]{{3}}))", "heure"
)
# Figures need nothing: no break follows a hyphen before one (UAX 14, LB25), save an en dash.
_RANGE: Final = Pattern(
    rf"[-–](?=[jfmasondlvéhpJFMASONDLVÉHP])(?=(?i:{'|'.join((*_PERIODS, *_WEEK))})(?!\w))"
    rf"(?:(?<=[0-9].)|(?<=[0-9]er.)|(?i:{after_any((*_PERIODS, *_WEEK), '.')}))"
)
_SECONDS: Final = Pattern(rf"([0-9]{SPACE}?min){SPACE}(?=[0-9]{{1,2}}(?![0-9]))", "min")


def _hour(match: re.Match[str]) -> str:
    return NO_BREAK.join(filter(None, (match[1], "h", match[2])))


def _hours(match: re.Match[str]) -> str:
    ends = ((match[1], "h", match[2]), (match[3], "h", match[4]))
    return "-".join(NO_BREAK.join(filter(None, end)) for end in ends)


def ranges_of_hours(tape: Tape, _: Conventions) -> None:
    """Space both ends of a range of hours: 8 h-10 h 30."""
    tape.sub(_HOURS, _hours)


def hours(tape: Tape, _: Conventions) -> None:
    """Space hours and minutes: 14 h, 14 h 30."""
    tape.sub(_HOUR, _hour)


RULES: Final[tuple[NamedRule, ...]] = (
    ("day and month", substitution(_DAY_MONTH, rf"\1{NO_BREAK}")),
    ("month and year", substitution(_MONTH_YEAR, NO_BREAK)),
    ("ranges of dates", substitution(_RANGE, rf"\g<0>{JOINER}")),
    ("ranges of hours", ranges_of_hours),
    ("hours", hours),
    ("hours in capitals", substitution(_CAPITAL_HOUR, rf"\1{NO_BREAK}H{NO_BREAK}\2")),
    ("minutes after hours in words", substitution(_WORD_HOUR, rf"\1{NO_BREAK}")),
    ("minutes and seconds", substitution(_SECONDS, rf"\1{NO_BREAK}")),
)
