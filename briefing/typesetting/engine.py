"""Plain text and runs of one paragraph, through every rule in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.typesetting.conventions import conventions
from briefing.typesetting.rules import RULES
from briefing.typesetting.shields import load


def typeset_spans(
    parts: Sequence[str], locale: str = "fr-FR", *, frozen: Collection[int] = ()
) -> list[str]:
    """Typeset the runs of one paragraph as one text, and return as many.

    Runs whose index is in `frozen` (a foreign language, an address) come back identical, and
    still count as words for those around them. A `locale` that isn't French changes nothing.
    """
    country = conventions(locale)
    if country is None or not parts:
        return list(parts)
    tape = load(parts, frozen)
    for _, rule in RULES:
        rule(tape, country)
    tape.reveal()
    return tape.cut()


def typeset_text(text: str, locale: str = "fr-FR") -> str:
    """Typeset plain text."""
    return typeset_spans((text,), locale)[0]
