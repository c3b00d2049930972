"""Plain text: what is set as HTML without its markup, in lines that never part what holds."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

WIDTH: Final = 72
"""Columns of a message: quoted a few times, its lines still fit in 80."""
_LINK: Final = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_ORDINAL: Final = re.compile(r"(?<=[nN])<sup>o</sup>")
_TAG: Final = re.compile(r"<[^<>]*>")
_BREAK: Final = re.compile(r"[ \t\r\n]+")
"""What ends a word here; no-break spaces don't."""
_BLANK: Final = re.compile(r"\n{3,}")
_TRAILING: Final = re.compile(r"(?<!\n--)[ \t]+$", re.MULTILINE)
"""Spaces that end a line, but for that which announces the last lines (RFC 3676, 4.3)."""
_JOINER: Final = "\u2060"
"""Holds words together on a page; here only spaces part them, and some fonts draw it as a box."""


def unmarked(text: str) -> str:
    """Return HTML as words: emphasis goes, an address follows what links to it, « n° » stays."""
    linked = _LINK.sub(_linked, _ORDINAL.sub("°", text))
    return html.unescape(_TAG.sub("", linked)).replace(_JOINER, "")


def wrapped(text: str, first: str = "", rest: str = "") -> Markup:
    """Set HTML in lines of 72 columns, the first after `first`, the others after `rest`.

    Lines end at spaces alone; a word that is longer, as an address may be, stands on its own.
    """
    words = [word for word in _BREAK.split(unmarked(text)) if word]
    return escape("\n".join(_lines(words, first, rest)))


def underlined(text: str, sign: str = "-") -> Markup:
    """Set a heading: its lines, then as many of `sign` as the longest of them has columns."""
    lines = list(_lines([word for word in _BREAK.split(unmarked(text)) if word], "", ""))
    return escape("\n".join((*lines, sign * max(map(columns, lines), default=0))))


def finished(text: str) -> str:
    """Return what a template of plain text made: no entity, no blank line twice, one at its end."""
    words = _TRAILING.sub("", unmarked(text))
    return f"{_BLANK.sub(chr(10) * 2, words).strip(chr(10))}\n"


def columns(text: str) -> int:
    """Return how many columns `text` takes: a no-break space one, what is unseen none."""
    return sum(map(_columns_of, text))


def _columns_of(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def _lines(words: list[str], first: str, rest: str) -> Iterator[str]:
    line, room = first, True
    for word in words:
        if not room and columns(line) + 1 + columns(word) > WIDTH:
            yield line
            line, room = rest, True
        line += word if room else f" {word}"
        room = False
    if not room:
        yield line


def _linked(found: re.Match[str]) -> str:
    address, words = found.groups()
    shown = _TAG.sub("", words)
    told = address.removeprefix("mailto:")
    return shown if told.rstrip("/").endswith(shown.rstrip("/")) else f"{shown} ({told})"
