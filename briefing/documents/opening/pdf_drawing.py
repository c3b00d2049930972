"""The text that a page or a form of a PDF draws, in the order of drawing.

Ten times as fast as a reader that measures where each glyph falls: an audit needs the letters, not
the lines. Fonts that don't say which signs their codes stand for are read as Windows-1252; pypdf knows more
of them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from typing import Any

_TOKEN = re.compile(
    rb"(?P<literal>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))(?:\s*(?P<space>-\d{3,}))?"
    rb"|\[(?P<array>[^\[\]()]*)\]|<(?P<hex>[0-9A-Fa-f\s]+)>\s*(?P<gap>-\d{3,})?"
    rb"|/(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b"
    rb"|(?P<height>[-+.\d]+)\s+T[dDm]\b"
    rb"|(?P<line>T\*|(?<=[\s)>\]])['\"](?=\s))",
    re.DOTALL,
)
_GAP = re.compile(rb"(?<=[\s>])-\d{3,}[\d.]*")
"""A step to the right as wide as a space, or wider, in thousandths of the size."""
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([^<>]+)>\s*<([^<>]+)>\s*(?:<([^<>]*)>|\[([^\]]*)\])", re.DOTALL)

_SAME_LINE = "\ufdd0"
"""A noncharacter: no text holds it."""

Decode = Callable[[bytes], str]


def fonts_of(resources: Any) -> tuple[dict[str, Decode], bool]:  # noqa: ANN401 - as PDF has it
    """Return how to read the strings set in each font, and whether all of them tell."""
    fonts = resources["/Font"].get_object() if "/Font" in resources else {}
    decoders: dict[str, Decode] = {}
    for name in fonts:
        table: Any = fonts[name].get("/ToUnicode")
        table = table.get_object() if table is not None else None
        if hasattr(table, "get_data"):
            width = 2 if "/DescendantFonts" in fonts[name] else 1
            decoders[name.lstrip("/")] = decoder(table.get_data(), width)
    return decoders, len(decoders) == len(fonts)


def decoder(table: bytes, width: int) -> Decode:
    """Return what reads codes of `width` bytes by a `ToUnicode` table (ISO 32000-2, 9.10.3)."""
    signs = _signs(table)

    def decode(data: bytes) -> str:
        count = len(data) // width
        codes = struct.unpack(f">{count}{'BH'[width - 1]}", data[: count * width])
        return "".join([signs.get(code, "\ufffd") for code in codes])

    return decode


def _signs(table: bytes) -> dict[int, str]:
    signs: dict[int, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == b"bfchar":
            codes = _CODE.findall(body)
            signs |= {_number(c): _text(t) for c, t in zip(codes[::2], codes[1::2], strict=False)}
        else:
            for first, last, start, listed in _RANGE.findall(body):
                signs |= _stretch(_number(first), _number(last), start, listed)
    return signs


def _stretch(first: int, last: int, start: bytes, listed: bytes) -> dict[int, str]:
    if listed:
        return {first + i: _text(text) for i, text in enumerate(_CODE.findall(listed))}
    text = _text(start)
    if not text:
        return {}
    size = min(last - first, 0xFFFF) + 1
    return {first + i: text[:-1] + chr(min(ord(text[-1]) + i, 0x10FFFF)) for i in range(size)}


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _text(digits: bytes) -> str:
    return _bytes(digits).decode("utf-16-be", "replace")


def _bytes(digits: bytes) -> bytes:
    clean = b"".join(digits.split())
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode())


def drawn_text(content: bytes, fonts: Mapping[str, Decode]) -> tuple[str, str]:
    """Return the text that `content` draws: a line for each run, then a line for each baseline."""
    decode: Decode = _undecoded
    pieces: list[str] = []
    height = b""
    for match in _TOKEN.finditer(content):
        kind = match.lastgroup
        if kind == "array":
            parts = _GAP.split(match["array"])
            pieces.append(" ".join([decode(_bytes(b"".join(_CODE.findall(p)))) for p in parts]))
        elif kind == "font":
            decode = fonts.get(match["font"].decode("latin-1"), _undecoded)
        elif kind == "height":
            same = match["height"] in (b"0", height)
            height = height if match["height"] == b"0" else match["height"]
            pieces.append(_SAME_LINE if same else "\n")
        elif kind == "line":
            pieces.append("\n")
        elif match["literal"]:
            text = decode(literal(match["literal"][1:-1]))
            pieces.append(text + (" " if match["space"] else ""))
        else:
            pieces.append(decode(_bytes(match["hex"])) + (" " if match["gap"] else ""))
    text = "".join(pieces)
    return text.replace(_SAME_LINE, "\n"), text.replace(_SAME_LINE, "")


def _undecoded(data: bytes) -> str:
    return data.decode("cp1252", "replace")


def literal(data: bytes) -> bytes:
    """Return the bytes of a literal string without its escapes (ISO 32000-2, 7.3.4.2)."""
    return _ESCAPE.sub(_unescaped, data)


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line, sign = match.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line else _SIGNS.get(sign, sign)
