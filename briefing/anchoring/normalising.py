"""One form for every typography of a text, and the way back to its code points."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from briefing.anchoring.composing import compose
from briefing.anchoring.folding import Folder
from briefing.anchoring.interruptions import cut, without_raised_calls
from briefing.anchoring.markup import without_entities, without_markup
from briefing.anchoring.signs import LIGATURES, plain_signs
from briefing.anchoring.values import Place


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each character of a normalised text stood in the original.

    Both arrays hold one number for each stretch that was copied as it is, not for each character.
    """

    at: array[int]
    origin: array[int]
    letters: array[int] | None = None
    """Where each letter began, when letters and their accents had to be composed first."""

    def origin_of(self, index: int) -> int:
        """Return the code point of the original that the character at `index` comes from."""
        stretch = bisect_right(self.at, index) - 1
        place = self.origin[stretch] + index - self.at[stretch]
        return place if self.letters is None else self.letters[place]


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in the form that is searched."""

    text: str
    offsets: Offsets
    original: str
    hard: array[int]
    """Where a hyphen of a word was left out."""
    soft: array[int]
    """Where one was left out at the end of a line, that may be the word's or not."""
    interrupted: bool = False
    """Whether something was cut out of the flow, or a call of a note out of a word."""

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from `start` to `end` stood in the original."""
        if start >= end:
            here = self.offsets.origin_of(start) if self.offsets.at else 0
            return Place(here, here)
        first = self.offsets.origin_of(start)
        last = self.offsets.origin_of(end - 1) + 1
        return Place(first, self._whole(last, self.text[end - 1]))

    def hyphens(self, start: int, end: int) -> tuple[array[int], array[int]]:
        """Return the hard and soft hyphens inside a stretch, counted from its start."""
        return _inside(self.hard, start, end), _inside(self.soft, start, end)

    def _whole(self, end: int, sign: str) -> int:
        """Take in what was folded into the last sign: points, dashes, the marks of a letter."""
        original = self.original
        if sign == "…":
            while original[end : end + 1] == ".":
                end += 1
        elif sign == "–":
            while original[end : end + 1] in ("-", "–", "—"):
                end += 1
        while end < len(original) and _is_mark(original[end]):
            end += 1
        return end


def normalise(text: str, *, flowing: bool = False, markup: bool = True) -> Normalised:
    """Return the form of `text` in which typography and layout make no difference.

    With `markup`, the marks of Markdown and HTML and the calls of notes are left out too, as in a
    document; without, they are signs like any other.

    A document is also read `flowing`: without the footnotes, page numbers and glued note calls that
    interrupt its sentences; what was cut out follows at the end.
    """
    composed, letters = compose(text)
    signs = plain_signs(without_entities(composed) if markup else composed)
    flow, cuts = cut(signs) if flowing else (signs, [])
    folder = Folder({sign: plain for sign, plain in LIGATURES.items() if sign in composed})
    for number, (start, piece) in enumerate([(0, flow), *cuts]):
        if number:
            folder.part()
        folder.fold(without_raised_calls(without_markup(piece)) if markup else piece, start)
    return Normalised(
        text=folder.text(),
        offsets=Offsets(folder.at, folder.origin, letters),
        original=text,
        hard=folder.hard,
        soft=folder.soft,
        interrupted=flow != signs,
    )


def _inside(places: array[int], start: int, end: int) -> array[int]:
    inside = places[bisect_right(places, start) : bisect_left(places, end)]
    return array("q", [place - start for place in inside]) if start else inside


def _is_mark(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign)[0] == "M"
