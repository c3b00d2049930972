"""Themes: read from the text of their files, closed to the outside, legible by day and by night."""

from briefing.theming.adapting import adapted
from briefing.theming.closing import closing_findings, contained, unreadable
from briefing.theming.colours import contrast
from briefing.theming.legibility import PAIRS, Pair
from briefing.theming.pictures import coloured, resolved
from briefing.theming.reading import read_theme
from briefing.theming.resources import closed
from briefing.theming.tokens import PALETTE

__all__ = [
    "PAIRS",
    "PALETTE",
    "Pair",
    "adapted",
    "closed",
    "closing_findings",
    "coloured",
    "contained",
    "contrast",
    "read_theme",
    "resolved",
    "unreadable",
]
