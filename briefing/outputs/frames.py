"""What sets the words of a briefing that are ours, outside of its pages."""

from __future__ import annotations

from briefing.model.languages import primary
from briefing.model.typography import STANDARD, Typography
from briefing.resources import frame
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH


def labels_of(language: str, house: Typography = STANDARD) -> Typesetter:
    """Return the typesetter of a frame in `language`; that of France for any French."""
    if primary(language) == "fr":
        return FRENCH if house == STANDARD else Typesetter(house=house)
    return Typesetter(language, house, frame(language))
