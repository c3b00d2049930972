"""Functions in the place of names, in French: « de Jeanne Roche » → « du président »."""

from __future__ import annotations

import re
from typing import Final

from briefing.assembling.running_text import SPACE, Edit

_TITLE: Final = re.compile(rf"(?:MM?\.|Mmes?|Mlles?|Mgr|Drs?|Prs?|Me){SPACE}\Z")
_LINK: Final = re.compile(rf"(?<!\w)(?P<word>[Dd]e{SPACE}|[Dd]['’]|[Àà]{SPACE}|\w*[Qq]u['’]e?)\Z")
_BEGINS: Final = re.compile(rf"(?:\A|[.!?…]{SPACE}+)[«“(]?{SPACE}*\Z")
_CONTRACTED: Final = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
_ARTICLE: Final = re.compile(rf"(les?){SPACE}", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[aeiouyhàâäéèêëîïôöùûü]", re.IGNORECASE)


def with_function(words: str, start: int, end: int, function: str) -> Edit:
    """Return the edit that puts `function` in the place of the name at `start` to `end`.

    It takes in the title before the name, and the preposition or elided « que » that the article
    of the function is contracted with, or not elided before.
    """
    title = _TITLE.search(words[:start])
    start = title.start() if title else start
    link = _LINK.search(words[:start])
    if link:
        return Edit(link.start(), end, _linked(link["word"], function))
    begins = _BEGINS.search(words[:start])
    said = function[:1].upper() + function[1:] if begins else function
    return Edit(start, end, said)


def _linked(link: str, function: str) -> str:
    """Return `function` after « de », « d' », « à » or « qu' », in their right form."""
    bare = link.rstrip(" \u00a0\u202f\u2009'’")
    elides = bool(_VOWEL.match(function))
    if bare.casefold().endswith("qu"):
        return f"{bare}’{function}" if elides else f"{bare}e {function}"
    preposition = "de" if bare.casefold() in ("d", "de") else "à"
    article = _ARTICLE.match(function)
    contracted = _CONTRACTED.get((preposition, article[1].casefold())) if article else None
    if contracted and article:
        made = f"{contracted} {function[article.end() :]}"
    elif preposition == "de" and elides:
        made = f"d’{function}"
    else:
        made = f"{preposition} {function}"
    return made[:1].upper() + made[1:] if bare[:1].isupper() else made
