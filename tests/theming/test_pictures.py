"""Pictures of a style sheet take the colours of the theme."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.theme import Token
from briefing.theming.pictures import coloured

TOKENS = {"hatch": Token("#d5dce6"), "grey": Token("red")}


def picture(stroke: str) -> str:
    return f"td {{ background: url(\"data:image/svg+xml,%3Cpath stroke='{stroke}'/%3E\"); }}"


def test_tokens_in_a_picture_become_their_values() -> None:
    assert coloured(picture("var(--hatch)"), TOKENS) == picture("%23d5dce6")
    assert coloured(picture("var(--grey)"), TOKENS) == picture("red")


def test_an_unknown_token_stays() -> None:
    assert coloured(picture("var(--no)"), TOKENS) == picture("var(--no)")


@given(st.text())
def test_a_value_never_ends_the_picture(value: str) -> None:
    made = coloured(picture("var(--hatch)"), {"hatch": Token(value)})
    assert made.count('"') == 2
    assert made.endswith('/%3E"); }')


@given(st.text().filter(lambda text: "url(" not in text))
def test_nothing_else_is_touched(text: str) -> None:
    css = f"{text}\np {{ color: var(--hatch) }}"
    assert coloured(css, TOKENS) == css
