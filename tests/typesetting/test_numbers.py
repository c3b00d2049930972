"""Numbers in running text."""

from __future__ import annotations

import pytest

from briefing.typesetting.frame import FRENCH_FRAME
from briefing.typesetting.numbers import grouped, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zéro"), (2, "deux"), (16, "seize"), (17, "17"), (131, "131"), (-1, "-1")],
)
def test_small_counts_are_spelled_out(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("beside", "said"), [((), "trois"), ((2, 16), "trois"), ((2, 17), "3"), ((-1,), "3")]
)
def test_figures_beside_it_make_it_figures(beside: tuple[int, ...], said: str) -> None:
    assert in_words(3, beside=beside) == FRENCH_FRAME.in_words(3, beside) == said


@pytest.mark.parametrize(
    ("number", "figures", "seen"),
    [
        (1234, 0, "1234"),
        (11634, 0, "11\u202f634"),
        (1234, 4, "1\u202f234"),
        (999, 4, "999"),
        (1234567, 5, "1\u202f234\u202f567"),
    ],
)
def test_figures_go_by_threes(number: int, figures: int, seen: str) -> None:
    assert grouped(number, figures=figures) == seen


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (1634, "fr", "1634"),
        (11634, "fr-CH", "11\u202f634"),
        (999, "en", "999"),
        (1234, "en-US", "1,234"),
        (1234567, "en", "1,234,567"),
        (1234, "de", "1.234"),
        (-5, "de", "-5"),
    ],
)
def test_each_language_groups_figures_its_way(number: int, language: str, said: str) -> None:
    assert grouped(number, language=language) == said


def test_a_house_says_from_how_many_figures_in_every_language() -> None:
    assert grouped(1234, figures=5, language="en") == "1234"
    assert grouped(1234, figures=4, language="fr") == "1\u202f234"


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("fr", "zéro", "seize"), ("en-GB", "zero", "sixteen"), ("de", "null", "sechzehn")],
)
def test_small_numbers_have_words_in_every_language(language: str, first: str, last: str) -> None:
    words = [in_words(number, language=language) for number in range(18)]
    assert (words[0], words[16], words[17]) == (first, last, "17")
    assert len(set(words)) == len(words)
