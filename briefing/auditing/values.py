"""What an audit looks for, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.carrier import Unread, Where


class Form(StrEnum):
    """How a withheld text stands in a file."""

    EXACT = "exact"
    """Character for character."""
    RESHAPED = "reshaped"
    """In another typography, case, encoding or layout."""
    PARTIAL = "partial"
    """Some of its words in a row."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that the audience may not see."""

    kind: str
    """Of the item that it belongs to: `extract`, `source`, `party`…"""
    id: str
    """Of that item; "" if it has none."""
    field: str
    """The field of the model that holds it: `quotation`, `title`…"""
    text: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Leak:
    """A withheld text in a file."""

    needle: Needle
    where: Where
    form: Form
    found: str
    """What of it was found: the whole as the dossier has it, or the words of a part."""


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """A file that was looked into."""

    name: str
    leaks: tuple[Leak, ...]
    unread: tuple[Unread, ...]
    """Places that couldn't be looked into."""
    places: int
    """Texts that were looked into."""

    @property
    def clean(self) -> bool:
        """Whether all of it was read, and nothing withheld is in it."""
        return not self.leaks and not self.unread


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit found."""

    audience: str
    needles: int
    """Withheld texts that were looked for."""
    indistinct: tuple[Needle, ...]
    """Withheld texts too short to be told from anything else, which weren't looked for."""
    files: tuple[AuditedFile, ...]

    @property
    def clean(self) -> bool:
        """Whether no file leaks, and all of each was read."""
        return all(file.clean for file in self.files)
