"""Numbers in running text."""

from __future__ import annotations

import pytest

from briefing.typesetting.numbers import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zéro"), (2, "deux"), (16, "seize"), (17, "17"), (131, "131"), (-1, "-1")],
)
def test_small_counts_are_spelled_out(number: int, words: str) -> None:
    assert in_words(number) == words
