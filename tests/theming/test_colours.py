"""Contrast as WCAG 2.2 has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.theming.colours import Colour, contrast, read_colour

COLOURS = st.tuples(*[st.floats(0, 1)] * 3)


def read(text: str) -> Colour:
    colour = read_colour(text)
    assert colour is not None
    return colour


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000", "#fff", 21.0), ("#fff", "#ffffff", 1.0), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_the_standard(first: str, second: str, ratio: float) -> None:
    assert contrast(read(first), read(second)) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_has_no_order_and_bounds(first: Colour, second: Colour) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21.000001


@given(st.integers(0, 0xFFFFFF))
def test_a_hexadecimal_colour_is_read(number: int) -> None:
    red, green, blue = read(f"#{number:06x}")
    assert round(red * 255) << 16 | round(green * 255) << 8 | round(blue * 255) == number


def test_one_colour_has_several_names() -> None:
    assert read("#f00") == read("red") == read("rgb(255, 0, 0)") == read("hsl(0, 100%, 50%)")
    assert read("rgb(300, -5, 0)") == read("#f00")


@pytest.mark.parametrize(
    "text", ["", "#12", "rgba(0,0,0,.5)", "transparent", "currentColor", "4pt"]
)
def test_what_is_no_opaque_colour_is_none(text: str) -> None:
    assert read_colour(text) is None
