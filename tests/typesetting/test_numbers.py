"""Numbers in running text."""

from __future__ import annotations

import pytest

from briefing.typesetting.numbers import grouped, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zéro"), (2, "deux"), (16, "seize"), (17, "17"), (131, "131"), (-1, "-1")],
)
def test_small_counts_are_spelled_out(number: int, words: str) -> None:
    assert in_words(number) == words


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
