"""Points de suspension.

Lexique de l'Imprimerie nationale, « Points de suspension »: one sign of
three points, set against the word before; `etc.` means that the list goes on, and is never
followed by them. A line never begins with […], for words left out.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution
from briefing.typesetting.tape import Tape

_ET_CETERA: Final = Pattern(r"([Ee]tc)(?<!\w\1)(?:\.\.|\.?…)[.…]*", "etc", "Etc")
# Four points or more are leaders of a table, and two are a slip: neither is ours to judge.
_THREE_POINTS: Final = Pattern(r"\.\.\.(?<!\.\.\.\.)(?!\.)", "...")
_CUT: Final = Pattern(r" (?=\[(?:…|\.\.\.)\])(?<=\S )", "[…", "[...")


def bind_cuts(tape: Tape) -> None:
    """Keep […] on the line of the word before it."""
    tape.sub(_CUT, NO_BREAK)


RULES: Final[tuple[NamedRule, ...]] = (
    ("et cetera", substitution(_ET_CETERA, r"\1.")),
    ("ellipsis", substitution(_THREE_POINTS, "…")),
    ("words left out", lambda tape, _: bind_cuts(tape)),
)
