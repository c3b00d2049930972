"""Our fonts, and only ours: the same page on any machine.

Print finds them through a fontconfig file that lists nothing else; the HTML edition carries a
Latin subset of them. Both use copies completed with the glyphs that French needs, made once and
kept in the cache under a name that depends on what they are made of: other versions of this
program, or of its fonts, have theirs beside.
"""

from __future__ import annotations

import base64
import hashlib
import io
import struct
from html import escape
from pathlib import Path

from briefing.files import cache_folder, write_atomically, write_folder
from briefing.outputs.glyphs import OWN_GLYPHS, completed
from briefing.resources import font_files

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{folder}</dir>
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
    + "ȘșȚț‐‑‒–—‘’‚“”„†•…‰′″‹›€№−≈≤≥►●○→↑▸▾ᵉ\u202f\u2009\u2060"
)
"""What the HTML edition's fonts hold; other letters fall back to the reader's own."""

_TRUETYPE = b"\0\1\0\0"
_WOFF2 = b"wOF2"

FEATURES = ("kern", "liga", "onum", "lnum", "pnum")
SMALL_CAPITALS = ("c2sc",)
"""Only for a house that sets acronyms so: they add a quarter to the fonts."""


def fontconfig_file() -> Path:
    """Write the fontconfig file that lists our fonts alone, and return its path."""
    folder = completed_fonts()[0].parent
    cache = escape(str(folder.parent / "fontconfig"))
    data = _FONTCONFIG.format(folder=escape(str(folder)), cache=cache).encode()
    path = folder.with_suffix(".conf")
    if not path.is_file() or path.read_bytes() != data:
        write_atomically(path, data)
    return path


def completed_fonts() -> tuple[Path, ...]:
    """Return the four font files with the glyphs that they lacked, in a folder of their own.

    They are made at the first build, in a second or two. Builds that run at once may each make
    them; the first to be done gives the folder its name, and no build sees it half full. A file
    that a full disk or a clean-up cut short is made again.
    """
    originals = font_files()
    folder = cache_folder() / f"fonts-{_digest(originals)}"
    paths = tuple(folder / path.name for path in originals)
    if not all(is_whole(path) for path in paths):
        write_folder(folder, {path.name: completed(path) for path in originals})
    return paths


def is_whole(path: Path) -> bool:
    """Say whether a TrueType or WOFF2 file is as long as its own head announces.

    OpenType 1.9, « Table Directory »; W3C, *WOFF File Format 2.0*, 4.1.
    """
    data = path.read_bytes() if path.is_file() else b""
    if data[:4] == _WOFF2:
        return int.from_bytes(data[8:12]) == len(data) >= 12
    count = int.from_bytes(data[4:6]) if data[:4] == _TRUETYPE else 0
    tables = data[12 : 12 + 16 * count]
    if not count or len(tables) < 16 * count:
        return False
    ends = (at + length for _, _, at, length in struct.iter_unpack(">4sIII", tables))
    return bool(max(ends) <= len(data))


def _digest(originals: tuple[Path, ...]) -> str:
    sizes = [(path.name, path.stat().st_size) for path in originals]
    return hashlib.sha256(f"{sizes} {OWN_GLYPHS} 1".encode()).hexdigest()[:20]


def screen_font_faces(*, small_capitals: bool = False) -> str:
    """Return the `@font-face` rules of the HTML edition, fonts inside."""
    features = FEATURES + SMALL_CAPITALS if small_capitals else FEATURES
    return "\n".join(_face(path, features) for path in completed_fonts())


def _face(path: Path, features: tuple[str, ...]) -> str:
    data = base64.b64encode(_subset(path, features)).decode()
    return _FACE.format(
        family="EB Garamond" if "Garamond" in path.name else "Source Sans 3",
        style="italic" if "Italic" in path.name else "normal",
        weights="400 800" if "Garamond" in path.name else "200 900",
        data=data,
    )


def _subset(path: Path, features: tuple[str, ...]) -> bytes:
    """Subset one font, once: it takes half a second, and its result depends on nothing else."""
    recipe = f"{path.parent.name} {path.name} {REPERTOIRE} {features} 1"
    name = hashlib.sha256(recipe.encode()).hexdigest()[:20]
    cached = cache_folder() / f"{name}.woff2"
    if is_whole(cached):
        return cached.read_bytes()
    data = _make_subset(path, features)
    write_atomically(cached, data)
    return data


def _make_subset(path: Path, features: tuple[str, ...]) -> bytes:
    from fontTools import subset

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(features)
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
