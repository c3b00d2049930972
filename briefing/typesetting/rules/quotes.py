"""Quotation marks by structure.

Lexique de l'Imprimerie nationale, « Guillemets »: « » outside; the house sets “ ” within
them. Marks are paired by a scan with a stack, in linear time, and only pairs are changed: an
unbalanced mark may be an inch, a slip or a paragraph of a longer quotation.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.typesetting.characters import CLOSERS, OPENERS, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, skip_left, skip_right
from briefing.typesetting.tape import Edit, Tape

_TO_MEND: Final = '"“”'
_MARKS: Final = Pattern('["“”«»]|\n[ \t]*\n', '"', "“", "”", "«")
_GUILLEMETS: Final = Pattern("[«»]", "«", "»")
_PARTNERS: Final = {"»": "«", "”": "“", '"': '"'}
_BEFORE_OPENING: Final = f"{SPACES}\n\t{OPENERS}–—'’/"
_AFTER_CLOSING: Final = f"{SPACES}\n\t{CLOSERS}.,;:!?…–—/"
_NEVER_AFTER: Final = "\n«"


class _Pair(NamedTuple):
    """Offsets of an opening mark and of its closing mark."""

    opening: int
    closing: int


class _Stack:
    """The marks still open, with how many there are of each kind."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._count = dict.fromkeys('«“"', 0)

    def holds(self, kinds: str) -> bool:
        """Whether a mark of one of `kinds` is open."""
        return any(self._count[kind] for kind in kinds)

    def push(self, offset: int, kind: str) -> None:
        """Open a mark."""
        self._open.append((offset, kind))
        self._count[kind] += 1

    def pop(self, kinds: str) -> int:
        """Close the last mark of one of `kinds`, giving up those opened since."""
        while True:
            offset, kind = self._open.pop()
            self._count[kind] -= 1
            if kind in kinds:
                return offset


def pair_marks(text: str) -> list[_Pair]:
    """Return the pairs of quotation marks, by the offset of their closing mark."""
    pairs: list[_Pair] = []
    stack = _Stack()
    for match in _MARKS.finditer(text):
        mark, offset = match[0], match.start()
        if len(mark) > 1:  # a blank line: no quotation runs over it
            stack = _Stack()
        elif _closes(text, offset, stack):
            pairs.append(_Pair(stack.pop(_PARTNERS[mark]), offset))
        elif mark in "«“" or (mark == '"' and _may_open(text, offset)):
            stack.push(offset, mark)
    return pairs


def _closes(text: str, offset: int, stack: _Stack) -> bool:
    """Whether the mark at `offset` closes one that is open."""
    mark = text[offset]
    if mark not in _PARTNERS or not stack.holds(_PARTNERS[mark]):
        return False
    if mark != '"':
        return True
    if _is_prime(text, offset):
        return False
    before, after = _free_sides(text, offset)
    return after or not before


def _free_sides(text: str, offset: int) -> tuple[bool, bool]:
    """Whether the straight mark at `offset` has no word on its left, and on its right."""
    before = offset == 0 or text[offset - 1] in _BEFORE_OPENING
    after = offset + 1 == len(text) or text[offset + 1] in _AFTER_CLOSING
    return before, after


def _may_open(text: str, offset: int) -> bool:
    """Whether a straight mark that closes nothing may open a quotation."""
    before, after = _free_sides(text, offset)
    if after and not before:
        return False
    return not (offset and text[offset - 1].isdigit())  # 27" is a measure


def _is_prime(text: str, offset: int) -> bool:
    """Whether the mark is that of seconds or inches: 5'30", 6'2"."""
    start = offset
    while start and offset - start < 2 and text[start - 1].isdigit():
        start -= 1
    return 1 < start < offset and text[start - 1] in "'’′" and text[start - 2].isdigit()


def _levels(pairs: list[_Pair]) -> list[tuple[int, bool, bool]]:
    """Return each mark in order: offset, whether it opens, whether it is of the outer level."""
    ends = sorted(
        [(pair.opening, True) for pair in pairs] + [(pair.closing, False) for pair in pairs]
    )
    marks: list[tuple[int, bool, bool]] = []
    depth = 0
    for offset, opens in ends:
        depth -= not opens
        marks.append((offset, opens, depth == 0))
        depth += opens
    return marks


def shape(tape: Tape, _: Conventions) -> None:
    """Give paired marks the shape of their level, without the spaces inside them."""
    text = tape.text
    if not any(mark in text for mark in _TO_MEND) and text.count("«") < 2:
        return
    edits: list[Edit] = []
    taken = 0
    for offset, opens, outer in _levels(pair_marks(text)):
        if opens:
            end = skip_right(text, offset + 1)
            edits.append((offset, end, "«" if outer else "“"))
        else:
            start, end = max(taken, skip_left(text, offset)), offset + 1
            edits.append((start, end, "»" if outer else "”"))
        taken = end
    tape.edit(edits)


def space(tape: Tape, country: Conventions) -> None:
    """Set the spaces inside « », paired or not."""
    text = tape.text
    gap = country.quotes
    edits: list[Edit] = []
    taken = 0
    for match in _GUILLEMETS.finditer(text):
        at = match.start()
        if match[0] == "«":
            end = skip_right(text, at + 1)
            if end < len(text) and text[end] != "\n":
                edits.append((at, end, "«" + gap))
                taken = end
        else:
            start = max(taken, skip_left(text, at))
            if start and text[start - 1] not in _NEVER_AFTER and text[at - 1] != "«":
                edits.append((start, at, "" if start == taken else gap))
    tape.edit(edits)


RULES: Final[tuple[NamedRule, ...]] = (("quotation marks", shape),)
SPACING: Final[tuple[NamedRule, ...]] = (("spaces inside guillemets", space),)
"""Applied after dashes: a dash at the edge of a quotation takes no space from it."""
