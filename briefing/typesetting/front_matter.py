"""The front matter of a text, data between two fences at its head: no prose to set."""

from __future__ import annotations

from typing import Final

from briefing.typesetting.patterns import Pattern

_FENCED: Final = Pattern(r"\A(---|\+\+\+)[ \t]*\n(?s:.*?)\n\1[ \t]*(?:\n|\Z)")


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the front matter of `text`, its fences included ("" if none), and what follows."""
    found = _FENCED.compiled.match(text)
    head = found[0] if found else ""
    return head, text[len(head) :]
