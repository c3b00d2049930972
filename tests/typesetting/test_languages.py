"""Lines of English in plain text."""

from __future__ import annotations

import pytest

from briefing.typesetting.languages import english_lines, language_of

TWEET = 'He said that the "end game" for the war is the same.'


@pytest.mark.parametrize("text", [TWEET, f"Il a dit :\n{TWEET}\nPuis rien."])
def test_a_line_of_english_is_found(text: str) -> None:
    assert [text[start:end] for start, end in english_lines(text)] == [TWEET]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the deal of the century",
        "Selon The Economist, « the art of the deal » est le livre de la décennie, et the best.",
        "Il a bu du thé, the best of the world, dit la presse de Londres et de Paris.",
    ],
)
def test_what_is_not_surely_english(text: str) -> None:
    assert list(english_lines(text)) == []


def test_what_is_told_of_a_text_comes_before_its_words() -> None:
    assert (language_of(TWEET), language_of(TWEET, "fr"), language_of("Il a dit")) == (
        "en",
        "fr",
        "",
    )
