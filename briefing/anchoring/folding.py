"""The last step: spaces, dashes and points in one form, and the map back to the original.

A space stays only between words: on either side of a sign it is a matter of typography, except
in « 1, 5 », which isn't « 1,5 ». A hyphen in a word is left out, and its place is kept: at the end
of a line nobody can tell « négo-ciation » from « négociation ».
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from enum import Enum, StrEnum
from functools import lru_cache
from typing import NamedTuple

GAPS = " \n\f\0\xad"
DASHES = "-–—"
_SPECIAL = re.escape(GAPS + DASHES + ".…")
_RUN = rf"[{_SPECIAL}](?:(?<=[^ ])|(?<!\w )|(?!\w))[{_SPECIAL}]*+"
_RUNS = re.compile(_RUN)
_PARTS = re.compile(rf"[{re.escape(DASHES)}]+|[.…]*…[.…]*|\.{{3,}}|\.")


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


class Hyphen(Enum):
    """A hyphen that was left out."""

    HARD = "hard"
    SOFT = "soft"
    """At the end of a line: it may belong to the word or not."""


class Folded(NamedTuple):
    """What a run becomes: its signs, the place of each in the run, the hyphen left out."""

    signs: str
    places: tuple[int, ...]
    hyphen: Hyphen | None = None


NOTHING = Folded("", ())


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
    core = run.strip(GAPS)
    if not core:
        return _gap(run, before, after)
    lead, _, trail = run.partition(core)
    if not core.strip(DASHES):
        sign = _dash(core, before, after, led=_spaced(lead), trailed=_spaced(trail))
        if isinstance(sign, Hyphen):
            return Folded("", (), sign)
        return Folded(sign, (len(lead),))
    if core == "." and before is after is Kind.DIGIT and _spaced(trail):
        return Folded(". ", (len(lead), len(lead) + 1))
    return _signs(run, before)


def _spaced(gap: str) -> bool:
    return any(sign in gap for sign in " \n\f")


def _gap(run: str, before: Kind, after: Kind) -> Folded:
    if not _spaced(run):
        return NOTHING
    if "\xad" in run and before.letter and after is Kind.LOWER:
        return Folded("", (), Hyphen.SOFT)
    apart = before.word and after.word or (before is Kind.POINTED and after is Kind.DIGIT)
    return Folded(" ", (0,)) if apart else NOTHING


def _dash(core: str, before: Kind, after: Kind, *, led: bool, trailed: bool) -> str | Hyphen:
    """Return the sign of a dash, or the hyphen that it is in a word."""
    if len(core) > 1 or not (before.word and after.word):
        return "–"
    if before is after is Kind.DIGIT:
        return "-"
    if core == "—" or led:
        return "–"
    if not (before.letter and after.letter):
        return "-"
    return Hyphen.SOFT if trailed and after is Kind.LOWER else Hyphen.HARD


def _signs(run: str, before: Kind) -> Folded:
    """Return the signs of a run without its spaces, points of suspension in one."""
    places = [place for place, sign in enumerate(run) if sign not in GAPS]
    bare = "".join(run[place] for place in places)
    signs: list[str] = []
    kept: list[int] = []
    for part in _PARTS.finditer(bare):
        sign = part[0] if part[0] == "." else "…" if part[0][0] in ".…" else "–"
        after_etc = before is Kind.ETC and not part.start() and sign == "…"
        signs.append("." if after_etc else sign)
        kept.append(places[part.start()])
    return Folded("".join(signs), tuple(kept))
