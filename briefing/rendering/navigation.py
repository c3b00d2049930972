"""Ways through a page on screen: its contents, and a link to each of its parts.

They are read off the page itself, so that any section of any template is in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

_HEADED: Final = re.compile(
    r'<(?:section|div)\b(?=[^>]*\bid="(?P<id>[^"]+)")(?:[^>]*\baria-label="(?P<label>[^"]+)")?[^>]*>'
    r"(?:\s*<h(?P<level>[23])\b[^>]*>(?P<title>.*?)</h(?P=level)>)?",
    re.DOTALL,
)
"""A part of the page with the heading that it begins with, or the name that it bears."""
_NO_WORDS: Final = re.compile(
    r'<span class="(?:since|mark)".*|<sup class="call">.*?</sup>|</?a\b[^>]*>', re.DOTALL
)
"""What of a heading isn't its title, up to its end for what it says in small."""
_MARK: Final = re.compile(r'<span class="mark"[^>]*>[^<]*</span>\s*')
_ITEM: Final = re.compile(
    r'<(?:section|article|li|figure|aside)\b[^>]*\bid="(?!note-)([^"]+)"[^>]*>'
)
_SPACE: Final = "<span> </span>"
"""A space that only WeasyPrint needs in an element of its own."""
_HELD: Final = re.compile(
    r'<span class="held">((?:[^\W_]|’)+(?:<sup class="call">(?:(?!</?s).)*</sup>)+[.,]?)</span>'
)
"""A word and its calls, between whose signs no browser breaks (UAX #14, LB23, LB25): held for
WeasyPrint alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, with those below it."""

    id: str
    title: Markup
    below: tuple[Entry, ...] = ()


def contents(page: Markup) -> tuple[Entry, ...]:
    """Return the sections of `page` in order, each with the sections inside it."""
    entries: list[Entry] = []
    for found in _HEADED.finditer(str(page)):
        title = found["label"] or _title(found["title"] or "")
        if not title:
            continue
        entry = Entry(found["id"], Markup(title))  # noqa: S704 - was safe in the page
        if found["level"] == "3" and entries:
            upper = entries.pop()
            entries.append(Entry(upper.id, upper.title, (*upper.below, entry)))
        else:
            entries.append(entry)
    return tuple(entries)


def _title(heading: str) -> str:
    return _NO_WORDS.sub("", _MARK.sub("", heading)).strip()


def permalinks(page: Markup, label: str) -> Markup:
    """Put a link to itself at the head of each part of `page` that has an id, but for notes.

    What only print needs goes.
    """
    name = escape(label)

    def linked(found: re.Match[str]) -> str:
        return f'{found[0]}<a class="anchor" href="#{found[1]}" aria-label="{name}"></a>'

    parts = _ITEM.sub(linked, str(page))
    parts = _HELD.sub(r"\1", parts.replace(_SPACE, " ").replace("&nbsp;", "\u00a0"))
    return Markup(parts)  # noqa: S704 - was safe, and gained links of ours
