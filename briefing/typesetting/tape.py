"""A paragraph as one text, with the offsets at which its inline tags or spans stand.

A rule substitutes in the joined text and so works across tags (`« <em>Le Monde</em> »`);
the tape shifts the boundaries, and cuts the text at them again when all rules have run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from briefing.typesetting.characters import JOINER, MASK, SPACES
from briefing.typesetting.patterns import Pattern

Edit: TypeAlias = tuple[int, int, str]
"""Start and end of what is replaced, and what replaces it."""
Region: TypeAlias = tuple[int, int]
"""Start and end of a passage."""
Replacement: TypeAlias = str | Callable[[re.Match[str]], str]

_BLANKS: Final = dict.fromkeys(map(ord, SPACES + JOINER))


class Tape:
    """Text under composition: rules change it in place, boundaries follow."""

    __slots__ = ("_hidden", "boundaries", "text")

    def __init__(self, text: str, boundaries: Iterable[int] = ()) -> None:
        """Take `text`, with `boundaries` in increasing order."""
        self.text = text
        self.boundaries = list(boundaries)
        self._hidden: list[list[str]] = []

    @classmethod
    def join(cls, parts: Sequence[str]) -> Tape:
        """Join `parts`, with a boundary between each two of them."""
        boundaries = []
        offset = 0
        for part in parts[:-1]:
            offset += len(part)
            boundaries.append(offset)
        return cls("".join(parts), boundaries)

    def cut(self) -> list[str]:
        """Return the parts between boundaries, as many as were joined."""
        ends = [*self.boundaries, len(self.text)]
        return [self.text[a:b] for a, b in zip([0, *self.boundaries], ends, strict=True)]

    def sub(self, pattern: Pattern, replacement: Replacement) -> None:
        """Replace every match of `pattern`, as `re.sub` does."""
        if not pattern.may_match(self.text):
            return
        if not self.boundaries:
            self.text = pattern.compiled.sub(replacement, self.text)
            return
        matches = pattern.compiled.finditer(self.text)
        if isinstance(replacement, str):
            self.edit([(*m.span(), m.expand(replacement)) for m in matches])
        else:
            self.edit([(*m.span(), replacement(m)) for m in matches])

    def edit(self, edits: Sequence[Edit]) -> None:
        """Apply `edits`, which are in order and do not overlap.

        A boundary at the start of an edit stays before it, one at its end stays after it:
        a space set between a word and its punctuation falls outside the word's own tag.
        """
        if not edits:
            return
        self.boundaries = _moved(self.text, self.boundaries, edits)
        out: list[str] = []
        cursor = 0
        for start, end, new in edits:
            out += (self.text[cursor:start], new)
            cursor = end
        out.append(self.text[cursor:])
        self.text = "".join(out)

    def hide(self, regions: Iterable[Region]) -> None:
        """Replace each region by a mask that rules take for a word; `reveal` brings it back.

        A region is hidden in as many pieces as boundaries make of it. Masks already in the
        text, the author's or an earlier layer's, are hidden as themselves, so that the n-th
        mask always stands for the n-th hidden piece.
        """
        pieces = _split([(a, b) for a, b in regions if a < b], self.boundaries)
        if not pieces:
            return
        pieces = _with_masks(self.text, pieces)
        self._hidden.append([self.text[a:b] for a, b in pieces])
        self.edit([(a, b, MASK) for a, b in pieces])

    def reveal(self) -> None:
        """Put everything hidden back, byte for byte."""
        while self._hidden:
            pieces = iter(self._hidden.pop())
            masks = re.finditer(MASK, self.text)
            self.edit([(m.start(), m.end(), piece) for m, piece in zip(masks, pieces, strict=True)])


def _moved(text: str, boundaries: list[int], edits: Sequence[Edit]) -> list[int]:
    """Return where `boundaries` stand after `edits`."""
    moved: list[int] = []
    index, shift = 0, 0
    for start, end, new in edits:
        while index < len(boundaries) and boundaries[index] < max(end, start + 1):
            inside = boundaries[index] - start
            if inside > 0:
                inside = _inside(text[start:end], new, inside)
            moved.append(start + inside + shift)
            index += 1
        shift += len(new) - (end - start)
    moved += [boundary + shift for boundary in boundaries[index:]]
    return moved


def _inside(old: str, new: str, offset: int) -> int:
    """Return the place in `new` of a boundary at `offset` of `old`.

    Where only spaces changed, it stays between the signs it parted, after the spaces; otherwise
    what both have in common at either end keeps its side, and the boundary goes after the change.
    """
    prefix = _common(old, new)
    if offset <= prefix:
        return offset
    if _signs(old) == _signs(new):
        return _after(new, len(_signs(old[:offset])))
    suffix = _common(old[prefix:][::-1], new[prefix:][::-1])
    return len(new) - min(suffix, len(old) - offset)


def _signs(text: str) -> str:
    """Return `text` without what only spaces it."""
    return text.translate(_BLANKS)


def _after(text: str, count: int) -> int:
    """Return the place after `count` signs of `text` and the spaces that follow them."""
    for place, sign in enumerate(text):
        if ord(sign) not in _BLANKS:
            if not count:
                return place
            count -= 1
    return len(text)


def _common(one: str, other: str) -> int:
    """Return how many characters two strings begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _split(regions: list[Region], boundaries: list[int]) -> list[Region]:
    """Cut `regions` at `boundaries`."""
    if not boundaries:
        return regions
    pieces: list[Region] = []
    index = 0
    for start, end in regions:
        begin = start
        while index < len(boundaries) and boundaries[index] < end:
            if boundaries[index] > begin:
                pieces.append((begin, boundaries[index]))
                begin = boundaries[index]
            index += 1
        pieces.append((begin, end))
    return pieces


def _with_masks(text: str, pieces: list[Region]) -> list[Region]:
    """Add to `pieces` the masks of `text` that stand outside them."""
    if MASK not in text:
        return pieces
    merged: list[Region] = []
    cursor = 0
    for start, end in [*pieces, (len(text), len(text))]:
        merged += [
            (m.start() + cursor, m.end() + cursor) for m in re.finditer(MASK, text[cursor:start])
        ]
        if start < end:
            merged.append((start, end))
        cursor = end
    return merged
