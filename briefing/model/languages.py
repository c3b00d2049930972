"""The two languages of a briefing: of its frame, which is ours, and of the analyst's texts."""

from __future__ import annotations

from typing import Final

FRAMES: Final = ("fr", "fr-FR", "fr-CH", "fr-CA", "en", "en-GB", "en-US", "de")
"""What `langue` may be, as BCP 47 writes it: the region chooses dates and spaces."""


def text_language(told: str, frame: str) -> str:
    """Return the language of the texts: as `told`, else that of the frame if it is French."""
    return told or (frame if primary(frame) == "fr" else "fr")


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag, without script or region."""
    return language.replace("_", "-").partition("-")[0].lower()
