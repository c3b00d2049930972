"""Quotation marks by structure.

Lexique de l'Imprimerie nationale, « Guillemets »: « » outside; the house sets “ ” within
them. Marks are paired by a scan with a stack, in linear time, and only pairs are changed: an
unbalanced mark may be an inch, a slip or a paragraph of a longer quotation.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.typesetting.characters import CLOSERS, JOINER, OPENERS, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, skip_left, skip_right
from briefing.typesetting.tape import Edit, Tape

_TO_MEND: Final = '"“”'
_MARKS: Final = Pattern('["“”«»]|\n[ \t]*\n', '"', "“", "”", "«")
_GUILLEMETS: Final = Pattern("[«»]", "«", "»")
_PARTNERS: Final = {"»": "«", "”": "“"}
_BEFORE_OPENING: Final = f"{SPACES}{JOINER}\n\t{OPENERS}–—'’/"
_AFTER_CLOSING: Final = f"{SPACES}{JOINER}\n\t{CLOSERS}.,;:!?…–—/"
_NEVER_AFTER: Final = "\n«"


class _Pair(NamedTuple):
    """Offsets of an opening mark and of its closing mark."""

    opening: int
    closing: int


class _Group(NamedTuple):
    """An open « or “, or the paragraph itself, and the straight marks open directly in it."""

    mark: str
    offset: int
    straight: list[int]


def pair_marks(text: str) -> list[_Pair]:
    """Return the pairs of quotation marks, by the offset of their closing mark.

    Pairs never cross: a mark that could only close over another kind's opening is left alone.
    Straight marks still open when their group closes were no quotation.
    """
    pairs: list[_Pair] = []
    groups = [_Group("", 0, [])]
    for match in _MARKS.finditer(text):
        mark, offset = match[0], match.start()
        if mark == '"':
            _straight(text, offset, groups[-1].straight, pairs)
        elif mark in _PARTNERS:
            if groups[-1].mark == _PARTNERS[mark]:
                pairs.append(_Pair(groups.pop().offset, offset))
        elif mark in "«“":
            groups.append(_Group(mark, offset, []))
        else:  # a blank line: no quotation runs over it
            groups = [_Group("", 0, [])]
    return pairs


def _straight(text: str, offset: int, still_open: list[int], pairs: list[_Pair]) -> None:
    """Read a straight mark: it closes the last one open, or opens, or is neither."""
    before, after = _free_sides(text, offset)
    if still_open and (after or not before):
        if not _is_prime(text, offset):
            pairs.append(_Pair(still_open.pop(), offset))
    elif (before or not after) and not (offset and text[offset - 1].isdigit()):  # 27" is a measure
        still_open.append(offset)


def _free_sides(text: str, offset: int) -> tuple[bool, bool]:
    """Whether the straight mark at `offset` has no word on its left, and on its right."""
    before = offset == 0 or text[offset - 1] in _BEFORE_OPENING
    after = offset + 1 == len(text) or text[offset + 1] in _AFTER_CLOSING
    return before, after


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
    """Give paired marks the shape of their level."""
    text = tape.text
    if not any(mark in text for mark in _TO_MEND) and text.count("«") < 2:
        return
    edits: list[Edit] = []
    taken = 0
    for offset, opens, outer in _levels(pair_marks(text)):
        edit = _outer(offset, opens) if outer else _inner(text, offset, opens, taken)
        edits.append(edit)
        taken = edit[1]
    tape.edit(edits)


def _outer(offset: int, opens: bool) -> Edit:
    return (offset, offset + 1, "«" if opens else "»")


def _inner(text: str, offset: int, opens: bool, taken: int) -> Edit:
    """Return the edit of an inner mark, which takes the spaces inside with it."""
    if opens:
        return (offset, skip_right(text, offset + 1), "“")
    return (max(taken, skip_left(text, offset)), offset + 1, "”")


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
