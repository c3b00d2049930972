"""The frame of an edition: the words that are ours, in the language that its reader asked for.

French is the source. `Frame.say` and `Frame.count` take French and give the frame's language;
their arguments, and those of `label`, are extracted to the catalogues of editions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Protocol

from briefing.typesetting import numbers
from briefing.typesetting.conventions import is_french

if TYPE_CHECKING:
    from briefing.model.dates import Date


class Labels(Protocol):
    """A catalogue, as `gettext.GNUTranslations` is one."""

    def gettext(self, message: str, /) -> str:
        """Return the translation of `message`, or itself."""

    def ngettext(self, singular: str, plural: str, number: int, /) -> str:
        """Return the form of a translation that `number` asks for."""


class _Source:
    """French, which needs no catalogue."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, singular: str, plural: str, number: int, /) -> str:
        """Choose as French does: nothing is singular."""
        return singular if abs(number) < _MANY else plural


_MANY: Final = 2
_QUOTES: Final = {"fr": ("« ", " »"), "en": ("“", "”"), "de": ("„", "“")}
"""Around a quotation; the French spaces are set with the text."""
_AND: Final = {"fr": "et", "en": "and", "de": "und"}


_SOURCE: Final = _Source()


class Frame:
    """The language of an edition's own words, and where it finds them."""

    __slots__ = ("labels", "language")

    def __init__(self, language: str = "fr", labels: Labels = _SOURCE) -> None:
        """Take a BCP 47 tag, whose region chooses the form of dates, and a catalogue."""
        self.language = language
        self.labels = labels

    def say(self, text: str, /, **fields: object) -> str:
        """Return the French label `text` in the language of the frame, its {fields} filled."""
        said = self.labels.gettext(text) if text else ""
        return said.format_map(fields) if fields else said

    def count(self, singular: str, plural: str, number: int, /, **fields: object) -> str:
        """Return the label that `number` asks for in the language of the frame, {fields} filled."""
        said = self.labels.ngettext(singular, plural, number)
        return said.format_map(fields) if fields else said

    def date(self, date: Date | None, *, short: bool = False) -> str:
        """Return `date` in words; « s. d. », "n.d." when there is none."""
        # Here: the dates of a dossier take data classes, slow to load for text that has none.
        from briefing.typesetting.dates import format_date

        return format_date(date, short=short, language=self.language)

    def short_month(self, month: int) -> str:
        """Return the short name of a month, 1 to 12: « févr. », "Feb"."""
        from briefing.typesetting.dates import names

        return names(self.language).short_months[month - 1]

    def number(self, number: int, *, figures: int = 0) -> str:
        """Return `number` in figures, grouped if it has so many `figures`."""
        return numbers.grouped(number, figures=figures, language=self.language)

    def in_words(self, number: int, beside: Iterable[int] = ()) -> str:
        """Return a small number in letters; in figures if it, or one `beside` it, is larger."""
        return numbers.in_words(number, beside=beside, language=self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Join words as a list: « a, b et c », "a, b and c"."""
        words = [item for item in items if item]
        if len(words) < _MANY:
            return "".join(words)
        return f"{', '.join(words[:-1])} {_AND[self.base]} {words[-1]}"

    @property
    def quotes(self) -> tuple[str, str]:
        """The marks around a quotation or a title; those of French bring their spaces."""
        return _QUOTES[self.base]

    @property
    def base(self) -> str:
        """The language without its region: a key of what differs between languages."""
        return base(self.language)

    def foreign(self, language: str) -> str:
        """Return `language` if it isn't that of the frame, else "": what `lang` should say."""
        return language if language and base(language) != self.base else ""


def base(language: str) -> str:
    """Return a BCP 47 tag without its region: `en` for `en-US`; `fr` for any French."""
    return "fr" if is_french(language) else language.replace("_", "-").lower().split("-")[0]


def label(text: str) -> str:
    """Mark a French label to be extracted, and said later: what a table holds."""
    return text


FRENCH_FRAME: Final = Frame()
