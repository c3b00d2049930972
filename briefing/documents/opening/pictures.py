"""The compressed texts of PNG pictures; those of other formats stand in plain bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Where
from briefing.model.finding import message

_SIGNATURE = 8
_COMPRESSED = {b"zTXt", b"iTXt", b"iCCP"}


def open_png(unpacking: Unpacking, where: Where, data: bytes) -> None:
    """Open the chunks that may hold text (W3C PNG, third edition, §11.3.3)."""
    for kind, content in _chunks(data):
        if kind not in _COMPRESSED:
            continue
        here = (*where, message("chunk {name}", name=kind.decode()))
        _keyword, _, rest = content.partition(b"\0")
        for start in _starts(kind, rest):
            try:
                text = zlib.decompressobj().decompress(rest[start:], unpacking.left + 1)
            except zlib.error:
                continue  # plain text, which is among the raw bytes
            unpacking.unpack(here, text)
            break


def _starts(kind: bytes, rest: bytes) -> Iterator[int]:
    """Yield where compressed data may begin: after the method, or the tags of a language."""
    if kind != b"iTXt":
        yield 1
        return
    place = 2
    for _tag in range(2):
        place = rest.find(b"\0", place) + 1
    yield place


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _SIGNATURE
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += size + 12
