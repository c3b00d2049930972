"""Themes: read from the text of their files, closed to the outside, legible by day and by night."""

from briefing.theming.closing import contained
from briefing.theming.colours import contrast
from briefing.theming.legibility import PAIRS, Pair
from briefing.theming.pictures import coloured
from briefing.theming.reading import read_theme
from briefing.theming.tokens import PALETTE

__all__ = ["PAIRS", "PALETTE", "Pair", "coloured", "contained", "contrast", "read_theme"]
