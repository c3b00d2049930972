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
