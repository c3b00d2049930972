"""Lines of English in a text that nothing marks as such: a message quoted whole, a title.

They keep the marks of their language. What a text says of itself (`lang`) comes first; this
is for plain text, which says nothing. Function words tell two languages apart surely, from
some words on: Cavnar and Trenkle, *N-gram-based text categorization*, 1994, § 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.typesetting.patterns import Pattern

_ENGLISH: Final = Pattern(
    r"(?i)\b(?:the|of|and|is|are|was|were|has|have|had|that|this|with|from|who|will|would|to|for|it)\b"
)
_FRENCH: Final = Pattern(
    r"(?i)\b(?:les?|la|des?|du|une?|et|est|sont|que|qui|dans|pour|par|sur|avec|aux?|ne|pas|il)\b"
    r"|\b[ldnsjmc]['’]"
)
_LEAST: Final = 4
"""Function words that a line needs to be taken for English."""
_SHARE: Final = 4
"""English function words for each French one: a French line may well quote « the deal »."""


def english_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines that are surely English begin and end."""
    if "the " not in text:
        return
    start = 0
    for line in text.split("\n"):
        if "the " in line and _is_english(line):
            yield start, start + len(line)
        start += len(line) + 1


def language_of(text: str, told: str = "") -> str:
    """Return the language of `text`, as `told`; else "en" if it is surely English, or ""."""
    return told or ("en" if any(english_lines(text)) else "")


def _is_english(line: str) -> bool:
    english = _count(_ENGLISH, line)
    return english >= _LEAST and english >= _SHARE * _count(_FRENCH, line)


def _count(words: Pattern, line: str) -> int:
    return sum(1 for _ in words.finditer(line))
