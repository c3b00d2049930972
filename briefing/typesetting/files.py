"""A whole file of text, Markdown or HTML, and what setting it changes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from enum import StrEnum
from typing import Final

from briefing.typesetting.engine import Typesetter

VISIBLE: Final = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})
"""Signs for the spaces that can't be told apart: no-break, narrow no-break, word joiner."""


class Kind(StrEnum):
    """What a file holds."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


_SUFFIXES: Final = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}


def kind_of(name: str) -> Kind:
    """Return what a file of that name holds, by its suffix; plain text by default."""
    return _SUFFIXES.get(f".{name.lower().rpartition('.')[2]}", Kind.TEXT)


def typeset_file(text: str, kind: Kind, typesetter: Typesetter) -> str:
    r"""Typeset the text of a whole file; line breaks stay as they are, `\r\n` included."""
    windows = "\r\n" in text
    done = _typeset(text.replace("\r\n", "\n") if windows else text, kind, typesetter)
    return done.replace("\n", "\r\n") if windows else done


def _typeset(text: str, kind: Kind, typesetter: Typesetter) -> str:
    if kind is Kind.MARKDOWN:
        from briefing.typesetting.markdown import typeset_markdown

        return typeset_markdown(text, typesetter)
    if kind is Kind.HTML:
        from briefing.typesetting.markup import typeset_html

        return str(typeset_html(text, typesetter))
    from briefing.typesetting.front_matter import split_front_matter

    head, body = split_front_matter(text)
    return head + typesetter.text(body)


def changed_lines(before: str, after: str) -> Iterator[int]:
    """Yield the numbers of the lines that differ: setting type never adds or joins lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return (number for number, (was, now) in enumerate(pairs, start=1) if was != now)


def difference(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, no-break spaces made visible (`VISIBLE`)."""
    old, new = (text.translate(VISIBLE).splitlines() for text in (before, after))
    return unified_diff(old, new, name, name, lineterm="", n=1)
