"""The last step: each run of spaces and signs in one form, and the map back to the original."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from functools import lru_cache

from briefing.anchoring.runs import DASHES, GAPS, Folded, Hyphen, Kind, fold_run

_SPECIAL = re.escape(GAPS + DASHES + ".…")
_RUN = rf"[{_SPECIAL}](?:(?<=[^ ])|(?<!\w )|(?!\w))[{_SPECIAL}]*+"
"""One sign and all that follow it, but for the lone space between two words."""
_RUNS = re.compile(_RUN)


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
        return fold_run(run, _before(text, start), _after(text, end))

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
    if sign == "c" and text[max(0, start - 4) : start].lstrip(" '(\"") in ("etc", "Etc"):
        return Kind.ETC
    return _kind(sign)


def _after(text: str, end: int) -> Kind:
    return _kind(text[end]) if end < len(text) else Kind.SIGN
