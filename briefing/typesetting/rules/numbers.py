"""Figures grouped by thousands.

Lexique de l'Imprimerie nationale, « Nombres »: groups of three figures apart by a narrow
no-break space, but never in a year, the number of a page, an article or a street, a code. What
the author grouped is set; a number without groups is grouped only where the house asks for it
(`grouped_from`: 4 figures as the Imprimerie nationale has it, 5 as OQLF), and only where it
clearly counts something: 2025 is a year more often than a sum.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.typesetting.calendar import MONTHS, SEASONS
from briefing.typesetting.characters import NARROW, NO_BREAK, SPACE, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule
from briefing.typesetting.rules.units import AFTER_NUMBER
from briefing.typesetting.tape import Tape

# At most four groups: an endless column of them is a table, and the search stays linear.
_GROUPED: Final = Pattern(
    rf"[1-9](?<![\w,.+].)[0-9]{{0,2}}(?:{SPACE}[0-9]{{3}}){{1,4}}(?![\w'’]|{SPACE}[0-9])"
)
_NARROWED: Final = dict.fromkeys(map(ord, SPACES), NARROW)
# Figures before the number make one thing with it, as in 0 800 123 456 or 978 2 070 123;
# a year alone doesn't.
_FIGURES_BEFORE: Final = Pattern(rf"(?<![0-9])[0-9]{{1,3}}{SPACE}\Z")

_SIGNED: Final = Pattern(
    rf"(?<!\w\+)(?<=\+)[1-9][0-9]{{0,2}}(?:{SPACE}[0-9]{{3}}){{1,2}}(?![\w'’]|{SPACE}[0-9])", "+"
)

# France, its free numbers, Switzerland, Canada, then abroad: 01 40 61 60 00, 0 800 123 456,
# 022 791 21 11, (514) 555-1234, +33 1 40 61 60 00.
_TELEPHONE: Final = Pattern(
    rf"[02-9+](?:(?<=0)(?<![\w.,+].)(?:[1-9](?:{SPACE}[0-9]{{2}}){{4}}|{SPACE}?8[0-9]{{2}}(?:{SPACE}[0-9]{{3}}){{2}}"
    rf"|[1-9][0-9]{SPACE}[0-9]{{3}}(?:{SPACE}[0-9]{{2}}){{2}})"
    rf"|(?<=[2-9])(?<![\w.,+].)[0-9]{{2}}\)?{SPACE}[0-9]{{3}}-[0-9]{{4}}"
    rf"|(?<=\+)[0-9]{{1,3}}{SPACE}\(?[0-9]{{1,4}}\)?(?:(?:{SPACE}|-)[0-9]{{2,4}}){{2,5}})"
    rf"(?!\w|,[0-9]|{SPACE}[0-9])"
)
_UNBROKEN: Final = dict.fromkeys(map(ord, SPACES), NO_BREAK)

_UNGROUPED: Final = Pattern(
    r"[1-9](?<![\w.,/@#&+=:;'’°§$€£*_-].)[0-9]{3,8}(?![\w/@:'’°-]|[.,][0-9]{3})"
)
_COUNTED: Final = Pattern(rf"(?:,[0-9]{{1,2}})?(?:{AFTER_NUMBER})")
_WORD: Final = Pattern(
    rf"(?:,[0-9]{{1,2}})?{SPACE}(?!av\.|apr\.|avant |après |et |ou |à )[a-zà-ÿœ]{{2,}}"
)
_NAMED: Final = Pattern(
    r"(?:\b(?:p|pp|art|articles?|pages?|n[°º]s?|nos?|numéros?|codes?|postal|ISBN|ISSN|ISO|RFC|BP|CS"
    r"|tél|téléphone|réf|référence|loi|résolutions?|port|dossier|vol|années?|ans?|exercices?|vers"
    rf"|depuis|dès|fin|début|{'|'.join((*MONTHS, *SEASONS))})\.?|§|#){SPACE}\Z"
)
_YEARS: Final = range(1000, 2200)
_LONG: Final = 5
_LOOK_BEHIND: Final = 16
"""Characters; the longest word that announces a number has fewer."""


def _narrow(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 5) : match.start()]
    return match[0] if _FIGURES_BEFORE.compiled.search(before) else match[0].translate(_NARROWED)


def thousands(tape: Tape, _: Conventions) -> None:
    """Part groups of three figures by a narrow no-break space."""
    tape.sub(_GROUPED, _narrow)
    tape.sub(_SIGNED, lambda match: match[0].translate(_NARROWED))


def telephone_numbers(tape: Tape, _: Conventions) -> None:
    """Keep a telephone number on its line."""
    tape.sub(_TELEPHONE, lambda match: match[0].translate(_UNBROKEN))


def grouping(tape: Tape, country: Conventions) -> None:
    """Group the numbers that have as many figures as the house asks for."""
    least = country.grouped_from
    if least:
        tape.sub(_UNGROUPED, lambda match: _grouped(match) if _counts(match, least) else match[0])


def _grouped(match: re.Match[str]) -> str:
    return f"{int(match[0]):,}".replace(",", NARROW)


def _counts(match: re.Match[str], least: int) -> bool:
    """Whether the number is long enough, and counts something."""
    text, (start, end) = match.string, match.span()
    if end - start < least or _NAMED.compiled.search(text[max(0, start - _LOOK_BEHIND) : start]):
        return False
    if _COUNTED.compiled.match(text, end):
        return True
    if end - start < _LONG and int(match[0]) in _YEARS:
        return False
    return bool(_WORD.compiled.match(text, end))


RULES: Final[tuple[NamedRule, ...]] = (
    ("telephone numbers", telephone_numbers),
    ("grouping", grouping),
    ("thousands", thousands),
)
