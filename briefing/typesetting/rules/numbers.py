"""Figures grouped by thousands.

Lexique de l'Imprimerie nationale, « Nombres »: groups of three figures apart by a narrow
no-break space. Only what the author grouped already: 2025 is a year more often than a sum.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NARROW, SPACE
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

# One separator at a time, seen from the figure before it; the lookbehinds ask for one to three
# figures that begin a number or continue one.
_GROUP: Final = Pattern(
    rf"([0-9]){SPACE}(?=[0-9]{{3}}(?![\w'’]|{SPACE}[0-9]{{1,2}}(?![0-9])|{SPACE}[0-9]{{4}}))"
    rf"(?:(?<=(?<![\w,.'’-])[1-9].)|(?<=(?<![\w,.'’-])[1-9][0-9].)"
    rf"|(?<=(?<![\w,.'’-])[1-9][0-9][0-9].)|(?<=[0-9]{SPACE}[0-9]{{3}}.))"
)

RULES: Final[tuple[NamedRule, ...]] = (
    ("thousands", substitution(_GROUP, rf"\g<1>{NARROW}")),
)
