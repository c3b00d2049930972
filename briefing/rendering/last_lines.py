"""The last line of a heading, on which no word stands alone."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from briefing.typesetting.characters import NO_BREAK

_TAGS: Final = re.compile(r"(<[^>]*>)")
_LEAST: Final = 12
"""Signs that a last line should have."""
_MOST: Final = 24
"""Signs that are kept together; more might overhang a narrow column."""


def tied(html: Markup) -> Markup:
    """Keep together the last words of `html`, as many as make a line that isn't too short."""
    parts = _TAGS.split(str(html))
    for index, offset in _spaces(parts[::2]):
        text = parts[2 * index]
        parts[2 * index] = f"{text[:offset]}{NO_BREAK}{text[offset + 1 :]}"
    return Markup("".join(parts))  # noqa: S704 - was safe, and gained spaces


def _spaces(texts: list[str]) -> list[tuple[int, int]]:
    """Return where the spaces stand that may not break: the number of the text, the offset."""
    found = [(i, at) for i, text in enumerate(texts) for at, sign in enumerate(text) if sign == " "]
    starts = [sum(map(len, texts[:i])) for i in range(len(texts))]
    size = sum(map(len, texts))
    tails = [size, *(size - starts[i] - at - 1 for i, at in found)]
    return [
        place
        for place, whole, tail in zip(found, tails, tails[1:], strict=False)
        if tail < _LEAST and whole <= _MOST
    ]
