"""How people and organisations are named: what a dossier declares, what an audience chooses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from briefing.model.vocabulary import Tlp


class Naming(StrEnum):
    """How an audience has people named (`noms`)."""

    SHORT = "abrégés"
    """In full at their first mention in a section, then in short."""
    FULL = "complets"
    TYPED = "tels quels"
    FUNCTIONS = "fonctions"
    """By what they do; those of whom that isn't told, in full and then in short."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the text names."""

    name: str
    """In full, as « Donald Trump »."""
    short: str
    """« D. Trump »; the whole name where it has nothing shorter."""
    line: int = field(default=0, compare=False)
    function: str = ""
    """« le président des États-Unis », with its article."""
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class Acronym:
    """An entry of the glossary."""

    letters: str
    """As it stands in the text: OTAN."""
    meaning: str
    """« Organisation du traité de l'Atlantique nord », without article; "" if readers know it."""
    line: int = field(default=0, compare=False)
