"""Numbers in running text."""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NARROW

_WORDS: Final = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_GROUPED: Final = 10_000


def in_words(number: int) -> str:
    """Return a small number in letters, a larger one in figures.

    Counts in prose are spelled out as long as they are one word (Lexique des règles
    typographiques en usage à l'Imprimerie nationale, « Nombres »).
    """
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def grouped(number: int) -> str:
    """Return a number in figures, by threes from five digits on: « 1234 », « 11 634 »."""
    return f"{number:,}".replace(",", NARROW) if number >= _GROUPED else str(number)
