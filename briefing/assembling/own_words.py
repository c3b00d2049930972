"""Whether a document speaks for itself where it is quoted."""

from __future__ import annotations

from briefing.model.extract import Extract
from briefing.model.source import Source
from briefing.typesetting.names import in_full


def own_words(extract: Extract, source: Source) -> bool:
    """Say whether `source` speaks for itself: its author does, or the text is unsigned."""
    speaker = extract.speaker
    if speaker is None:
        return True
    if speaker.anonymous:
        return False
    name = _spoken(speaker.name)
    return name in map(_spoken, source.authors) or unsigned(name)


def unsigned(speaker: str) -> bool:
    """Say whether a speaker's name is a text without a name: « un document non signé »."""
    return speaker.casefold().startswith(("document ", "un document "))


def _spoken(name: str) -> str:
    """Return a name to compare: « García Márquez, Gabriel » is Gabriel García Márquez."""
    return " ".join(in_full(name).casefold().split())
