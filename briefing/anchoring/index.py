"""Where the longer words of a document stand: to search it often, and to explain a miss."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_LONG = re.compile(r"\w{4,}")


class WordIndex:
    """Every word of at least four letters with its places."""

    def __init__(self, text: str) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _LONG.finditer(text):
            places[match[0]].append(match.start())
        self._places: Mapping[str, list[int]] = dict(places)
        self._text = text

    def starts(self, wanted: str) -> Iterator[int] | None:
        """Yield the places of `wanted`; None if it has no word that could tell them."""
        seeds = self._inner(wanted)
        if not seeds:
            return None
        offset, places = min(seeds, key=lambda seed: len(seed[1]))
        startswith = self._text.startswith
        return (p - offset for p in places if p >= offset and startswith(wanted, p - offset))

    def seeds(self, wanted: str) -> list[tuple[int, list[int]]]:
        """Return the words of `wanted` that stand in the document, the rarest first.

        Each is its offset in `wanted` and its places in the document.
        """
        found = ((m.start(), self._places.get(m[0])) for m in _LONG.finditer(wanted))
        return sorted(((o, p) for o, p in found if p), key=lambda seed: (len(seed[1]), seed[0]))

    def _inner(self, wanted: str) -> list[tuple[int, list[int]]]:
        """Return the words that have a sign on either side: those at the ends may be cut."""
        size = len(wanted)
        words = ((m.start(), m.end(), m[0]) for m in _LONG.finditer(wanted))
        inner = ((start, word) for start, end, word in words if start and end < size)
        return [(start, self._places.get(word, [])) for start, word in inner]
