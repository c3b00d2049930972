"""Acronyms in small capitals, for a house that has them so: less loud among lower-case letters.

Bringhurst, *The Elements of Typographic Style*, 3.2.2: acronyms in running text. The letters stay
capitals, and the font draws them small (`.acronym`, by `font-variant-caps`): what is copied is OTAN.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from briefing.typesetting.patterns import Pattern

# G20 or UE are short enough to stay; XIV, and the XIX of a century, are numerals.
_ACRONYM: Final = Pattern(r"(?<![\w.&#])(?![IVXL]+\b)[A-ZÀ-ÖØ-Þ]{3,}[0-9]*(?!\w)(?![^<>]*>)")


def small_capitals(html: Markup) -> Markup:
    """Put each acronym of `html`, three capitals or more, into `<span class="acronym">`."""
    marked = _ACRONYM.compiled.sub(r'<span class="acronym">\g<0></span>', str(html))
    return Markup(marked)  # noqa: S704 - was safe, and gained spans of ours
