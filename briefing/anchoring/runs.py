"""What a run of spaces, dashes and points becomes, between what stands on either side of it.

A space stays only between words: on either side of a sign it is a matter of typography, except
in « 1, 5 », which isn't « 1,5 ». A hyphen in a word is left out, and its place is kept: at the end
of a line nobody can tell « négo-ciation » from « négociation ».
"""

from __future__ import annotations

import re
from enum import Enum, StrEnum
from functools import lru_cache
from typing import NamedTuple

GAPS = " \n\f\0\xad"
DASHES = "-–—"
_PARTS = re.compile(rf"[{re.escape(DASHES)}]+|[.…]*…[.…]*|\.{{3,}}|\.")
_CETERA = re.compile(r"(?:\.\.|\.?…)[.…]*")


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


@lru_cache(maxsize=16384)
def fold_run(run: str, before: Kind, after: Kind) -> Folded:
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
    apart = (before.word and after.word) or (before is Kind.POINTED and after is Kind.DIGIT)
    return Folded(" ", (0,)) if apart else NOTHING


def _dash(core: str, before: Kind, after: Kind, *, led: bool, trailed: bool) -> str | Hyphen:
    """Return the sign of a dash, or the hyphen that it is in a word."""
    if len(core) > 1 or not (before.word and after.word):
        return "–"
    if before is after is Kind.DIGIT:
        return "-"
    if core == "—" or led or (core == "–" and trailed):
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
    cetera = _CETERA.match(bare) if before is Kind.ETC else None
    if cetera:  # « etc… » is « etc. »
        signs, kept = ["."], places[:1]
    for part in _PARTS.finditer(bare, cetera.end() if cetera else 0):
        signs.append("." if part[0] == "." else "…" if part[0][0] in ".…" else "–")
        kept.append(places[part.start()])
    return Folded("".join(signs), tuple(kept))
