"""Regular expressions compiled when first used, so that importing the package stays cheap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


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


def after_any(words: Iterable[str], tail: str) -> str:
    """Return an expression that looks behind for one of `words`, whole, then `tail`.

    A lookbehind must have a fixed width, so there is one for each word.
    """
    return "(?:" + "|".join(rf"(?<=\b{word}{tail})" for word in words) + ")"
