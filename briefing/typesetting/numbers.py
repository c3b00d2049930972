"""Numbers in running text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from briefing.typesetting.characters import NARROW


class _Habits(NamedTuple):
    words: tuple[str, ...]
    separator: str
    grouped_from: int
    """Figures that a number needs to be grouped, where the house doesn't say."""


_FRENCH: Final = _Habits(
    tuple(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize".split()
    ),
    NARROW,
    5,
)
_HABITS: Final = {
    "en": _Habits(
        tuple(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen".split()
        ),
        ",",
        4,
    ),
    "de": _Habits(
        tuple(
            "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
            "vierzehn fünfzehn sechzehn".split()
        ),
        ".",
        4,
    ),
}


def in_words(number: int, *, beside: Iterable[int] = (), language: str = "fr") -> str:
    """Return a small number in letters, a larger one in figures, as are all those `beside` it.

    Counts in prose are spelled out as long as they are one word (Lexique des règles
    typographiques en usage à l'Imprimerie nationale, « Nombres »); English and German follow
    to the same bound, that figures of one sentence be set alike in every language.
    """
    words = _habits(language).words
    small = all(0 <= one < len(words) for one in (number, *beside))
    return words[number] if small else str(number)


def grouped(number: int, *, figures: int = 0, language: str = "fr") -> str:
    """Return a number by threes: « 11 634 », "1,634", „1.634“.

    It needs so many `figures`: by default five in French, four in English and German.
    """
    habits = _habits(language)
    plain = str(number)
    least = figures or habits.grouped_from
    return f"{number:,}".replace(",", habits.separator) if len(plain) >= least else plain


def _habits(language: str) -> _Habits:
    return _HABITS.get(language.replace("_", "-").lower().partition("-")[0], _FRENCH)
