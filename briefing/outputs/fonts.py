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
from collections.abc import Iterable
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

FRENCH = (
    "".join(c for c in map(chr, range(0x20, 0x7F)) if c not in "$=@\\^`{|}~")
    + "\u00a0§©«°²·»×ÀÂÆÇÈÉÊËÎÏÔÙÛÜàâæçèéêëîïôùûüÿŒœŸ"
    + "‐‑–—‘’‚“”„…−►●○→↑▸▾ᵉʳ\u202f\u2009\u2060"
)
"""What French is written with, and all that typesetting and its labels add to a text."""

LATIN = FRENCH + "$=@\\^`{|}~ÄÖßäö"
"""What English, German, addresses and markup need besides."""

REPERTOIRE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x180)))  # Latin-1 and Latin Extended-A: all of Europe
    + "ȘșȚț‐‑‒–—‘’‚“”„†•…‰′″‹›€№−≈≤≥►●○→↑▸▾ᵉʳ\u202f\u2009\u2060"
)
"""All that the HTML edition's fonts may hold; other letters fall back to the reader's own."""

WESTERN = LATIN + "".join(c for c in map(chr, range(0xA1, 0x100)) if c not in LATIN) + "†•‰‹›€≈≤≥"
"""What names from the west of Europe need besides."""

REPERTOIRES = (FRENCH, LATIN, WESTERN, REPERTOIRE)
"""An edition has the first that holds its letters: few, so that all are soon in the cache."""

_TRUETYPE = b"\0\1\0\0"
_WOFF2 = b"wOF2"

FEATURES = ("kern", "liga", "onum", "lnum", "pnum")
UNUSED = ("BASE", "MVAR", "STAT", "gasp")
"""Tables for layout programs and hinting, which no browser needs."""
NAMES = (0, 1)
"""Of a font's names: its copyright and its family."""
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


def screen_font_faces(letters: Iterable[str] = FRENCH, *, small_capitals: bool = False) -> str:
    """Return the `@font-face` rules of an HTML edition written with `letters`, fonts inside."""
    features = FEATURES + SMALL_CAPITALS if small_capitals else FEATURES
    wanted = set(letters) & set(REPERTOIRE)
    repertoire = next(known for known in REPERTOIRES if wanted <= set(known))
    return "\n".join(_face(path, repertoire, features) for path in completed_fonts())


def _face(path: Path, repertoire: str, features: tuple[str, ...]) -> str:
    weights = _weights(path)
    data = base64.b64encode(_subset(path, repertoire, features)).decode()
    return _FACE.format(
        family="EB Garamond" if "Garamond" in path.name else "Source Sans 3",
        style="italic" if _is_italic(path) else "normal",
        weights=" ".join(map(str, sorted(set(weights)))),
        data=data,
    )


def _is_italic(path: Path) -> bool:
    return "Italic" in path.name


def _weights(path: Path) -> tuple[int, int]:
    """Return the lightest and the boldest that the style sheets ask for; italics are all regular."""
    return (400, 400) if _is_italic(path) else (400, 600)


def _subset(path: Path, repertoire: str, features: tuple[str, ...]) -> bytes:
    """Subset one font, once: it takes a second, and its result depends on nothing else."""
    recipe = f"{path.parent.name} {path.name} {repertoire} {features} {_weights(path)} 3"
    name = hashlib.sha256(recipe.encode()).hexdigest()[:20]
    cached = cache_folder() / f"{name}.woff2"
    if is_whole(cached):
        return cached.read_bytes()
    data = _make_subset(path, repertoire, features)
    write_atomically(cached, data)
    return data


def _make_subset(path: Path, repertoire: str, features: tuple[str, ...]) -> bytes:
    from fontTools import subset
    from fontTools.varLib import instancer

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(features)
    options.hinting = False
    options.drop_tables += UNUSED
    options.name_IDs = list(NAMES)
    result = io.BytesIO()
    with subset.load_font(str(path), options) as font:
        font["head"].modified = font["head"].created  # the file's own clock: same bytes every time
        font.recalcTimestamp = False
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=repertoire)
        subsetter.subset(font)
        instancer.instantiateVariableFont(font, {"wght": _weights(path)}, inplace=True)
        subset.save_font(font, result, options)
    return result.getvalue()
