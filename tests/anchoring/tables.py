"""The tables of `data/`: see its README for the format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
_HIDDEN = str.maketrans(
    {
        "⍽": "\u00a0",
        "␣": "\u202f",
        "⁞": "\u2060",
        "∅": "\u200b",
        "¬": "\u00ad",
        "␌": "\f",
        "⇥": "\t",
        "⏎": "\r",
        "⌃": "\u0301",
        "⌄": "\u0300",
    }
)
_ENTRY = re.compile(
    r"^(?P<title>[^\n]+)\n\.\n(?P<quotation>.*?)\n\.\n(?P<document>.*?)\n\.\n",
    re.MULTILINE | re.DOTALL,
)


class Entry(NamedTuple):
    """A quotation and the document that it is looked for in."""

    title: str
    quotation: str
    document: str
    start: int
    """Where it stands, if that is marked."""
    end: int


def table(name: str) -> list[Entry]:
    """Return the entries of a table."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8").translate(_HIDDEN)
    return [_entry(match) for match in _ENTRY.finditer(text)]


def separators(name: str) -> int:
    """Return how many lines of a table hold a point alone."""
    return (DATA / f"{name}.txt").read_text(encoding="utf-8").count("\n.\n")


def _entry(match: re.Match[str]) -> Entry:
    marked = match["document"]
    start, end = marked.find("⟦"), marked.find("⟧") - 1
    return Entry(match["title"], match["quotation"], re.sub("[⟦⟧]", "", marked), start, end)
