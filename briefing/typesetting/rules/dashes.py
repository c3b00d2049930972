"""Dashes of parenthesis (« tirets d'incise »).

Lexique de l'Imprimerie nationale, « Tiret »: a dash between spaces, no-break on the side of
what it encloses; en or em dash, as the house has it. UAX 14 allows a break between an en dash and a
no-break space (LB12a), which WeasyPrint and browsers make: a word joiner stands between the
opening dash and its space, and after the en dash of a range (2014–2015). Hyphens are untouched.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.typesetting.characters import CLOSERS, JOINER, NO_BREAK, OPENERS, SPACE, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, skip_left, skip_right, substitution
from briefing.typesetting.tape import Edit, Tape

_DASH: Final = Pattern(rf"–|—|-(?<={SPACE}-)-?(?={SPACE})", "–", "—", "- ", "-\u00a0", "-\u202f")
# One sign is taken, then told: `re` jumps from one to the next.
_EVENT: Final = Pattern(
    rf"[–—«“(\[»”)\];!?….\n-](?:(?P<dash>(?<=[–—])|(?<={SPACE}-)-?(?={SPACE}))"
    r"|(?P<open>(?<=[«“(\[]))|(?P<close>(?<=[»”)\]]))"
    rf"|(?P<stop>(?<=[;\n])|(?:(?<=[!?…])|(?<=\w\w\.)|(?<=[)\]»”%]\.))(?={SPACE}+[^\W\d_a-zà-ÿ])))"
)
_RANGE: Final = Pattern("–(?=[0-9])(?<=[0-9].)", "–")
_GLUE: Final = SPACES + JOINER
_DASHES: Final = "–—-"
_AFTER_OPENING: Final = f"{JOINER}{NO_BREAK}"
_BEFORE_LEADING: Final = f"\n{OPENERS}"
_AFTER_CLOSING: Final = f",;:.!?{CLOSERS}"


class _Dash(NamedTuple):
    """A dash, the spaces around it, and the characters beyond ("" at the edge)."""

    start: int
    end: int
    mark: str
    spaced_before: bool
    spaced_after: bool
    before: str
    after: str


def _read(text: str, match: re.Match[str]) -> _Dash:
    start, end = skip_left(text, match.start(), _GLUE), skip_right(text, match.end(), _GLUE)
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    spaced = (start < match.start(), bool(text[match.end() : end].strip(JOINER)))
    return _Dash(start, end, match[0], *spaced, before, after)


def _stands_alone(dash: _Dash) -> bool:
    """Whether a dash means something by itself: an empty cell, a rule of several dashes."""
    neighbours = dash.before + dash.after
    return not neighbours or any(neighbour in _DASHES for neighbour in neighbours)


def _ends_price(text: str, dash: _Dash) -> bool:
    """Whether a dash stands for no centimes, as in 20.– of Switzerland."""
    return (
        dash.before == "."
        and not dash.spaced_before
        and text[dash.start - 2 : dash.start - 1].isdigit()
    )


def _is_incise(dash: _Dash) -> bool:
    """Whether a dash stands between words, not in a compound, a range or a sum."""
    before, after = dash.before.isdigit(), dash.after.isdigit()
    if dash.after and dash.after in _AFTER_CLOSING:
        return dash.mark in "–—"
    if (before and after) or dash.after == "\n":
        return False
    if dash.mark != "—" or before or after:
        return dash.spaced_after or (dash.spaced_before and not after)
    return True


def _may_lead(dash: _Dash) -> bool:
    """Whether what follows a dash can be what it introduces: a line of dialogue, a name."""
    if dash.mark not in "–—" or not dash.after or dash.after in f"\n{_AFTER_CLOSING}":
        return False
    return dash.spaced_after or not dash.after.isdigit()  # –5 °C


class _Reader:
    """Pairs dashes sentence by sentence, and apart within quotations and brackets."""

    def __init__(self, text: str, dash: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self._opening = f"{dash}{_AFTER_OPENING}"
        self._closing = f"{NO_BREAK}{dash}"
        self._inside = [False]
        """For each open group, whether a dash is open in it."""

    def read(self) -> list[Edit]:
        """Return the edits that give every dash its spaces."""
        for match in _EVENT.finditer(self.text):
            if match.lastgroup == "dash":
                self._dash(match)
            elif match.lastgroup == "open":
                self._inside.append(False)
            elif match.lastgroup == "stop":
                self._inside[-1] = False
            elif len(self._inside) > 1:
                self._inside.pop()
        return self.edits

    def _dash(self, match: re.Match[str]) -> None:
        dash = _read(self.text, match)
        if _stands_alone(dash) or _ends_price(self.text, dash):
            return
        if not dash.before or dash.before in _BEFORE_LEADING:
            if _may_lead(dash):
                self.edits.append((match.start(), dash.end, self._opening))
        elif _is_incise(dash):
            self._incise(dash, match)

    def _incise(self, dash: _Dash, match: re.Match[str]) -> None:
        if not dash.after:
            self.edits.append((dash.start, match.end(), self._closing))
        elif dash.after in _AFTER_CLOSING:
            self.edits.append((dash.start, dash.end, self._closing))
            self._inside[-1] = False
        elif self._inside[-1]:
            self.edits.append((dash.start, dash.end, f"{self._closing} "))
            self._inside[-1] = False
        else:
            self.edits.append((dash.start, dash.end, f" {self._opening}"))
            self._inside[-1] = True


def incises(tape: Tape, country: Conventions) -> None:
    """Space the dashes of parenthesis, and give them the length of the house."""
    if _DASH.may_match(tape.text):
        tape.edit(_Reader(tape.text, country.dash).read())


RULES: Final[tuple[NamedRule, ...]] = (
    ("dashes", incises),
    ("ranges", substitution(_RANGE, f"–{JOINER}")),
)
