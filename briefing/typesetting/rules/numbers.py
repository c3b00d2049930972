"""Figures grouped by thousands.

Lexique de l'Imprimerie nationale, « Nombres »: groups of three figures apart by a narrow
no-break space. Only what the author grouped already: 2025 is a year more often than a sum.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.typesetting.characters import NARROW, SPACE, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule
from briefing.typesetting.tape import Tape

# At most four groups: an endless column of them is a table, and the search stays linear.
_GROUPED: Final = Pattern(
    rf"[1-9](?<![\w,.].)[0-9]{{0,2}}(?:{SPACE}[0-9]{{3}}){{1,4}}(?![\w'’]|{SPACE}[0-9])"
)
_NARROWED: Final = dict.fromkeys(map(ord, SPACES), NARROW)


def _narrow(match: re.Match[str]) -> str:
    return match[0].translate(_NARROWED)


def thousands(tape: Tape, _: Conventions) -> None:
    """Part groups of three figures by a narrow no-break space."""
    tape.sub(_GROUPED, _narrow)


RULES: Final[tuple[NamedRule, ...]] = (("thousands", thousands),)
