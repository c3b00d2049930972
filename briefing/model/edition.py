"""An edition: a briefing set for one medium."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Medium(StrEnum):
    """Where an edition is read."""

    PRINT = "print"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Edition:
    """One HTML document, styles inside, ready to be written or printed."""

    html: str
    medium: Medium
    title: str
    language: str
    audience: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF."""

    name: str
    data: bytes
    media_type: str = "application/octet-stream"
    description: str = ""
    """For the reader, in the language of the frame."""
    relationship: str = "Unspecified"
    """To the PDF, ISO 32000-2, 7.11.3: `Source`, `Data`, `Alternative`, `Supplement`…"""
