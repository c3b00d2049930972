"""Composed letters: « e » and its accent become one letter, whatever program wrote them."""

from __future__ import annotations

import re
import unicodedata
from array import array

_JAMO = range(0x1160, 0x1200)


def compose(text: str) -> tuple[str, array[int] | None]:
    """Return `text` in NFC, and where each of its letters began, unless it was so already."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    marks = "".join(re.escape(sign) for sign in sorted(set(text)) if _joins(sign))
    pieces: list[str] = []
    origin = array("q")
    last = 0
    for match in re.finditer(rf"[^{marks}]?[{marks}]+", text):
        letters = unicodedata.normalize("NFC", match[0])
        pieces += (text[last : match.start()], letters)
        origin.extend(range(last, match.start()))
        origin.extend([match.start()] * len(letters))
        last = match.end()
    origin.extend(range(last, len(text)))
    return "".join((*pieces, text[last:])), origin


def _joins(sign: str) -> bool:
    """Whether `sign` may become one with what stands before it, or is no letter of NFC."""
    if sign.isascii():
        return False
    category = unicodedata.category(sign)
    return category[0] == "M" or ord(sign) in _JAMO or not unicodedata.is_normalized("NFC", sign)
