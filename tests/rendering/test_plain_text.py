"""Plain text: lines of 72 columns that part at spaces alone."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from briefing.rendering.plain_text import (
    WIDTH,
    columns,
    finished,
    underlined,
    unmarked,
    wrapped,
)

TEXTS = st.text(st.sampled_from("aé œ«»\u00a0\u202f;:’–<&\n🇫\u0301"), max_size=300)


def lines(text: str, first: str = "", rest: str = "") -> list[str]:
    return html.unescape(wrapped(escape(text), first, rest)).split("\n")


@given(TEXTS)
def test_lines_have_72_columns_unless_a_word_has_more(text: str) -> None:
    for line in lines(text, "• ", "  "):
        words = re.split(r" +", line.strip(" "))
        assert columns(line) <= WIDTH or len(words) <= 2


@given(TEXTS)
def test_every_word_stands_whole_in_its_order(text: str) -> None:
    words = [word for word in re.split(r"[ \n]+", text) if word]
    assert re.split(r"[ \n]+", "\n".join(lines(text))) == (words or [""])


def test_a_no_break_space_counts_one_and_holds() -> None:
    text = "a" * 60 + " deux\u00a0mots\u202f!"
    assert lines(text) == ["a" * 60 + " deux\u00a0mots\u202f!"]
    assert lines("a" * 61 + " deux\u00a0mots\u202f!") == ["a" * 61, "deux\u00a0mots\u202f!"]


def test_a_word_that_is_too_long_stands_alone() -> None:
    address = f"https://exemple.fr/{'a' * 80}"
    assert lines(f"Voir {address} ici") == ["Voir", address, "ici"]


def test_the_first_line_and_the_others_are_indented() -> None:
    assert lines("mot " * 30, "[1] ", "    ")[:2] == [
        "[1] " + " ".join(["mot"] * 17),
        "    " + " ".join(["mot"] * 13),
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<em>Un</em> <strong>mot</strong>", "Un mot"),
        ("n<sup>o</sup> 5 et 1<sup>er</sup>", "n° 5 et 1er"),
        ('<a href="https://a.fr/x">ici</a>', "ici (https://a.fr/x)"),
        ('<a href="https://a.fr/">a.fr</a>', "a.fr"),
        ('<a href="mailto:a@b.fr">a@b.fr</a>', "a@b.fr"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("un\u2060\u00a0–\u00a0deux", "un\u00a0–\u00a0deux"),
    ],
)
def test_markup_goes_and_what_it_means_stays(markup: str, text: str) -> None:
    assert unmarked(markup) == text


def test_a_heading_is_underlined_by_its_longest_line() -> None:
    assert underlined(Markup("Points clés")) == "Points clés\n-----------"
    title = "mot " * 20
    first, second, rule = underlined(escape(title), "=").split("\n")
    assert len(first) == len(rule) > len(second)


def test_what_a_template_made_is_cleaned_once() -> None:
    made = "\n\nUn\n\n\n\nDeux  \n\n-- \nTrois &amp;lt; &lt;b&gt;\n\n"
    assert finished(made) == "Un\n\nDeux\n\n-- \nTrois &lt; <b>\n"


def test_columns_are_those_that_a_screen_shows() -> None:
    assert columns("e\u0301te\u0301\u2060") == 3
    assert columns("日本") == 4
