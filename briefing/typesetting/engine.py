"""Plain text and runs of one paragraph, through every rule in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from briefing.model.typography import STANDARD, Typography
from briefing.typesetting.conventions import conventions
from briefing.typesetting.foreign_marks import MARKS, set_marks
from briefing.typesetting.frame import FRENCH_FRAME, Frame, base
from briefing.typesetting.rules import RULES
from briefing.typesetting.shields import load
from briefing.typesetting.small_capitals import small_capitals
from briefing.typesetting.superiors import escape_text, superiors

if TYPE_CHECKING:
    from markupsafe import Markup


class Typesetter:
    """Sets type for one locale, after the choices of one house, within a frame.

    English and German get their apostrophes and quotation marks, any other `locale` changes
    nothing. The `frame` has the words that are ours, and may be in another language than the text.
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
        """Whether the locale is French, whose rules are all of ours."""
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
        return type(self)(language, self.house, self.frame)

    def text(self, text: str) -> str:
        """Typeset plain text."""
        return self.spans((text,))[0]

    def spans(self, parts: Sequence[str], *, frozen: Collection[int] = ()) -> list[str]:
        """Typeset the runs of one paragraph as one text, and return as many.

        Runs whose index is in `frozen` (a foreign language, an address) come back identical,
        and still count as words for those around them.
        """
        language = base(self.locale)
        if not parts or (self._conventions is None and language not in MARKS):
            return list(parts)
        tape = load(parts, frozen, french=self.sets)
        if self._conventions is None:
            set_marks(tape, language)
        else:
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
    by = Typesetter(locale)
    return by.spans(parts, frozen=frozen) if by.sets else list(parts)
