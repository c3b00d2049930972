"""Superior letters: 1er, XXe, n°, Mme.

Lexique de l'Imprimerie nationale, « Abréviations », « Adjectifs numéraux ordinaux »: the end of
an ordinal or of an abbreviated title is set in superior letters. They come from the font
(`sup` styled by `font-variant-position`), never from the few Unicode has.
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from briefing.typesetting.patterns import Pattern

# Roman numerals of one letter are V and X only: Ce, De, Le and Me are words, Ie isn't an ordinal.
_SUPERIOR: Final = Pattern(
    r"(?<![\w.,/])(?:"
    r"(?P<first>1|I)(?P<a>ers?|[rR]es?|è[rm]es?)"
    r"|(?P<rank>[0-9]+|[IVX]{2,}|[VX])(?P<b>es?|èmes?|nde?s?)"
    r"|(?P<title>M)(?P<c>mes?|lles?|gr)"
    r"|(?P<doctor>[DP])(?P<d>r)(?=[ \u00a0\u202f][A-ZÀ-Þ])"
    r")(?![\w'’-])"
    r"|\b(?P<number>[nN])(?P<e>[°º])(?![^\W\d_])"
    r"|(?<=[0-9IVX])(?P<letters>[ᵉʳ]+)"
)
_PLAIN: Final = str.maketrans({"°": "o", "º": "o", "ᵉ": "e", "ʳ": "r"})


def _raise(match: re.Match[str]) -> str:
    base, *rest = (group for group in match.groups() if group is not None)
    if not rest:
        base, rest = "", [base]
    return f"{base}<sup>{rest[0].translate(_PLAIN)}</sup>"


def superiors(text: str) -> Markup:
    """Escape `text` and set its superior letters in `sup`: 1er, XXe, n°, Mme, Dr."""
    escaped = str(escape_text(text))
    return Markup(_SUPERIOR.compiled.sub(_raise, escaped))  # noqa: S704 - escaped just before


def escape_text(text: str) -> Markup:
    """Escape `text` for the inside of an element, where quotation marks need nothing."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(escaped)  # noqa: S704 - this is the escaping
