"""The table of what our fonts draw: that of the fonts themselves, and what the pages show."""

from __future__ import annotations

import random
import sys
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from briefing.checking.repertoire import undrawn
from briefing.model.edition import Edition, Medium
from briefing.outputs.fonts import completed_fonts
from briefing.outputs.pdf import print_pdf
from briefing.outputs.repertoire import printed

OUTSIDE = "北中\u0645\u05d0ক😀🚀⚽\u20e3☃"
PARTS = "é É \u01d7 \u1e69 e\u0301 s\u0323\u0307"


def ranges(codes: list[int]) -> str:
    """Return `codes`, in order, as the table writes them."""
    parts: list[list[int]] = []
    for code in codes:
        if parts and parts[-1][1] == code - 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return " ".join(f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in parts)


def test_the_table_is_that_of_the_fonts() -> None:
    codes: set[int] = set()
    for path in completed_fonts():
        with TTFont(path, lazy=True) as font:
            codes |= set(font.getBestCmap())
    told = [code for code in range(sys.maxunicode + 1) if chr(code) in printed()]
    assert told == sorted(codes), f"write into the table: {ranges(sorted(codes))}"


def test_what_is_no_character_is_in_no_font() -> None:
    odd: tuple[Any, ...] = (None, 65, b"A")
    assert not any(sign in printed() for sign in odd)
    assert "A" in printed()


@pytest.mark.parametrize("style", ["font-family:'EB Garamond'", "font-family:'Source Sans 3'"])
@pytest.mark.parametrize("slant", ["normal", "italic"])
def test_the_pages_show_boxes_where_the_table_says_so(style: str, slant: str) -> None:
    inside = [chr(code) for code in range(0x21, 0x2FFF) if chr(code) in printed()]
    some = random.Random(f"{style}{slant}").sample(inside, 200)  # noqa: S311 - no secret
    text = " ".join([*some, PARTS, OUTSIDE]).replace("<", "").replace("&", "")
    html = f'<html lang=fr><title>t</title><p style="{style};font-style:{slant}">{text}</p></html>'
    boxes = print_pdf(Edition(html, Medium.PRINT, "t", "fr", "complet")).boxes
    assert sorted(boxes) == sorted(undrawn(text, printed()))
    assert set(OUTSIDE) <= set(boxes)
