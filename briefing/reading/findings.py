"""Short builders of findings, and the nearest known word to propose."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from briefing.model.finding import Finding, Message, Severity, message

_FOLDED_APART = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "œ": "oe", "æ": "ae"})

MANY = 500
FEW = 32
"""So many known words are listed when none is near: all the keys of a fiche are."""


def error(code: str, path: str, line: int, text: Message, hint: Message | None = None) -> Finding:
    """Build an error."""
    return Finding(Severity.ERROR, code, path, line, text, hint)


def warning(code: str, path: str, line: int, text: Message, hint: Message | None = None) -> Finding:
    """Build a warning."""
    return Finding(Severity.WARNING, code, path, line, text, hint)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return `word` without case, accents and odd spaces, for comparing what people type."""
    simple = word.casefold().translate(_FOLDED_APART)
    if simple.isascii():
        return " ".join(simple.split())
    letters = unicodedata.normalize("NFD", simple)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, if any is near."""
    from difflib import get_close_matches

    names = list(dict.fromkeys(known))
    if len(names) > MANY:  # comparing is slow: keep those of the same beginning or the same end
        parts = {part for part in word.split("#") if part}
        names = [name for name in names if parts.intersection(name.split("#"))]
    by_fold = {fold(name): name for name in names}
    near = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> Message | None:
    """Propose the known word nearest to `word`, else list the known ones if they are few."""
    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    if near:
        return message("did you mean “{name}”?", name=near)
    if 0 < len(names) <= FEW:
        return message("known here: {names}", names=", ".join(names))
    return None
