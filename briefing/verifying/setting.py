"""What print sets by itself, undone: figures that it groups, words that it breaks anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.verifying.attached import Attached

_GROUPS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
"""« 12 000 000 », where a house asks for it: it may be typed without spaces."""
_LONG_WORD = re.compile(r"[^\W\d_]{25,}")
"""Wider than a narrow column, which breaks it without a hyphen."""
_BREAK = r"(?:\u00ad?\s{0,3})"


def unset(attached: Attached) -> Callable[[str], str]:
    """Return what undoes it in the pages and in what is attached alike."""
    texts = (
        *(item.text for item in attached.items),
        *(item.label for item in attached.items),
        *(source.reference for source in attached.sources),
        *(extract.quotation for extract in attached.extracts),
    )
    words = {word.lower() for text in texts for word in _LONG_WORD.findall(text)}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    broken = [re.compile(_BREAK.join(word), re.IGNORECASE) for word in longest_first]

    def form(text: str) -> str:
        for word in broken:
            text = word.sub(_joined, text)
        return _GROUPS.sub("", text)

    return form


def _joined(word: re.Match[str]) -> str:
    return "".join(word[0].replace("\u00ad", "").split())
