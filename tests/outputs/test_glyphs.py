"""Fonts that can tell the spaces of French apart, and are else what they were."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from briefing.outputs.glyphs import OWN_GLYPHS, completed
from briefing.resources import font_files

FONTS = pytest.mark.parametrize("path", font_files(), ids=lambda path: path.name)
CHANGED = {"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "post", "HVAR", "gvar"}


@cache
def made(path: Path) -> bytes:
    return completed(path)


def font(path: Path) -> TTFont:
    return TTFont(io.BytesIO(made(path)))


def advances(opened: TTFont, weight: int) -> dict[int, int]:
    subsetter = subset.Subsetter(subset.Options(layout_features=[]))
    subsetter.populate(unicodes=[0x20, 0x2D, *OWN_GLYPHS])
    subsetter.subset(opened)
    fixed = instantiateVariableFont(opened, {"wght": weight})
    names = fixed.getBestCmap()
    return {code: fixed["hmtx"][names[code]][0] for code in (0x20, 0x2D, *OWN_GLYPHS)}


@FONTS
def test_each_space_and_hyphen_has_a_glyph_of_its_own(path: Path) -> None:
    names = font(path).getBestCmap()
    for code in OWN_GLYPHS:
        assert [other for other, name in names.items() if name == names[code]] == [code]


@FONTS
@pytest.mark.parametrize("weight", [400, 600, 800])
def test_their_widths_follow_the_weight(path: Path, weight: int) -> None:
    found = advances(font(path), weight)
    assert found[0xA0] == found[0x20]
    assert found[0x2010] == found[0x2011] == found[0x2D]
    assert 0.55 <= found[0x202F] / found[0x20] <= 0.65


@FONTS
def test_a_narrow_space_is_about_an_eighth_of_an_em(path: Path) -> None:
    opened = font(path)
    assert 0.115 <= advances(opened, 400)[0x202F] / opened["head"].unitsPerEm <= 0.13


@FONTS
def test_spaces_are_empty_and_hyphens_drawn_as_before(path: Path) -> None:
    opened = font(path)
    names = opened.getBestCmap()
    assert all(opened["glyf"][names[code]].numberOfContours == 0 for code in (0xA0, 0x202F))
    boxes = [opened["glyf"][names[code]] for code in (0x2D, 0x2010, 0x2011)]
    assert len({(box.xMin, box.yMin, box.xMax, box.yMax) for box in boxes}) == 1
    assert boxes[0].xMax > boxes[0].xMin


@FONTS
def test_all_the_rest_is_as_it_was(path: Path) -> None:
    """Letters, kerning, features, names and metrics: the look is the designer's."""
    with TTFont(path) as before, font(path) as after:
        assert after.getGlyphOrder()[: len(before.getGlyphOrder())] == before.getGlyphOrder()
        tables = set(before.reader.keys())
        assert set(after.reader.keys()) == tables
        assert {tag for tag in tables if before.reader[tag] != after.reader[tag]} <= CHANGED
        new, old = after.getBestCmap(), before.getBestCmap()
        assert new.keys() - old.keys() <= OWN_GLYPHS.keys()
        assert {code for code in old if new[code] != old[code]} <= OWN_GLYPHS.keys()
        for name in before.getGlyphOrder()[::97]:
            assert before["glyf"][name] == after["glyf"][name]
            assert before["hmtx"][name] == after["hmtx"][name]
            assert before["gvar"].variations[name] == after["gvar"].variations[name]
        assert before["head"].modified == after["head"].modified


def test_the_same_font_gives_the_same_bytes() -> None:
    path = font_files()[0]
    assert completed(path) == made(path)


def test_what_is_complete_gains_no_glyph(tmp_path: Path) -> None:
    again = tmp_path / "a.ttf"
    again.write_bytes(made(font_files()[-1]))
    with TTFont(again) as before, TTFont(io.BytesIO(completed(again))) as after:
        assert before.getGlyphOrder() == after.getGlyphOrder()


def test_a_glyph_of_that_name_for_another_character_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    with TTFont(io.BytesIO(made(font_files()[-1]))) as opened:
        for table in opened["cmap"].tables:
            table.cmap[0x2011] = table.cmap[0x2D]
        opened.save(path)
    with pytest.raises(ValueError, match="uni2011"):
        completed(path)
