"""Apostrophes and quotation marks of English and German; nothing else of them is set.

New Hart's Rules, 9.2, and Chicago Manual of Style, 6.115 and 13.30: “ ” outside, as the frame has
it, and ‘ ’ within. Duden, „Anführungszeichen“: „ “ outside, ‚ ‘ within; the apostrophe is ’. Single marks
that are typed stay as they are, and so do the marks of a paragraph that don't pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.typesetting.characters import CLOSERS, JOINER, NARROW, OPENERS, SPACES
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.ellipsis import bind_cuts
from briefing.typesetting.rules.quotes import is_prime, paragraphs
from briefing.typesetting.tape import Edit, Tape

Shape = tuple[str, str]
"""An opening mark and its closing one."""


class Marks(NamedTuple):
    """The quotation marks of a language."""

    outer: Shape
    inner: Shape


MARKS: Final = {
    "en": Marks(("“", "”"), ("‘", "’")),
    "de": Marks(("„", "“"), ("‚", "‘")),
}

_APOSTROPHE: Final = Pattern(r"(?<=[^\W\d_])'(?=[^\W\d_])", "'")
_POSSESSIVE: Final = Pattern(r"(?<=[^\W\d_][sS])'(?!\w)", "'")
_SINGLE: Final = Pattern(r"(?<!\w)['‘‚](?=\w)", "'", "‘", "‚")
"""What may open a quotation, or stand for the century of '90s."""
_DOUBLE: Final = Pattern('["“”„]')
_ANY: Final = '"“”„‘’‚«»'
_BEFORE_OPENING: Final = f"{SPACES}{JOINER}\n\t{OPENERS}‘‚—–-/"
_AFTER_CLOSING: Final = f"{SPACES}{JOINER}\n\t{CLOSERS}’“.,;:!?…—–-/"


class _Pair(NamedTuple):
    opens: int
    closes: int
    depth: int
    """How many pairs hold it."""
    leaf: bool
    """Whether it holds none."""


def set_marks(tape: Tape, language: str) -> None:
    """Set the apostrophes and the double quotation marks of a text in `language`, "en" or "de"."""
    tape.sub(_APOSTROPHE, "’")
    if not _SINGLE.compiled.search(tape.text):
        tape.sub(_POSSESSIVE, "’")
    marks = MARKS[language]
    edits: list[Edit] = []
    for start, end in paragraphs(tape.text):
        for pair in _Scan(tape.text, german=language == "de").pairs(start, end):
            edits += _set(tape.text, pair, marks)
    tape.edit(sorted(edits))
    bind_cuts(tape)


def collide(before: str, after: str) -> bool:
    """Say whether `before` ends, and `after` begins, with a quotation mark."""
    return before[-1:] in _ANY and after[:1] in _ANY if before and after else False


def _set(text: str, pair: _Pair, marks: Marks) -> tuple[Edit, Edit]:
    """Return the edits of a pair, with a thin space where another mark touches it inside."""
    opening, closing = _shape(text, pair, marks)
    first, last = text[pair.opens + 1], text[pair.closes - 1]
    if pair.closes - pair.opens > 1:
        opening += NARROW * (first in _ANY)
        closing = NARROW * (last in _ANY) + closing
    return (pair.opens, pair.opens + 1, opening), (pair.closes, pair.closes + 1, closing)


def _shape(text: str, pair: _Pair, marks: Marks) -> Shape:
    """Return the marks of a pair: those within others alternate, unless they hold single ones."""
    inside = text[pair.opens + 1 : pair.closes]
    within = pair.depth == 1 and pair.leaf and not _SINGLE.compiled.search(inside)
    return marks.inner if within else marks.outer


class _Scan:
    """Pairs the double marks of one paragraph, all or none."""

    def __init__(self, text: str, *, german: bool) -> None:
        self._text = text
        self._german = german
        self._open: list[int] = []
        self._holds: list[bool] = []
        """For each open mark, whether a pair stands in it."""
        self._closed = -1
        """Offset of the last mark that closed."""

    def pairs(self, start: int, end: int) -> Iterator[_Pair]:
        """Yield the pairs between two offsets, none if a mark has no partner."""
        found: list[_Pair] = []
        for match in _DOUBLE.compiled.finditer(self._text, start, end):
            at = match.start()
            opens = self._opens(at)
            if opens is None:
                continue
            if opens:
                self._open.append(at)
                self._holds.append(False)
            elif self._may_close(at):
                found.append(self._close(at))
            else:
                return
        if not self._open:
            yield from found

    def _close(self, at: int) -> _Pair:
        opened, holds = self._open.pop(), self._holds.pop()
        if self._holds:
            self._holds[-1] = True
        self._closed = at
        return _Pair(opened, at, len(self._open), not holds)

    def _may_close(self, at: int) -> bool:
        straight = self._text[at] == '"'
        return bool(self._open) and (self._text[self._open[-1]] == '"') == straight

    def _opens(self, at: int) -> bool | None:
        """Say whether the mark at `at` opens a quotation or closes one; None: it does neither."""
        mark = self._text[at]
        if mark == '"':
            return self._straight(at)
        if mark == "“" and self._german and self._open:
            before, after = self._sides(at)
            return before and not after
        return mark in "“„"

    def _straight(self, at: int) -> bool | None:
        before, after = self._sides(at)
        digit = at > 0 and self._text[at - 1].isdigit()
        if is_prime(self._text, at) or (digit and not self._may_close(at)):
            return None  # seconds, inches
        if before != after:
            return before
        return self._text[at + 1 : at + 2] == '"'

    def _sides(self, at: int) -> tuple[bool, bool]:
        """Say whether no word touches the mark before it, and after it."""
        text = self._text
        if at and text[at - 1] == '"':
            before = self._open[-1:] == [at - 1]
        else:
            before = at == 0 or text[at - 1] in _BEFORE_OPENING
        follows = text[at + 1 : at + 2]
        return before, not follows or follows in _AFTER_CLOSING or follows == '"'
