"""How many distinct sources bear an item out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model.extract import Extract


def distinct_sources(extracts: Iterable[Extract]) -> int:
    """Count the sources that say so independently.

    Each extract ties a document to the origins of what it says: those it names (`via`), or else
    itself. A document counts once whatever the media it names, and an origin counts once
    whatever the documents that relay it: the count is the size of the largest matching between
    documents and origins.
    """
    origins: dict[str, set[str]] = {}
    for extract in extracts:
        via = {f"via {name.casefold()}" for name in extract.via}
        origins.setdefault(extract.source, set()).update(via or {extract.source})
    return _largest_matching(origins)


def _largest_matching(choices: Mapping[str, set[str]]) -> int:
    """Kuhn's algorithm; both sides are small."""
    taken: dict[str, str] = {}

    def place(source: str, tried: set[str]) -> bool:
        for origin in sorted(choices[source] - tried):
            tried.add(origin)
            if origin not in taken or place(taken[origin], tried):
                taken[origin] = source
                return True
        return False

    return sum(place(source, set()) for source in choices)
