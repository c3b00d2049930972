"""Superior letters: 1er, n°, Mme; and the small capitals of centuries.

Lexique de l'Imprimerie nationale, « Abréviations », « Siècles »: the end of an ordinal or of an abbreviated title is set in superior letters, and a century in
small capitals. Both come from the font (`sup` styled by `font-variant-position`, `.century` by
`font-variant-caps`), never from the few letters that Unicode has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from briefing.typesetting.patterns import Pattern

_SPACE: Final = "[ \u00a0\u202f]"
# « des XVIIe et XVIIIe siècles »: what may stand between a numeral and the word.
_CENTURY: Final = (
    rf"(?:(?:{_SPACE}?(?:,|[-–]\u2060?|/){_SPACE}?|{_SPACE}(?:et|ou|au|à|du){_SPACE}(?:le{_SPACE})?)"
    rf"[IVX]{{1,6}}(?:er?|[eè]me)){{0,3}}{_SPACE}(?:siècles?\b|s\.)"
)
# Roman numerals of one letter are V and X only: Ce, De, Le and Me are words, Ie isn't an ordinal.
_SUPERIOR: Final = Pattern(
    r"(?<![\w.,/])(?:"
    rf"(?P<century>[IVX]+)(?P<z>er?|[eè]me)(?={_CENTURY})"
    r"|(?P<first>1|I)(?P<a>ers?|[rR]es?|è[rm]es?)"
    r"|(?P<rank>[0-9]+|[IVX]{2,}|[VX])(?P<b>es?|èmes?|n?de?s?)"
    r"|(?P<title>M)(?P<c>mes?|lles?|grs?)"
    r"|(?P<doctor>[DP])(?P<d>rs?)(?=[ \u00a0\u202f][A-ZÀ-Þ])"
    r"|(?P<company>C)(?P<f>ie)"
    r"|(?P<numbers>[nN])(?P<g>os?)(?=\u00a0[0-9])"
    r")(?![\w'’-])"
    r"|\b(?P<number>[nN])(?P<e>[°º]s?)(?![^\W\d_])"
    r"|(?<=[0-9IVX])(?P<letters>[ᵉʳ]+)"
)
_NUMERAL: Final = Pattern(rf"(?<![\w.,/])[IVX]+(?=(er?|[eè]me){_CENTURY})", "siècle", "s.")
_TITLES: Final = frozenset("cdf")
_PLAIN: Final = str.maketrans({"°": "o", "º": "o", "ᵉ": "e", "ʳ": "r"})


def _raise(match: re.Match[str]) -> str:
    base, *rest = (group for group in match.groups() if group is not None)
    if not rest:
        base, rest = "", [base]
    if match["century"]:
        base = century(base)
    return f"{base}<sup>{rest[0].translate(_PLAIN)}</sup>"


def _raise_but_titles(match: re.Match[str]) -> str:
    return match[0] if match.lastgroup in _TITLES else _raise(match)


def superiors(text: str, *, titles: bool = True) -> Markup:
    """Escape `text` and set its superior letters in `sup`: 1er, XXe, n°, Mme, Dr.

    The numeral of a century goes into `<span class="century">`. Without `titles`, Mme, Mlle,
    Mgr, Dr, Pr and Cie keep their letters on the line.
    """
    escaped = str(escape_text(text))
    raised = _SUPERIOR.compiled.sub(_raise if titles else _raise_but_titles, escaped)
    return Markup(raised)  # noqa: S704 - escaped just before


def century(numeral: str) -> str:
    """Return the markup of the numeral of a century."""
    return f'<span class="century">{numeral}</span>'


def numerals_of_centuries(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the numerals of centuries in `text`, which is set already, begin and end.

    The third number is the end of the letters that make ordinals of them.
    """
    return ((*match.span(), match.end(1)) for match in _NUMERAL.finditer(text))


def escape_text(text: str) -> Markup:
    """Escape `text` for the inside of an element, where quotation marks need nothing."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(escaped)  # noqa: S704 - this is the escaping
