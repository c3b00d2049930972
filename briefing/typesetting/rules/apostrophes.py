"""Apostrophes.

Lexique de l'Imprimerie nationale: the apostrophe is ’ (U+2019). A straight one is one only
after a letter and before what it elides into; after a figure it is a minute or a foot, and
around a word it is a single quotation mark, which we leave to the author. An opening mark ‘
between two letters is a slip of word processors for it.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

# The apostrophe comes first and its context is looked behind: `re` then searches a literal.
# A straight mark that found no partner may end a quotation: 'paix'".
_ELISION: Final = Pattern(
    r"(?:'(?=[\w«“„‹…(\[€$£])|‘(?=[^\W\d_]))(?:(?<=[^\W\d_].)|(?<=[°º].))", "'", "‘"
)

RULES: Final[tuple[NamedRule, ...]] = (("apostrophe", substitution(_ELISION, "’")),)
