"""A finished briefing, read back from its PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """What a PDF holds that can be verified."""

    name: str
    """File name."""
    pages: tuple[str, ...]
    """The text of each page as it is drawn, the calls of notes left out."""
    attachments: Mapping[str, bytes]
    """By file name."""
    info: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The Info dictionary; its keys begin with a slash."""
    drawn: tuple[str, ...] = ()
    """A digest of what each page draws: `briefing.documents.drawn`."""
