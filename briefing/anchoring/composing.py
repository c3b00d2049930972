"""Composed letters: « e » and its accent become one letter, whatever program wrote them."""

from __future__ import annotations

import re
import unicodedata

from briefing.anchoring.signs import FILL, LIGATURES

_JAMO = range(0x1160, 0x1200)


def compose(text: str) -> str:
    """Return `text` in NFC as far as its length allows; what a composition saves is filled."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    marks = "".join(re.escape(sign) for sign in sorted(set(text)) if _joins(sign))
    return re.sub(rf"[^{marks}]?[{marks}]+", _composed, text) if marks else text


def expansions(text: str) -> dict[str, str]:
    """Return the characters of `text` that stand for several: ligatures, above all."""
    found = {sign: letters for sign, letters in LIGATURES.items() if sign in text}
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return found
    for sign in set(text) - found.keys():
        letters = unicodedata.normalize("NFC", sign)
        if len(letters) > 1:
            found[sign] = letters
    return found


def _joins(sign: str) -> bool:
    """Whether `sign` may become one with what stands before it, or is no letter of NFC."""
    if sign.isascii():
        return False
    category = unicodedata.category(sign)
    return category[0] == "M" or ord(sign) in _JAMO or not unicodedata.is_normalized("NFC", sign)


def _composed(match: re.Match[str]) -> str:
    letters = match[0]
    composed = unicodedata.normalize("NFC", letters)
    return composed.ljust(len(letters), FILL) if len(composed) <= len(letters) else letters
