"""The table of widths against the font that it was made from."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from briefing.drawing.widths import _WIDTHS, width
from briefing.outputs.fonts import REPERTOIRE
from briefing.resources import font_files


@pytest.fixture(scope="module")
def sans() -> TTFont:
    (path,) = (path for path in font_files() if path.name == "SourceSans3[wght].ttf")
    return TTFont(path)


@pytest.mark.parametrize(("bold", "weight"), [(False, 400), (True, 600)])
def test_every_letter_is_as_wide_as_in_the_font(sans: TTFont, bold: bool, weight: int) -> None:
    names, glyphs = sans.getBestCmap(), sans.getGlyphSet(location={"wght": weight})
    assert sans["head"].unitsPerEm == 1000
    wrong = {
        letter: (told, glyphs[names[ord(letter)]].width)
        for letter, told in _WIDTHS[bold].items()
        if abs(glyphs[names[ord(letter)]].width - told) > 0.5
    }
    assert wrong == {}


@pytest.mark.parametrize("bold", [False, True])
def test_the_letters_of_europe_are_listed(bold: bool) -> None:
    letters = {letter for letter in REPERTOIRE if letter.isalnum() and letter != "ŉ"}
    assert letters - set(_WIDTHS[bold]) == set()


def test_a_width_grows_with_the_size_and_the_text() -> None:
    assert width("ab", 10) == pytest.approx(width("a", 10) + width("b", 10))
    assert width("ab", 20) == pytest.approx(2 * width("ab", 10))
    assert width("ab", 10, bold=True) > width("ab", 10)
    assert width("", 10) == 0
    assert width("漢", 10) == 9
