"""Colours of CSS, and how well one is read on another (WCAG 2.2)."""

from __future__ import annotations

from typing import Final

Colour = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 1."""

_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)


def read_colour(text: str) -> Colour | None:
    """Return an opaque colour written as CSS 3 has them; None if it is no such colour."""
    from tinycss2.color3 import RGBA, parse_color

    colour = parse_color(text)
    if not isinstance(colour, RGBA) or colour.alpha != 1:
        return None
    red, green, blue = (min(max(part, 0.0), 1.0) for part in colour[:3])
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    return sum(w * _linear(part) for w, part in zip(_WEIGHTS, colour, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
