"""Which articles a word takes: « l'Organisation », « le Haut-Commissariat »."""

from __future__ import annotations

import re

from briefing.assembling.running_text import APOSTROPHE, SPACE
from briefing.reading.findings import fold

_ASPIRATED = re.compile(
    r"h(?:aut|ors|ong|olland|amas|ezbollah|outhi|alte|and|al[lf]|ard|asard|eurt|ier|ous|uit)"
)
"""The beginnings of the words in h that names and bodies have, before which nothing elides."""
_GLIDE = re.compile(r"y[aeiouy]|oui|onz|ouistiti|uhlan")
_BEFORE_VOWEL = re.compile(rf"(?:(?<!\w)[lLdDnN]|[qQ]u){APOSTROPHE}\Z|(?<!\w)[cC]et{SPACE}+\Z")
_BEFORE_CONSONANT = re.compile(
    rf"(?<!\w)(?:le|la|du|au|ce|de|que|jusque|lorsque|puisque|quoique){SPACE}+\Z", re.IGNORECASE
)
_SINGULAR = re.compile(
    rf"(?<!\w)(?:[lL]{APOSTROPHE}|(?:le|la|du|au|ce|cet|cette){SPACE}+)\Z", re.IGNORECASE
)


def elides(word: str) -> bool:
    """Say whether articles elide before `word`, which begins with a vowel or a mute h."""
    start = fold(word)
    if _GLIDE.match(start):
        return False
    return start[:1] in tuple("aeiouy") or (start[:1] == "h" and not _ASPIRATED.match(start))


def agrees(before: str, word: str) -> bool:
    """Say whether `word` may stand after `before`: its article or preposition is in the form due."""
    wrong = _BEFORE_CONSONANT if elides(word) else _BEFORE_VOWEL
    return not wrong.search(before)


def is_singular(before: str) -> bool:
    """Say whether `before` ends in a definite article or demonstrative of the singular."""
    return bool(_SINGULAR.search(before))
