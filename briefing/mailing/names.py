"""Names of attached files: the title as people read it, in any folder."""

from __future__ import annotations

import re
from typing import Final

_SPACES: Final = re.compile(r"[\s\u00a0\u202f\u2009\u2060]+")
_COLON: Final = re.compile(r"\s*:\s+")
_REFUSED: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f'
    r"\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What Windows forbids in a name, and what is unseen, or turns the direction of what is seen."""
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
"""Devices of Windows, whatever suffix their name has."""
_LONGEST: Final = 200
"""Octets of the name: its encoded form, three times as long, must stand on one line."""


def file_title(title: str, suffix: str) -> str:
    """Return the name of a file that bears `title`: « Négocier – sans l’Ukraine.pdf »."""
    words = _SPACES.sub(" ", _REFUSED.sub("", _COLON.sub(" – ", _SPACES.sub(" ", title))))
    words = words.strip(" .–-")
    words = f"briefing {words}" if _RESERVED.match(words) else words
    words = _cut(words, _LONGEST - len(suffix) - 1)
    return f"{words or 'briefing'}.{suffix}"


def _cut(text: str, octets: int) -> str:
    """Return the beginning of `text` that has so many octets in UTF-8, up to a word."""
    if len(text.encode()) <= octets:
        return text
    head = text.encode()[:octets].decode(errors="ignore")
    return (head.rpartition(" ")[0] or head).rstrip(" .–-,;")
