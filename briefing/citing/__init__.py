"""Citing: a source and a citation style in, a reference out, not typeset yet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.citing.fields import entry
from briefing.citing.marks import read, without_raised_letters
from briefing.errors import MachineError
from briefing.model.citation_style import CitationStyle
from briefing.model.finding import message
from briefing.model.source import Source
from briefing.model.text import RichText
from briefing.typesetting.engine import Typesetter

if TYPE_CHECKING:
    from briefing.citing.engine import Engine

__all__ = ["cite"]


def cite(style: CitationStyle, source: Source, by: Typesetter) -> RichText:
    """Return the reference of `source` in `style`, in the frame of `by`; () if it has none.

    It is to be set by a typesetter. Raises `MachineError` naming the extra if citeproc-py isn't
    installed, `BriefingError` if the style fails.
    """
    held = entry(source, by)
    text = _engine(style, by.frame.language).set(held)
    if by.frame.base == "fr":
        text = without_raised_letters(text)
    return read(text, held.links, held.language)


@lru_cache(maxsize=4)
def _engine(style: CitationStyle, language: str) -> Engine:
    try:
        from briefing.citing.engine import Engine
    except ImportError as fault:
        raise MachineError(
            message(
                "reading “{name}” needs the extra “{extra}” of briefing",
                name=style.name,
                extra="csl",
            ),
            message("install it: pip install 'briefing[{extra}]'", extra="csl"),
        ) from fault
    return Engine(style, language)
