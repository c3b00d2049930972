"""The analyst's own running words in a text: neither quoted, linked nor in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from briefing.model.text import RichText, Span

SPACE: Final = "[ \u00a0\u202f\u2009]"
APOSTROPHE: Final = "['’ʼ]"
MASK: Final = "\ufffc"
"""Stands for each character that isn't the analyst's: no letter, no space."""

# A quotation that isn't closed, or that the next paragraph goes on with, lasts to the end.
_QUOTED = re.compile(
    r"«(?:[^«»]|«[^«»]*»)*(?:»|\Z)|«[^»]*(?:»|\Z)"
    r"|“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|\"[^\"]*\""
)
_LIKE: Final = {" ": f"{SPACE}+", "'": APOSTROPHE, "’": APOSTROPHE, "-": "[-‐‑]"}


class Edit(NamedTuple):
    """Words of a text, from `start` to before `end`, and what stands in their stead."""

    start: int
    end: int
    words: str


def running(text: RichText) -> str:
    """Return the words of `text`, as long as they were, with those of others masked."""
    own = "".join(_mask(s.text) if s.link or s.language else s.text for s in text)
    whole = "".join(span.text for span in text)
    kept = list(own)
    for quoted in _QUOTED.finditer(whole):
        kept[quoted.start() : quoted.end()] = _mask(quoted[0])
    return "".join(kept)


def edited(text: RichText, edits: Iterable[Edit]) -> RichText:
    """Return `text` with `edits`, which don't overlap; each span stays one.

    An edit across two spans is left out: their words are set differently, on purpose.
    """
    starts = [0]
    for span in text:
        starts.append(starts[-1] + len(span.text))
    made = list(text)
    for edit in sorted(edits, reverse=True):
        index = next(i for i, end in enumerate(starts[1:]) if edit.start < end)
        if edit.end <= starts[index + 1]:
            made[index] = _edited(made[index], edit, starts[index])
    return tuple(made)


def loose(words: str) -> str:
    """Return an expression for `words` with any space, apostrophe and hyphen."""
    return "".join(_LIKE.get(sign, re.escape(sign)) for sign in words)


def _edited(span: Span, edit: Edit, start: int) -> Span:
    before, after = span.text[: edit.start - start], span.text[edit.end - start :]
    return replace(span, text=before + edit.words + after)


def _mask(text: str) -> str:
    return MASK * len(text)
