"""Numbers in running text."""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NARROW

_WORDS: Final = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_GROUPED_FROM: Final = 5
"""Figures that a number needs to be grouped, where the house doesn't say."""


def in_words(number: int) -> str:
    """Return a small number in letters, a larger one in figures.

    Counts in prose are spelled out as long as they are one word (Lexique des règles
    typographiques en usage à l'Imprimerie nationale, « Nombres »).
    """
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def grouped(number: int, *, figures: int = 0) -> str:
    """Return a number by threes if it has so many `figures`, by default five: « 11 634 »."""
    plain = str(number)
    least = figures or _GROUPED_FROM
    return f"{number:,}".replace(",", NARROW) if len(plain) >= least else plain
