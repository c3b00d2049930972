"""Plain text and runs of one paragraph, through every rule in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from briefing.model.typography import STANDARD, Typography
from briefing.typesetting.conventions import conventions
from briefing.typesetting.rules import RULES
from briefing.typesetting.shields import load
from briefing.typesetting.superiors import superiors

if TYPE_CHECKING:
    from markupsafe import Markup


class Typesetter:
    """Sets type for one locale, after the choices of one house.

    A `locale` that isn't French changes nothing.
    """

    __slots__ = ("_conventions", "house", "locale")

    def __init__(self, locale: str = "fr-FR", house: Typography = STANDARD) -> None:
        """Keep what the rules need to know."""
        self.locale = locale
        self.house = house
        self._conventions = conventions(locale, house)

    def text(self, text: str) -> str:
        """Typeset plain text."""
        return self.spans((text,))[0]

    def spans(self, parts: Sequence[str], *, frozen: Collection[int] = ()) -> list[str]:
        """Typeset the runs of one paragraph as one text, and return as many.

        Runs whose index is in `frozen` (a foreign language, an address) come back identical,
        and still count as words for those around them.
        """
        if self._conventions is None or not parts:
            return list(parts)
        tape = load(parts, frozen)
        for _, rule in RULES:
            rule(tape, self._conventions)
        tape.reveal()
        return tape.cut()

    def superiors(self, text: str) -> Markup:
        """Escape `text`, which is set already, and raise its superior letters."""
        return superiors(text, titles=self.house.raised_titles)


FRENCH: Final = Typesetter()
"""Sets type for France, in a house that chooses nothing."""


def typeset_spans(
    parts: Sequence[str], locale: str = "fr-FR", *, frozen: Collection[int] = ()
) -> list[str]:
    """Typeset the runs of one paragraph as one text: see `Typesetter.spans`."""
    return Typesetter(locale).spans(parts, frozen=frozen)
