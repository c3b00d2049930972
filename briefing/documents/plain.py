"""Plain text and Markdown: kept as they are, whatever the encoding."""

from __future__ import annotations

import codecs

from briefing.documents.errors import DocumentError
from briefing.model.finding import message
from briefing.reading.decoding import normalise_newlines

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNKNOWN = "\ufffd"
"""Stands for bytes that mean nothing; no quotation holds it, so that none is proved on it."""


def read_plain(name: str, data: bytes) -> str:
    r"""Return the text of `data` with `\n` line ends, and else unchanged."""
    text = normalise_newlines(decode(data))
    if "\0" in text:
        raise DocumentError(
            message("“{name}” holds NUL characters: it isn't plain text", name=name),
            message("export it again as plain text in UTF-8"),
        )
    return text


def decode(data: bytes) -> str:
    """Decode UTF-16 that says so, UTF-8, or else Windows-1252.

    Some bad bytes don't make Windows-1252 of a text in UTF-8, as when it is cut in mid-letter:
    they are taken for what most of the letters beyond ASCII are.
    """
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    beyond_ascii = sum(character > "\x7f" for character in text)
    mostly_utf8 = text.count(_UNKNOWN) * 2 < beyond_ascii
    return text if mostly_utf8 else data.decode("cp1252", "replace")


def without_odd_characters(text: str) -> str:
    r"""Return `text` with `\n` line ends, and without NULs and halves of characters.

    Libraries may let them through from a file, and they can't be written to any other.
    """
    text = normalise_newlines(text).replace("\0", _UNKNOWN)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
