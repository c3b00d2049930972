"""Our fonts, and only ours: the same page on any machine.

Print finds them through a fontconfig file that lists nothing else; the HTML edition carries a
Latin subset of them.
"""

from __future__ import annotations

import base64
import hashlib
import io
from html import escape
from pathlib import Path

from briefing.files import cache_folder, write_atomically
from briefing.resources import font_files

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
</fontconfig>
"""

_FACE = (
    '@font-face{{font-family:"{family}";font-style:{style};font-weight:{weights};'
    "font-display:swap;src:url(data:font/woff2;base64,{data}) format('woff2')}}"
)

REPERTOIRE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x180)))  # Latin-1 and Latin Extended-A: all of Europe
    + "ȘșȚț‐‑‒–—‘’‚“”„†•…‰′″‹›€№−≈≤≥►●○→↑▸▾ᵉʳ\u202f\u2009\u2060"
)
"""What the HTML edition's fonts hold; other letters fall back to the reader's own."""

FEATURES = ("kern", "liga", "onum", "lnum")


def fontconfig_file() -> Path:
    """Write the fontconfig file that lists our fonts alone, and return its path."""
    folders = sorted({str(path.parent) for path in font_files()})
    cache = cache_folder()
    text = _FONTCONFIG.format(
        folders="\n".join(f"<dir>{escape(folder)}</dir>" for folder in folders),
        cache=escape(str(cache / "fontconfig")),
    )
    path = cache / "fonts.conf"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        write_atomically(path, text.encode())
    return path


def screen_font_faces() -> str:
    """Return the `@font-face` rules of the HTML edition, fonts inside."""
    return "\n".join(_face(path) for path in font_files())


def _face(path: Path) -> str:
    data = base64.b64encode(_subset(path)).decode()
    return _FACE.format(
        family="EB Garamond" if "Garamond" in path.name else "Source Sans 3",
        style="italic" if "Italic" in path.name else "normal",
        weights="400 800" if "Garamond" in path.name else "200 900",
        data=data,
    )


def _subset(path: Path) -> bytes:
    """Subset one font, once: it takes half a second, and its result depends on nothing else."""
    recipe = f"{path.name} {path.stat().st_size} {REPERTOIRE} {FEATURES} 1"
    name = hashlib.sha256(recipe.encode()).hexdigest()[:20]
    cached = cache_folder() / f"{name}.woff2"
    if cached.is_file():
        return cached.read_bytes()
    data = _make_subset(path)
    write_atomically(cached, data)
    return data


def _make_subset(path: Path) -> bytes:
    from fontTools import subset

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(FEATURES)
    options.hinting = False
    result = io.BytesIO()
    with subset.load_font(str(path), options) as font:
        font["head"].modified = font["head"].created  # the file's own clock: same bytes every time
        font.recalcTimestamp = False
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=REPERTOIRE)
        subsetter.subset(font)
        subset.save_font(font, result, options)
    return result.getvalue()
