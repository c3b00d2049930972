"""Quotation marks by structure.

Lexique de l'Imprimerie nationale, « Guillemets »: « » outside; “ ” within them, ‹ › in
Switzerland (Guide du typographe romand). Marks are paired by a scan with a stack, in linear time, and only pairs are changed: an
unbalanced mark may be an inch, a slip or a paragraph of a longer quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.typesetting.characters import CLOSERS, JOINER, OPENERS, SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, skip_left, skip_right
from briefing.typesetting.tape import Edit, Tape

_TO_MEND: Final = '"“”„‹›'
MARKS: Final = Pattern('["“”„«»‹›]')
_BLANK_LINE: Final = Pattern(r"\n[ \t]*\n", "\n")
_GUILLEMETS: Final = Pattern("[«»]", "«", "»")
_PARTNERS: Final = {"»": "«", "”": "“„", "›": "‹"}
"""What each closing mark may close; “ closes only what „ opens, as in German."""
_BEFORE_OPENING: Final = f"{SPACES}{JOINER}\n\t{OPENERS}–—'’‘/"
_AFTER_CLOSING: Final = f"{SPACES}{JOINER}\n\t{CLOSERS}.,;:!?…–—/"
_NEVER_AFTER: Final = "\n«"
_STOPS: Final = ".,!?…"
_AFTER_LOW: Final = f"{SPACES}\n\t{_STOPS};:)]»"


class _Mark(NamedTuple):
    """A mark the scan has understood; `paired` ones may change shape, others only enclose."""

    offset: int
    opens: bool
    paired: bool = True


class _Group(NamedTuple):
    """An open « or “, or the paragraph itself, and the straight marks open directly in it."""

    mark: str
    offset: int
    straight: list[int]


class Scan:
    """Pairs the quotation marks of one paragraph.

    Pairs never cross. A stray closing mark gives up all that is open, since one cannot tell
    what it closes; straight marks still open when their group closes were no quotation. An
    unpaired « still encloses: every paragraph of a long quotation begins with one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._groups = [_Group("", 0, [])]
        self._marks: list[_Mark] = []

    def read(self, start: int, end: int) -> list[_Mark]:
        """Return the marks between two offsets, in order."""
        for match in MARKS.compiled.finditer(self._text, start, end):
            mark, offset = match[0], match.start()
            if mark == '"':
                self._straight(offset)
            elif mark in _PARTNERS or (mark == "“" and self._ends_low(offset)):
                self._close(mark, offset)
            elif mark != "„" or _free_sides(self._text, offset)[0]:
                self._groups.append(_Group(mark, offset, []))
        self._give_up()
        return sorted(self._marks)

    def _pair(self, opening: int, closing: int) -> None:
        self._marks += (_Mark(opening, opens=True), _Mark(closing, opens=False))

    def _ends_low(self, offset: int) -> bool:
        """Whether the “ at `offset` ends a „, as in German: after a word, before none."""
        text = self._text
        if self._groups[-1].mark != "„" or not (
            text[offset - 1].isalnum() or text[offset - 1] in _STOPS
        ):
            return False
        return offset + 1 == len(text) or text[offset + 1] in _AFTER_LOW

    def _close(self, mark: str, offset: int) -> None:
        opening = self._groups[-1].mark
        if opening and opening in _PARTNERS.get(mark, "„"):
            self._pair(self._groups.pop().offset, offset)
            return
        self._give_up()
        if mark == "»":
            self._marks.append(_Mark(offset, opens=False, paired=False))

    def _give_up(self) -> None:
        """Leave unpaired all that is open."""
        for group in self._groups[1:]:
            if group.mark == "«":
                self._marks.append(_Mark(group.offset, opens=True, paired=False))
        self._groups = [_Group("", 0, [])]

    def _straight(self, offset: int) -> None:
        """Read a straight mark: it closes the last one open, or opens, or is neither."""
        still_open = self._groups[-1].straight
        before, after = _free_sides(self._text, offset)
        if still_open and still_open[-1] == offset - 1:
            if after:
                still_open.pop()  # an empty pair quotes nothing
            else:
                still_open.append(offset)  # ""a quotation that begins with another""
        elif still_open and (after or not before):
            if not is_prime(self._text, offset):
                self._pair(still_open.pop(), offset)
        elif (before or not after) and not (offset and self._text[offset - 1].isdigit()):
            still_open.append(offset)  # but 27" is a measure


def _free_sides(text: str, offset: int) -> tuple[bool, bool]:
    """Whether the straight mark at `offset` has no word on its left, and on its right."""
    before = offset == 0 or text[offset - 1] in _BEFORE_OPENING
    after = offset + 1 == len(text) or text[offset + 1] in _AFTER_CLOSING
    return before, after


def is_prime(text: str, offset: int) -> bool:
    """Whether the mark is that of seconds or inches: 5'30", 6'2"."""
    start = offset
    while start and offset - start < 2 and text[start - 1].isdigit():
        start -= 1
    return 1 < start < offset and text[start - 1] in "'’′" and text[start - 2].isdigit()


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of each paragraph: no quotation runs over a blank line."""
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _levels(marks: list[_Mark]) -> Iterator[tuple[_Mark, bool]]:
    """Yield each paired mark, and whether it is of the outer level."""
    depth = 0
    for mark in marks:
        depth = max(0, depth - (not mark.opens))
        if mark.paired:
            yield mark, depth == 0
        depth += mark.opens


def shape(tape: Tape, country: Conventions) -> None:
    """Give paired marks the shape of their level."""
    text = tape.text
    if not any(mark in text for mark in _TO_MEND) and text.count("«") < 2:
        return
    edits: list[Edit] = []
    for start, end in paragraphs(text):
        taken = start
        for mark, outer in _levels(Scan(text).read(start, end)):
            edits.append(_outer(mark) if outer else _inner(text, mark, taken, country.inner))
            taken = edits[-1][1]
    tape.edit(edits)


def _outer(mark: _Mark) -> Edit:
    return (mark.offset, mark.offset + 1, "«" if mark.opens else "»")


def _inner(text: str, mark: _Mark, taken: int, shapes: tuple[str, str]) -> Edit:
    """Return the edit of an inner mark, which takes the spaces inside with it."""
    if mark.opens:
        return (mark.offset, skip_right(text, mark.offset + 1), shapes[0])
    return (max(taken, skip_left(text, mark.offset)), mark.offset + 1, shapes[1])


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
