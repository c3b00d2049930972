"""Prose of the analyst after reading: plain runs with their emphasis and citations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from briefing.model.vocabulary import Tlp


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text set alike; `citations` hold extract ids and then `text` is empty."""

    text: str
    emphasis: bool = False
    strong: bool = False
    link: str = ""
    citations: tuple[str, ...] = ()
    language: str = ""
    """BCP 47, when it isn't the briefing's own language."""
    variant: str = ""
    """`small-caps`, `sup` or `sub`, as a citation style may ask."""


RichText: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of prose: a paragraph, a subheading or an item of a list."""

    spans: RichText
    role: str = "text"
    """`text`, `heading` or `item`."""
    tlp: Tlp | None = None
    """That of a heading is that of all that stands under it."""
    line: int = field(default=0, compare=False)


def plain(text: RichText) -> str:
    """Return the words of `text` alone."""
    return "".join(span.text for span in text)
