"""How people and organisations are named: what a dossier declares, what an audience chooses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Naming(StrEnum):
    """How an audience has people named (`noms`)."""

    SHORT = "abrégés"
    """In full at their first mention in a section, then in short."""
    FULL = "complets"
    TYPED = "tels quels"


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the text names."""

    name: str
    """In full, as « Donald Trump »."""
    short: str
    """« D. Trump »; the whole name where it has nothing shorter."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Acronym:
    """An entry of the glossary."""

    letters: str
    """As it stands in the text: OTAN."""
    meaning: str
    """« Organisation du traité de l'Atlantique nord », without article; "" if readers know it."""
    line: int = field(default=0, compare=False)
