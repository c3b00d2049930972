"""Fonts completed with glyphs of their own for the spaces and hyphens that French sets.

A PDF's text is read back from its glyphs. Where a font has no U+202F, HarfBuzz draws a plain space
in its stead; where one glyph serves U+0020 and U+00A0, all of its spaces are read as whichever
came first. Both faults vanish with one glyph for each character. The licence of both fonts (OFL
1.1, no reserved font name) lets a changed copy keep its name.
"""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

SPACE: Final = 0x20
HYPHEN: Final = 0x2D

OWN_GLYPHS: Final = {
    0xA0: (SPACE, 1.0),
    0x202F: (SPACE, 0.625),
    0x2010: (HYPHEN, 1.0),
    0x2011: (HYPHEN, 1.0),
}
"""Each character that needs a glyph of its own, whose it is like, and the share of its advance.

An eighth of an em for U+202F in EB Garamond, whose space is a fifth, as in Source Sans 3, which has
its own. HarfBuzz would give half a space, a tenth: « 2014 ; » then looks like « 2014; ».
"""


def completed(path: Path) -> bytes:
    """Return the variable TrueType font at `path` with those glyphs; the same bytes every time."""
    from fontTools.ttLib import TTFont

    result = io.BytesIO()
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        _read_changed(font)
        for code, (model, share) in OWN_GLYPHS.items():
            names = font.getBestCmap()
            if code not in names or names[code] == names[model]:
                _add(font, code, names[model], share)
        font.save(result, reorderTables=None)
    return result.getvalue()


def _read_changed(font: TTFont) -> None:
    """Read now the tables that know glyphs by number, while the numbers are the file's."""
    for tag in ("cmap", "glyf", "gvar", "hmtx"):
        font.get(tag)
    font["HVAR"].ensureDecompiled()


def _add(font: TTFont, code: int, model: str, share: float) -> None:
    """Add a glyph for `code`, like `model` but for `share` of its advance, which an outline fills.

    A share under 1 is for glyphs without outline only.
    """
    name = f"uni{code:04X}"
    order = font.getGlyphOrder()
    if name in order:
        raise ValueError(f"the font has a glyph {name} already, for another character")
    font.setGlyphOrder([*order, name])
    font["glyf"][name] = copy.deepcopy(font["glyf"][model])
    advance, bearing = font["hmtx"][model]
    font["hmtx"][name] = (round(advance * share), bearing)
    variations = copy.deepcopy(font["gvar"].variations.get(model, []))
    for variation in variations:
        variation.coordinates = [pair and _scaled(pair, share) for pair in variation.coordinates]
    font["gvar"].variations[name] = variations
    _add_to_hvar(font["HVAR"].table, name, model, order, share)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _scaled(pair: tuple[int, int], share: float) -> tuple[int, int]:
    return round(pair[0] * share), round(pair[1] * share)


def _add_to_hvar(hvar: Any, name: str, model: str, order: list[str], share: float) -> None:  # noqa: ANN401 - a table made at run time
    """Let the advance of the glyph `name` vary with the weight as that of `model` does.

    Without a map, the rows of the table's only list are in the order of the glyphs.
    """
    mapping = hvar.AdvWidthMap and hvar.AdvWidthMap.mapping
    place = mapping[model] if mapping else order.index(model)
    data = hvar.VarStore.VarData[place >> 16]
    row = len(data.Item)
    if not mapping and row != len(order):
        raise ValueError("the font's HVAR has neither a map nor a row for each glyph")
    data.Item.append([round(delta * share) for delta in data.Item[place & 0xFFFF]])
    data.ItemCount = row + 1
    if mapping:
        mapping[name] = (place & ~0xFFFF) + row
