"""Regular expressions compiled when first used, so that importing the package stays cheap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final


class Pattern:
    """A regular expression and the characters without which it cannot match."""

    __slots__ = ("_compiled", "_source", "triggers")

    def __init__(self, source: str, *triggers: str) -> None:
        """Keep `source`; a text holding none of the `triggers` needn't be searched."""
        self._source = source
        self._compiled: re.Pattern[str] | None = None
        self.triggers = triggers

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Say quickly whether searching `text` is worth it."""
        triggers = self.triggers
        return not triggers or any(trigger in text for trigger in triggers)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Iterate over the matches in `text`."""
        return self.compiled.finditer(text) if self.may_match(text) else iter(())


class Unspaced(Pattern):
    """A pattern whose matches hold no space, and which looks no further than the next one.

    Only the words, between spaces, that hold a trigger are searched: a text has few of them.
    """

    __slots__ = ()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Iterate over the matches in `text`."""
        done = 0
        for place in self._places(text):
            if place >= done:
                start = place
                while start > done and not text[start - 1].isspace():
                    start -= 1
                found = _SPACE.compiled.search(text, place)
                done = found.start() if found else len(text)
                yield from self.compiled.finditer(text, start, done)

    def _places(self, text: str) -> list[int]:
        """Return where the triggers stand, in order."""
        signs = map(re.escape, self.triggers)
        return sorted(found.start() for sign in signs for found in re.finditer(sign, text))


_SPACE: Final = Pattern(r"\s")


def after_any(words: Iterable[str], tail: str) -> str:
    """Return an expression that looks behind for one of `words`, whole, then `tail`.

    A lookbehind must have a fixed width, so there is one for each word.
    """
    return "(?:" + "|".join(rf"(?<=\b{word}{tail})" for word in words) + ")"
