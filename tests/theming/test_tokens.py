"""`tokens.css`: what is a token, what isn't, what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.theme import Theme, Token
from briefing.theming.tokens import PALETTE, missing_tokens, read_tokens, unknown_tokens
from tests.support import shown


def test_tokens_are_read_with_their_lines() -> None:
    tokens, findings = read_tokens(":root {\n  /* a word */\n  --ink: #123;\n  --h2: 12pt\n}", "t")
    assert tokens == {"ink": Token("#123"), "h2": Token("12pt")}
    assert [token.line for token in tokens.values()] == [3, 4]
    assert findings == []


def test_the_last_of_two_counts() -> None:
    assert read_tokens(":root{--a:1}:root{--a:2}", "t")[0] == {"a": Token("2")}


@pytest.mark.parametrize(
    "css",
    [
        "p { --ink: red }",
        ":root, p { --ink: red }",
        "@media print { :root { --ink: red } }",
        ":root { color: red }",
        ":root { --ink: red !important }",
        ":root { p { --ink: red } }",
        ":root",
        "} :root {}",
    ],
)
def test_what_is_no_token_is_told(css: str) -> None:
    tokens, findings = read_tokens(f"\n{css}", "t.css")
    assert tokens == {}
    assert {(found.code, found.line) for found in findings} == {("BR361", 2)}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    tokens, findings = read_tokens(text, "t")
    assert all(found.code == "BR361" for found in findings)
    assert read_tokens(Theme("x", tokens=tokens).css, "t")[0] == tokens


@given(st.dictionaries(st.sampled_from(PALETTE), st.sampled_from(["#fff", "12pt", "var(--x)"])))
def test_tokens_written_are_those_read(values: dict[str, str]) -> None:
    tokens = {name: Token(value) for name, value in values.items()}
    assert read_tokens(Theme("x", tokens=tokens).css, "t") == (tokens, [])


def test_missing_colours_are_listed() -> None:
    tokens = {name: Token("#fff") for name in PALETTE if name not in {"ink", "night-mark"}}
    (line,) = shown(missing_tokens(tokens, "t.css"))
    assert "BR362 the theme lacks these colours: --ink, --night-mark → " in line
    assert missing_tokens(dict.fromkeys(PALETTE, Token("#fff")), "t.css") == []


def test_a_misspelt_token_is_told() -> None:
    tokens = {"titel": Token("9pt", 4), "own": Token("1pt", 5), "deep": Token("2pt", 6)}
    rules = ["p { margin: var(--own) }"]
    assert shown(unknown_tokens(tokens, ["title", "text"], rules, "t.css")) == [
        "t.css:4 BR361 there is no token “--titel” → did you mean “--title”?",
        *shown(unknown_tokens({"deep": Token("2pt", 6)}, ["title", "text"], [], "t.css")),
    ]
