"""Names of authors: in full, in a list, with initials."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.frame import FRENCH_FRAME, Frame

_ALL_NAMED: Final = 3
"""Up to three authors are named, as AFNOR Z 44-005 has it; beyond, the first one."""
_PAIR: Final = 2
# A body is not a person: no initial for « Ministère des Affaires étrangères ».
_BODY: Final = re.compile(
    r"^(?:L[ea]s?|L['’]|The)(?:\b|(?<=['’]))"
    r"|\b(?:Acad[ée]mi\w+|Agence|Agency|Ambassade|Assemblée|Association|Banque|Bureau|Cent(?:re|er)"
    r"|Comité|Commission|Conseil|Council|Cour|Département|Direction|Fondation|Foundation"
    r"|Gouvernement|Groupe|House|Institut\w*|International|Ministère|Ministry|Observatoire"
    r"|Office|Organi[sz]ation|Parlement|Présidence|Presse|Press|Rédaction|Secrétariat|Sénat"
    r"|Service|Times|Union|Université|University|Watch)\b"
    r"|\b(?:de la|des|du|of|for|and|et)\b"
)
_PARTICLES: Final = frozenset(
    "de d du des le la les von van der den ter di da del della dos al el ben bin mac saint".split()
)


def full_list(authors: Sequence[str], frame: Frame = FRENCH_FRAME) -> str:
    """Return « A, B et C », or « A et al. » beyond three."""
    names = [in_full(author) for author in authors]
    return _others(names[0], frame) if len(names) > _ALL_NAMED else frame.listed(names)


def short_list(
    authors: Sequence[str], bodies: Collection[str] = (), frame: Frame = FRENCH_FRAME
) -> str:
    """Return « D. Minic », « D. Minic et A. Autre », or « D. Minic et al. » beyond two.

    Those of `authors` that are in `bodies` keep their whole name.
    """
    names = [name if name in bodies else with_initials(name) for name in authors]
    return _others(names[0], frame) if len(names) > _PAIR else frame.listed(names)


def _others(name: str, frame: Frame) -> str:
    return frame.say("{name} et\u00a0al.", name=name)


def in_full(name: str) -> str:
    """Return « Gabriel García Márquez » for « García Márquez, Gabriel »; another as it is."""
    surname, comma, forenames = (part.strip() for part in name.partition(","))
    if not comma or not surname or not forenames or "," in forenames or is_body(name):
        return name
    return f"{forenames} {surname}"


def with_initials(name: str) -> str:
    """Return « J.-P. Dupont » for Jean-Pierre Dupont; a body's name as it is."""
    if "," in name:  # Nom, Prénom
        surname, _, forenames = (part.strip() for part in name.partition(","))
        return NO_BREAK.join(filter(None, (_initials(forenames.split()), surname)))
    words = name.split()
    if len(words) < _PAIR or _BODY.search(name):
        return name
    surname_at = _surname_index(words)
    if _initials(words[:surname_at]) == "M.":  # would read as « Monsieur »
        return name
    return NO_BREAK.join((_initials(words[:surname_at]), " ".join(words[surname_at:])))


def parted(name: str) -> tuple[str, str] | None:
    """Return the forenames and the surname, its particle included; None if `name` has not both."""
    if is_body(name):
        return None
    if "," in name:  # Nom, Prénom
        surname, _, forenames = (part.strip() for part in name.partition(","))
        return (forenames, surname) if forenames and surname else None
    words = name.split()
    if len(words) < _PAIR:
        return None
    surname_at = _surname_index(words)
    return " ".join(words[:surname_at]), " ".join(words[surname_at:])


def is_body(name: str) -> bool:
    """Say whether `name` reads as that of a body, not of a person."""
    return bool(_BODY.search(name))


def _surname_index(words: Sequence[str]) -> int:
    """Return where the surname begins: its particle, its capitals, or else the last word."""
    for index, word in enumerate(words[1:], 1):
        if _is_particle(word) or (len(word) > 1 and word.isupper() and "." not in word):
            return index
    return len(words) - 1


def _is_particle(word: str) -> bool:
    """Say whether `word` begins a surname: « Le » Goff; not the bare initial of Robert D Kaplan."""
    return word.casefold() in _PARTICLES and (len(word) > 1 or word.islower())


def _initials(forenames: Sequence[str]) -> str:
    return NO_BREAK.join(_initial(forename) for forename in forenames)


def _initial(forename: str) -> str:
    """Return « J.-P. » for Jean-Pierre; an initial stays one."""
    return "-".join(f"{part[0]}." for part in forename.split("-") if part)
