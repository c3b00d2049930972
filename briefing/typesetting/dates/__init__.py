"""Dates in words: « vers le 13 février 2025 », "about 13 February 2025", „um den 13. Februar 2025“."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.conventions import is_french
from briefing.typesetting.dates.english import American, English
from briefing.typesetting.dates.french import UNDATED, French
from briefing.typesetting.dates.german import German

if TYPE_CHECKING:
    from briefing.model.dates import Date
    from briefing.typesetting.calendar import Names
    from briefing.typesetting.dates.words import Words

__all__ = ["UNDATED", "format_date", "names"]

_BY_LANGUAGE: Final[dict[str, type[Words]]] = {"en": English, "en-us": American, "de": German}


def format_date(date: Date | None, *, short: bool = False, language: str = "fr") -> str:
    """Return `date` in words of `language`, typeset; « s. d. », "n.d.", „o. D.“ when there is none.

    `short` abbreviates the months, and "about" to "c.". The region of a BCP 47 tag
    counts where usage differs: "February 12, 2025" for en-US.
    """
    words = _words(language)
    if date is None or not (date.start or date.end):
        return words.undated
    spelled = words(date, short=short).date()
    return f"{spelled}{NO_BREAK}(?)" if date.uncertain else spelled


def names(language: str) -> Names:
    """Return what `language`, a BCP 47 tag, calls months and seasons."""
    return _words(language).names


def _words(language: str) -> type[Words]:
    tag = language.replace("_", "-").lower()
    if is_french(tag):
        return French
    return _BY_LANGUAGE.get(tag) or _BY_LANGUAGE[tag.partition("-")[0]]
