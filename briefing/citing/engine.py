"""citeproc-py, the only processor of CSL in Python (the extra `csl`), and what it takes to use it.

It crashes on what it doesn't expect, and warns on the standard error: a fault of any kind is told
as that of the style on this source.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from textwrap import shorten
from types import SimpleNamespace
from typing import Any, Final

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.source import BibliographySource, Date, LiteralDate, Name, Reference
from citeproc.string import String

from briefing.citing.fields import Entry
from briefing.citing.marks import FIRST, Mark, marked
from briefing.errors import BriefingError
from briefing.model.citation_style import CitationStyle
from briefing.model.finding import message
from briefing.typesetting.conventions import is_french
from briefing.typesetting.languages import language_tag

_KEY: Final = "source"
_LONGEST: Final = 50_000
"""Characters of one reference; a style may have affixes without end."""
_TITLE: Final = 120
"""Characters of a title in a message."""
_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_SPOKEN: Final = "fr-FR"
_NEW_NAMES: Final = {"event-title": "event"}
"""Variables that CSL 1.0.2 renamed."""
_DATE_PARTS: Final = ("year", "month", "day")


class _Words(String):  # type: ignore[misc]
    """A field, whose capitals stay: a sentence-cased title would lose those of its names."""

    def soft_lower(self) -> _Words:
        """Return the words as they are."""
        return self

    def capitalize_first(self) -> _Words:
        """Return the words, the first letter a capital."""
        return self.__class__(str(self)[:1].upper() + str(self)[1:])


class _First(int):
    """The first of a month, « 1er »; its locale would have « 1 » or « 1re »."""

    def __str__(self) -> str:
        """Return it marked."""
        return f"{FIRST}1"


class Engine:
    """One style, ready to set references for readers of one language."""

    def __init__(self, style: CitationStyle, language: str) -> None:
        """Load `style`; raises `BriefingError` if citeproc-py can't."""
        self._name = style.name
        self._french = is_french(language)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                file = BytesIO(style.xml.encode())
                self._style = CitationStylesStyle(file, locale=_locale(language), validate=False)
            _leave_out_numbers(self._style.root)
            self._dates = _date_parts(self._style.root)
        except Exception as fault:  # whatever a file may do to the library
            text = message(
                "the citation style “{name}” can't be used: {reason}",
                name=style.name,
                reason=_reason(fault),
            )
            raise BriefingError(text) from fault

    def set(self, entry: Entry) -> str:
        """Return the reference of `entry`, marked; "" if the style has nothing to say of it.

        Raises `BriefingError` if it fails.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                made = self._set(entry)
            if len(made) > _LONGEST:
                raise ValueError(f"{len(made)} characters")  # noqa: TRY301 - told as the others
        except Exception as fault:  # whatever a style may do to the library
            text = message(
                "the citation style “{name}” fails on “{title}”: {reason}",
                name=self._name,
                title=shorten(entry.title, _TITLE, placeholder="…"),
                reason=_reason(fault),
            )
            raise BriefingError(text, message("take another style, or none")) from fault
        return made

    def _set(self, entry: Entry) -> str:
        library = BibliographySource()
        library.add(_reference(entry, french=self._french))
        bibliography = CitationStylesBibliography(self._style, library, _FORMATTER)
        item = CitationItem(_KEY)
        if pages := entry.texts.get("number-of-pages"):
            # Its label looks there, for one page or several.
            item["number-of-pages"] = 1 if pages == "1" else 2
        bibliography.register(Citation([item]))
        for part, attributes in self._dates:
            part.attrib.clear()
            part.attrib.update(attributes)
        return "".join(str(text) for text in bibliography.bibliography() if text)


def _locale(language: str) -> str:
    """Return the name that citeproc has for `language`; it takes the nearest one that it knows."""
    tag = language_tag(language.replace("_", "-"))
    name, _, region = tag.partition("-")
    return f"{name.lower()}-{region.upper()}" if region else name.lower() or _SPOKEN


def _leave_out_numbers(root: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Take the number of each reference out of a style: it is that of our list."""
    for element in list(root.iter(f"{_CSL}text", f"{_CSL}number")):
        if element.get("variable") == "citation-number":
            element.getparent().remove(element)


def _date_parts(root: Any) -> list[tuple[Any, dict[str, str]]]:  # noqa: ANN401 - the same
    """Return the parts of the dates of locales: citeproc-py leaves in them what a style asks."""
    return [
        (part, dict(part.attrib))
        for locale in root.locales
        for part in locale.iter(f"{_CSL}date-part")
    ]


def _reference(entry: Entry, *, french: bool) -> Any:  # noqa: ANN401 - published without types
    made = Reference(_KEY, entry.type)
    for name, text in entry.texts.items():
        # Numbers are looked for with hyphens, all else without.
        made[name] = made[_NEW_NAMES.get(name, name).replace("-", "_")] = _Words(text)
    for role, people in entry.names.items():
        names = [Name(**{part: _Words(text) for part, text in one.items()}) for one in people]
        made[role.replace("-", "_")] = names
    for name, date in entry.dates.items():
        made[name] = _date(date, french=french)
    made["language"] = entry.language
    return made


def _date(date: tuple[int, ...] | str, *, french: bool) -> Any:  # noqa: ANN401 - the same
    if isinstance(date, str):
        return LiteralDate(_Words(date))
    made = Date(**dict(zip(_DATE_PARTS, date, strict=False)))
    if french and date[2:] == (1,):
        made["day"] = _First(1)
    return made


def _marking(mark: Mark) -> Callable[[object], str]:
    return lambda text: String(marked(str(text), mark)) if text else ""


def _same(text: object) -> str:
    return String(str(text)) if text else ""


_FORMATTER: Final = SimpleNamespace(
    preformat=str,
    Italic=_marking(Mark.ITALIC),
    Oblique=_marking(Mark.ITALIC),
    Underline=_same,
    Bold=_marking(Mark.BOLD),
    Light=_same,
    SmallCaps=_marking(Mark.SMALL_CAPS),
    Superscript=_marking(Mark.SUPERIOR),
    Subscript=_marking(Mark.INFERIOR),
)
"""What citeproc-py calls to set type: ours marks it. Here, what is underlined is a link."""


def _reason(fault: Exception) -> str:
    said = " ".join(str(fault).split())[:200]
    return said or type(fault).__name__
