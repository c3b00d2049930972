"""Spaces before high punctuation and inside guillemets.

Lexique de l'Imprimerie nationale, « Ponctuation »: a narrow no-break space before `; ! ?`, a
full no-break space before `:`. A sign inside a word (12:30, a?b=1, ::) is no punctuation: a
sign counts as such before a space, another sign, a closing mark or the end.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import JOINER, OPENERS, SPACE
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules import quotes
from briefing.typesetting.rules.base import NamedRule, space_before
from briefing.typesetting.tape import Tape

# Neither `;` nor `:` counts before a parenthesis or an apostrophe: that would make a smiley of it.
_HIGH: Final = Pattern(
    r"[!?](?=[\s«»”\"'’)\]}!?;…,–—]|\Z)|;(?=[\s«»”\"\]}!?;…,–—]|\Z)", ";", "!", "?"
)
_COLON: Final = Pattern(r":(?=[\s«»”\"\]}…]|\Z)", ":")
# After a space that the author typed, a sign is one though the next word touches it (oui ;non).
_HELD: Final = Pattern(
    rf"[;!?](?<={SPACE}.)(?:(?<=;)(?=[^\W\d_])|(?<!;)(?=[A-ZÀ-ÖØ-Þ]))", ";", "!", "?"
)
_HELD_COLON: Final = Pattern(rf":(?<={SPACE}:)(?=[^\W_])(?!\w{{1,30}}:)", ":")
_NEVER_AFTER: Final = f"\n\t{OPENERS}{JOINER}¿¡"
_ONE_WITH: Final = "!?;:/'"
"""Signs that make one with the next (?!), a path or a smiley."""


def high(tape: Tape, country: Conventions) -> None:
    """Set the space before `; ! ?`; a run of them (?!) takes one."""
    space_before(tape, _HIGH, country.high, _NEVER_AFTER, one_with=_ONE_WITH)
    if country.high:
        space_before(tape, _HELD, country.high, _NEVER_AFTER, one_with=_ONE_WITH)


def colon(tape: Tape, country: Conventions) -> None:
    """Set the space before `:`."""
    for marks in (_COLON, _HELD_COLON):
        space_before(tape, marks, country.colon, _NEVER_AFTER, one_with=_ONE_WITH)


RULES: Final[tuple[NamedRule, ...]] = (
    *quotes.SPACING,
    ("high punctuation", high),
    ("colon", colon),
)
