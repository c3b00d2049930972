"""Words, as people count them and as two texts are compared."""

from __future__ import annotations

import re

from briefing.reading.findings import fold

ELISION = re.compile(r"\[(?:…|\.\.\.)\]")
"""What a quotation leaves out: « […] »."""

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[-’'.,][\w\u0300-\u036f]+)*")
"""Accents may stand apart from their letters (NFD)."""
_TOKEN = re.compile(r"[^\W_]+")


def count_words(text: str) -> int:
    """Count the words of `text`: « l'Ukraine » is one, a punctuation mark is none."""
    return len(_WORD.findall(text))


def words(text: str) -> list[str]:
    """Return the words that `count_words` counts, without case and accents, for comparing."""
    return _WORD.findall(fold(text))


def tokens(text: str) -> list[str]:
    """Return the smallest words of `text`, folded: « l'Ukraine » is two."""
    return _TOKEN.findall(fold(text))


def runs(items: list[str], length: int) -> list[tuple[str, ...]]:
    """Return every run of `length` words that follow one another."""
    return [tuple(items[start : start + length]) for start in range(len(items) - length + 1)]


def covered(items: list[str], known: set[tuple[str, ...]], length: int) -> int:
    """Count the words that belong to a run of `length` words that is `known`."""
    inside = [False] * len(items)
    for start, run in enumerate(runs(items, length)):
        if run in known:
            inside[start : start + length] = [True] * length
    return sum(inside)
