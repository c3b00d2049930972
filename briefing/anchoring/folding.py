"""The last step: spaces, dashes and points in one form, and the map back to the original.

A space stays only between words: on either side of a sign it is a matter of typography, except
in « 1, 5 », which isn't « 1,5 ». A hyphen in a word is left out, and its place is kept: at the end
of a line nobody can tell « négo-ciation » from « négociation ».
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

GAPS = " \n\f\0\xad"
DASHES = "-–—"
_SPECIAL = re.escape(GAPS + DASHES + ".…")
_RUN = rf"[{_SPECIAL}](?:(?<=[^ ])|(?<!\w )|(?!\w))[{_SPECIAL}]*+"
_RUNS = re.compile(_RUN)
_PARTS = re.compile(rf"[{re.escape(GAPS)}]+|[{re.escape(DASHES)}]+|…|\.{{3,}}|\.")


class Kind(StrEnum):
    """What stands beside a run of spaces and signs."""

    LOWER = "a"
    UPPER = "A"
    DIGIT = "1"
    POINTED = "1,"
    """A comma or a point after a digit."""
    ETC = "etc"
    SIGN = "."

    @property
    def letter(self) -> bool:
        """Whether it is a letter."""
        return self in (Kind.LOWER, Kind.UPPER, Kind.ETC)

    @property
    def word(self) -> bool:
        """Whether it belongs to a word or a number."""
        return self.letter or self is Kind.DIGIT


class Hyphen(StrEnum):
    """A hyphen that was left out."""

    HARD = "hard"
    SOFT = "soft"
    """At the end of a line: it may belong to the word or not."""


class Folded(NamedTuple):
    """What a run becomes: its signs, the place of each in the run, the hyphen left out."""

    signs: str
    places: tuple[int, ...]
    hyphen: Hyphen | None = None


class Folder:
    """Folds stretches of a text one after the other into one."""

    def __init__(self, expansions: Mapping[str, str]) -> None:
        self._expansions = expansions
        self._pattern = _RUNS
        if expansions:
            signs = "".join(map(re.escape, expansions))
            self._pattern = re.compile(rf"{_RUN}|[{signs}]")
        self._pieces: list[str] = []
        self._size = 0
        self.at = array("q")
        self.origin = array("q")
        self.hard = array("q")
        self.soft = array("q")

    def text(self) -> str:
        """Return what was folded so far."""
        return "".join(self._pieces)

    def fold(self, text: str, base: int = 0) -> None:
        """Fold `text`, whose first character is at `base` in the original."""
        last = 0
        self._here(base)
        for match in self._pattern.finditer(text):
            start, end = match.span()
            run = match[0]
            folded = self._folded(run, text, start, end)
            if folded.signs == run:
                continue
            self._add(text[last:start])
            if folded.hyphen:
                (self.hard if folded.hyphen is Hyphen.HARD else self.soft).append(self._size)
            for sign, place in zip(folded.signs, folded.places, strict=True):
                self._here(base + start + place)
                self._add(sign)
            self._here(base + end)
            last = end
        self._add(text[last:])

    def part(self) -> None:
        """Set a mark that no quotation holds, between two stretches."""
        self._add("\n")

    def _folded(self, run: str, text: str, start: int, end: int) -> Folded:
        if run in self._expansions:
            letters = self._expansions[run]
            return Folded(letters, (0,) * len(letters))
        return _fold(run, _before(text, start), _after(text, end))

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._size += len(piece)

    def _here(self, place: int) -> None:
        self.at.append(self._size)
        self.origin.append(place)


@lru_cache(maxsize=4096)
def _kind(sign: str) -> Kind:
    if sign.isalpha():
        return Kind.LOWER if sign.islower() else Kind.UPPER
    return Kind.DIGIT if sign.isalnum() or sign == "_" else Kind.SIGN


def _before(text: str, start: int) -> Kind:
    if not start:
        return Kind.SIGN
    sign = text[start - 1]
    if sign == "," and text[start - 2 : start - 1].isdigit():
        return Kind.POINTED
    if sign == "c" and text[max(0, start - 4) : start].lstrip(" '(\"") == "etc":
        return Kind.ETC
    return _kind(sign)


def _after(text: str, end: int) -> Kind:
    return _kind(text[end]) if end < len(text) else Kind.SIGN


@lru_cache(maxsize=16384)
def _fold(run: str, before: Kind, after: Kind) -> Folded:
    """Return what the run becomes between `before` and `after`."""
    signs: list[str] = []
    places: list[int] = []
    parts = list(_PARTS.finditer(run))
    if hyphen := _hyphen(run, before, after):
        return Folded("", (), hyphen)
    for part in parts:
        left = before if not part.start() else Kind.SIGN
        right = after if part.end() == len(run) else Kind.SIGN
        sign = _sign(part[0], run, left, right)
        if signs and signs[-1] == sign in ("…", "–"):
            continue
        if sign:
            signs.append(sign)
            places.append(part.start())
    return Folded(*_shortened(signs, places, before, after))


def _shortened(
    signs: list[str], places: list[int], before: Kind, after: Kind
) -> tuple[str, tuple[int, ...]]:
    """Mend what only the whole run tells: « etc… », and « 1. 5 », which isn't « 1.5 »."""
    text = "".join(signs)
    if before is Kind.ETC and re.match(r"\.?…\.?", text):
        size = len(re.match(r"\.?…\.?", text)[0])  # type: ignore[index]
        return "." + text[size:], (places[0], *places[size:])
    return text, tuple(places)


def _sign(part: str, run: str, left: Kind, right: Kind) -> str:
    """Return what one part of a run becomes."""
    if part[0] in GAPS:
        return _gap(part, run, left, right)
    if part[0] in DASHES:
        return _dash(part, left, right, alone=part == run)
    return "…" if len(part) > 1 else part


def _gap(part: str, run: str, left: Kind, right: Kind) -> str:
    if not any(sign in part for sign in " \n\f"):
        return ""
    if left.word and right.word:
        return " "
    return " " if left is Kind.POINTED and right is Kind.DIGIT else ""


def _dash(part: str, left: Kind, right: Kind, *, alone: bool) -> str:
    ...
    return "–"


def _hyphen(run: str, before: Kind, after: Kind) -> Hyphen | None:
    """Return the hyphen that the run is, if it stands in a word."""
    return None
