"""Plain text and runs of one paragraph, through every rule in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from briefing.model.typography import STANDARD, Typography
from briefing.typesetting.conventions import conventions
from briefing.typesetting.frame import FRENCH_FRAME, Frame, base
from briefing.typesetting.rules import RULES
from briefing.typesetting.shields import load
from briefing.typesetting.small_capitals import small_capitals
from briefing.typesetting.superiors import escape_text, superiors

if TYPE_CHECKING:
    from markupsafe import Markup


class Typesetter:
    """Sets type for one locale, after the choices of one house, within a frame.

    A `locale` that isn't French changes nothing. The `frame` has the words that are ours, and
    may be in another language than the text.
    """

    __slots__ = ("_conventions", "frame", "house", "locale")

    def __init__(
        self,
        locale: str = "fr-FR",
        house: Typography = STANDARD,
        frame: Frame = FRENCH_FRAME,
    ) -> None:
        """Keep what the rules need to know."""
        self.locale = locale
        self.house = house
        self.frame = frame
        self._conventions = conventions(locale, house)

    @property
    def sets(self) -> bool:
        """Whether there is anything to set: the locale is French."""
        return self._conventions is not None

    @property
    def foreign(self) -> str:
        """The language of the text, as `lang` has it, where it isn't the frame's; else ""."""
        return self.frame.foreign(self.locale)

    @property
    def labels(self) -> Typesetter:
        """The typesetter of the frame's own words: this one, if their language is the text's."""
        return self.within(self.frame.language) if self.foreign else self

    def within(self, language: str) -> Typesetter:
        """Return the typesetter of a text in `language` within the same house and frame."""
        if base(language) == base(self.locale):
            return self
        return Typesetter(language, self.house, self.frame)

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
        """Escape `text`, which is set already, and raise its superior letters, if it is French.

        Its acronyms go into small capitals where the house has them so.
        """
        titles = self.house.raised_titles
        html = superiors(text, titles=titles) if self.sets else escape_text(text)
        return small_capitals(html) if self.house.small_capitals else html


FRENCH: Final = Typesetter()
"""Sets type for France, in a house that chooses nothing."""


def typeset_spans(
    parts: Sequence[str], locale: str = "fr-FR", *, frozen: Collection[int] = ()
) -> list[str]:
    """Typeset the runs of one paragraph as one text: see `Typesetter.spans`."""
    return Typesetter(locale).spans(parts, frozen=frozen)
