"""The words of a text, whatever its typography, case, accents and layout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_SIGNS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "°": "o", **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", "")}
)
"""Raised figures are calls of notes."""
_BROKEN = re.compile(r"\u00ad(?:[ \t]*\r?\n\s*)?")
"""A soft hyphen, with the end of its line."""
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011]\s*\n\s*(?=[^\W\d_])")
_UNSEEN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Marks on letters, and what has no width."""
_WORD = re.compile(r"[^\W\d_]+|\d+|\x1f")
_STOP = re.compile(r"(?<=[^\W_]{2})[ \u00a0\u202f]?[.!?…](?=[\s»”\"'’)\]]|$)")
STOP = "\x1f"
"""Stands for the end of a sentence: what follows it in a file may be another's."""

Alias = tuple[tuple[str, ...], tuple[str, ...]]
"""Words, and the words that stand for them in an edition."""


def words_of(text: str, *, joined: bool = True) -> list[str]:
    """Return the words of `text`, and a `STOP` where a sentence ends.

    Those that the end of a line cuts at a hyphen are whole if `joined`.
    """
    flowing = _STOP.sub(f" {STOP} ", _BROKEN.sub("", text.replace(STOP, " ")))
    if joined:
        flowing = _HYPHENATED.sub("", flowing)
    plain = unicodedata.normalize("NFKD", flowing.translate(_SIGNS)).casefold()
    return _WORD.findall(_UNSEEN.sub("", plain))


def is_hyphenated(text: str) -> bool:
    """Say whether a line of `text` ends in a hyphen that may belong to its word."""
    return _HYPHENATED.search(text) is not None


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names in full and the short forms that print may give them, taken for one."""

    by_first: Mapping[str, tuple[Alias, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Aliases:
        """Build them of pairs of texts: in full, in short."""
        held: dict[str, list[Alias]] = {}
        for full, short in pairs:
            long, brief = tuple(words_of(full)), tuple(words_of(short))
            if long and brief and long != brief:
                held.setdefault(long[0], []).append((long, brief))
        ordered = {
            first: tuple(sorted(aliases, key=lambda alias: -len(alias[0])))
            for first, aliases in held.items()
        }
        return cls(ordered)

    def shorten(self, words: Sequence[str]) -> list[str]:
        """Return `words` with every name in its short form."""
        if self.by_first.keys().isdisjoint(words):
            return list(words)
        made: list[str] = []
        place = 0
        while place < len(words):
            size, short = self._at(words, place)
            made += short
            place += size
        return made

    def _at(self, words: Sequence[str], place: int) -> tuple[int, Sequence[str]]:
        for long, short in self.by_first.get(words[place], ()):
            if tuple(words[place : place + len(long)]) == long:
                return len(long), short
        return 1, (words[place],)
