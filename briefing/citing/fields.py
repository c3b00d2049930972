"""A source as a citation style takes it: variables of CSL, cleaned and marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from briefing.citing.marks import HYPHEN, Mark, clean, marked
from briefing.model.dates import Date, Precision
from briefing.model.source import Source
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.engine import Typesetter
from briefing.typesetting.languages import language_of
from briefing.typesetting.references.csl import csl_item

_SOURCES_LANGUAGE: Final = "fr"
"""That of a source which doesn't tell."""
_LONG: Final = re.compile(r"\d{7,}")
_NO_NUMBER: Final = "\u2060"
"""After a number too long to be counted or set in Roman figures: it stays as it is."""
_RANGE: Final = re.compile(r"\s*--+\s*")
_COMPOUND: Final = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
"""The hyphen of « hors-série », which citeproc-py takes for that of a range."""
_NUMBERS: Final = frozenset(
    ("volume", "issue", "number", "collection-number", "edition", "page", "number-of-pages")
)
_IN_ITS_LANGUAGE: Final = ("title", "container-title")
_ADDRESSES: Final = {"URL": Mark.URL, "DOI": Mark.DOI}
_PRINTED_APART: Final = frozenset({"id", "type", "citation-key", "note", "issued", "accessed"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference to be set; strings are marked."""

    title: str
    """As a message names it; not marked."""
    type: str
    texts: Mapping[str, str]
    names: Mapping[str, list[dict[str, str]]]
    """By role; `literal`, or `given` and `family`."""
    dates: Mapping[str, tuple[int, ...] | str]
    """Year, month and day as far as given, or words."""
    links: Mapping[Mark, str]
    language: str
    """Of the title, BCP 47."""


def entry(source: Source, by: Typesetter) -> Entry:
    """Return `source` as variables of CSL, dates that CSL can't tell in the words of `by`."""
    source = _cleaned(source)
    item = csl_item(source, italic=lambda text: marked(text, Mark.STARRED))
    language = language_of(source.title, source.language) or _SOURCES_LANGUAGE
    foreign = bool(by.frame.foreign(language))
    texts = {
        key: _field(key, value, foreign=foreign)
        for key, value in _with_identity(item, source, by).items()
        if isinstance(value, str) and key not in _PRINTED_APART and value.strip()
    }
    return Entry(
        title=source.title,
        type=_type(item["type"], source),
        texts=texts,
        names=_people(item, source),
        dates=_dates(source, by),
        links={Mark.URL: source.url, Mark.DOI: f"https://doi.org/{item.get('DOI', '')}"},
        language=language,
    )


def _type(type_: str, source: Source) -> str:
    """Return the type of CSL; what has a volume or a DOI appeared in a review, not a newspaper.

    Of the latter, styles print neither volume nor number.
    """
    learned = source.type is SourceType.ARTICLE and (source.volume or source.doi)
    return "article-journal" if learned else type_


def _cleaned(source: Source) -> Source:
    """Return `source`, each of its texts cleaned."""
    changes: dict[str, Any] = {}
    for field in fields(Source):
        value = getattr(source, field.name)
        if type(value) is str:
            changes[field.name] = clean(value)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(filter(None, (clean(name).strip() for name in value)))
    return replace(source, **changes)


def _with_identity(item: Mapping[str, Any], source: Source, by: Typesetter) -> dict[str, Any]:
    """Return `item` with what CSL has no variable for: an official identifier is a number."""
    genre = by.frame.say(source.type.value) if source.type else ""
    number = item.get("number") or source.identifier
    return {**item, "genre": genre, "number": number}


def _field(key: str, value: str, *, foreign: bool) -> str:
    if key == "language":
        return value
    if key in _IN_ITS_LANGUAGE and foreign:
        value = marked(value, Mark.FOREIGN)
    if key in _ADDRESSES:
        value = marked(value, _ADDRESSES[key])
    if key in _NUMBERS:
        value = _number(value)
    return value + Mark.FIELD.closing if key in _IN_ITS_LANGUAGE else value


def _number(value: str) -> str:
    """Return a number, or a range of numbers, as citeproc-py can part it."""
    value = _COMPOUND.sub(HYPHEN, _RANGE.sub("-", value))
    return _LONG.sub(rf"\g<0>{_NO_NUMBER}", value)


def _people(item: Mapping[str, Any], source: Source) -> dict[str, list[dict[str, str]]]:
    """Return people by role; an account signs what nobody else does."""
    people = {key: _names(value) for key, value in item.items() if isinstance(value, list)}
    if source.account and not source.authors and not source.editors:
        people["author"] = [{"literal": f"@{source.account.lstrip('@')}"}]
    return people


def _names(people: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return people with both their names, or one name whole."""
    return [
        name
        if all(part.strip() for part in name.values())
        else {"literal": " ".join(name.values())}
        for name in people
    ]


def _dates(source: Source, by: Typesetter) -> dict[str, tuple[int, ...] | str]:
    dates: dict[str, tuple[int, ...] | str] = {}
    if source.date:
        dates["issued"] = _date(source.date, by, inferred=source.dating is Dating.INFERRED)
    if source.accessed:
        dates["accessed"] = _date(source.accessed, by)
    return dates


def _date(date: Date, by: Typesetter, *, inferred: bool = False) -> tuple[int, ...] | str:
    """Return a plain date by its parts, another one in words; an inferred one in brackets.

    A style sets the parts that it wants of a day, a month or a year. It would keep « vers » and
    « après » to itself.
    """
    start = date.start
    doubtful = date.interval or date.approximate or date.uncertain or inferred
    if start is None or doubtful or start.year < 1 or date.precision is Precision.SEASON:
        words = by.frame.date(date)
        return f"[{words}]" if inferred else words
    return tuple(part for part in (start.year, start.month, start.day) if part)
