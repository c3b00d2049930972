"""Characters that typography may exchange, one for one."""

from __future__ import annotations

FILL = "\0"
"""Stands for what is left out, so that a text keeps its length until the last step."""

_SPACES = "\t\v\r\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINES = "\x85\u2028\u2029"
_UNSEEN = (
    "\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f\ufffc"
)
_CLASSES = {
    " ": _SPACES,
    "\n": _LINES,
    FILL: _UNSEEN,
    "'": "’‘ʼʻ‛′´`＇",
    '"': "«»“”„‟″‹›〝〞＂",
    "-": "‐‑−⁃﹣－",
    "–": "‒",
    "—": "―⸺",
    "°": "º",
}
_RAISED = {"ᵃ": "a", "ᵈ": "d", "ᵉ": "e", "ᵐ": "m", "ⁿ": "n", "ᵒ": "o", "ʳ": "r", "ˢ": "s", "ᵗ": "t"}
"""The letters of ordinals, as in 47ᵉ."""

SIGNS: tuple[tuple[str, str], ...] = (
    *((sign, plain) for plain, signs in _CLASSES.items() for sign in signs),
    *_RAISED.items(),
)

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Ligatures of type; œ and æ are letters, and « oe » is another spelling."""


def plain_signs(text: str) -> str:
    """Return `text`, of the same length, with one sign for all that mean the same."""
    for sign, plain in _ASCII_SIGNS if text.isascii() else SIGNS:
        if sign in text:
            text = text.replace(sign, plain)
    return text


_ASCII_SIGNS = tuple((sign, plain) for sign, plain in SIGNS if sign.isascii())
