"""The rules of French typography, in the order in which they apply.

Each module holds one family and exports `RULES`, an ordered tuple of `(name, rule)`. The order
matters: quotation marks must have their shape before an apostrophe is told from the end of a
quotation and before dashes are paired inside them, and dashes their spaces before punctuation
takes its own; a unit must be apart from its number before the
number is grouped.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.rules import (
    abbreviations,
    apostrophes,
    dashes,
    dates,
    ellipsis,
    numbers,
    punctuation,
    quotes,
    units,
)
from briefing.typesetting.rules.base import NamedRule

RULES: Final[tuple[NamedRule, ...]] = (
    *ellipsis.RULES,
    *quotes.RULES,
    *apostrophes.RULES,
    *dashes.RULES,
    *punctuation.RULES,
    *units.RULES,
    *abbreviations.RULES,
    *dates.RULES,
    *numbers.RULES,
)
"""Every rule, in order."""
