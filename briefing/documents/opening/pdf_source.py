"""What stands in a PDF's bytes though no table of it says so: earlier versions, lost objects."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.pdf_drawing import literal
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message

_STREAM = re.compile(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", re.DOTALL)
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\([^()]*\))*)\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{6,})>")
_MARKED = re.compile(rb"<((?:[Ff][Ee][Ff][Ff]|[Ee][Ff][Bb][Bb][Bb][Ff])[0-9A-Fa-f\s]*)>")


def add_orphans(unpacking: Unpacking, where: Where, data: bytes, known: set[int]) -> None:
    """Keep the strings between streams, and open each stream that is none of those `known`.

    `known` are the hashes of the streams' data, decoded.
    """
    here = (*where, message("bytes of the PDF"))
    add_source(unpacking, here, _STREAM.sub(b"stream\nendstream", data))
    for match in _STREAM.finditer(data):
        content = _inflated(match[1], unpacking.left)
        if content is None or hash(content) in known or hash(match[1]) in known:
            continue
        known.add(hash(content))
        unpacking.unpack(here, content)
        add_source(unpacking, here, content)


def add_source(unpacking: Unpacking, where: Where, data: bytes, *, glyphs: bool = False) -> None:
    """Keep what stands in the source of a PDF, and the strings in it.

    Hexadecimal ones are numbers of `glyphs` where the fonts say so, unless marked as text.
    """
    text = data.decode("utf-8", "replace")
    unpacking.say(where, text, prose=False)
    strings = list(_strings(data, _MARKED if glyphs else _HEX))
    unpacking.add(where, [Segment(text) for text in strings])
    add_decoded(unpacking, where, "\n".join(strings))


def _inflated(data: bytes, limit: int) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, limit + 1)
    except zlib.error:
        return None


def _strings(data: bytes, hexadecimal: re.Pattern[bytes] = _HEX) -> Iterator[str]:
    """Yield the literal and hexadecimal strings (ISO 32000-2, 7.3.4)."""
    for match in _LITERAL.finditer(data):
        yield from _texts(literal(match[1]))
    for match in hexadecimal.finditer(data):
        digits = re.sub(rb"\s", b"", match[1])
        yield from _texts(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield data.decode("utf-16", "replace")
    elif b"\0" in data:
        yield data.decode("utf-16-be", "replace")
    else:
        yield (
            data.decode("utf-8", "replace") if _is_utf8(data) else data.decode("cp1252", "replace")
        )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
