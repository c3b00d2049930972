"""A source as an item of CSL-JSON: Citation Style Language 1.0.2, `csl-data.json`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from briefing.model.source import Source
from briefing.model.vocabulary import SourceType
from briefing.typesetting.languages import language_tag
from briefing.typesetting.names import parted
from briefing.typesetting.references.csl.dates import csl_date
from briefing.typesetting.references.pieces import bare_doi, stressed

Json = dict[str, Any]

TYPES: Final = {
    SourceType.REPORT: "report",
    SourceType.NOTE: "report",
    SourceType.ARTICLE: "article-newspaper",
    SourceType.COLUMN: "article-newspaper",
    SourceType.WEB_PAGE: "webpage",
    SourceType.POST: "post",
    SourceType.SPEECH: "speech",
    SourceType.INTERVIEW: "interview",
    SourceType.PRESS_RELEASE: "document",
    SourceType.BROADCAST: "broadcast",
    SourceType.BOOK: "book",
    SourceType.CHAPTER: "chapter",
    SourceType.LEGAL: "legislation",
    SourceType.THESIS: "thesis",
}
"""The CSL type of each kind of document; `genre` keeps the kind itself."""

_PRESS: Final = (SourceType.ARTICLE, SourceType.COLUMN, SourceType.INTERVIEW)
_IN_A_CONTAINER: Final = (
    *_PRESS,
    SourceType.WEB_PAGE,
    SourceType.POST,
    SourceType.BROADCAST,
    SourceType.CHAPTER,
)
_LENGTH: Final = re.compile(r"(\d+)\s*p\.")
"""« 320 p. »: the pages of a whole work."""
_WHOLE: Final = (
    None,
    *(SourceType.BOOK, SourceType.REPORT, SourceType.NOTE, SourceType.THESIS),
)
"""Kinds whose bare number of pages is their length, as in print."""


def _tagged(text: str) -> str:
    """Return what stands in italics as CSL-JSON has it."""
    return f"<i>{text}</i>"


def csl_item(source: Source, italic: Callable[[str], str] = _tagged) -> Json:
    """Return `source` as a CSL item; what it lacks is left out.

    `italic` marks what stands between stars in a title.
    """
    item = {
        "id": source.id,
        "citation-key": source.key,
        "type": TYPES[source.type] if source.type else "document",
        "genre": source.type,
        "title": _marked(f"[{source.title}]" if source.title_supplied else source.title, italic),
        "author": _names(source.authors, source.bodies),
        **_people(source),
        **_published(source, italic),
        **_numbered(source),
        "issued": csl_date(source.date),
        "accessed": csl_date(source.accessed),
        "URL": source.url,
        "DOI": bare_doi(source.doi),
        "ISBN": source.isbn,
        "language": language_tag(source.language),
        "note": source.note,
    }
    return {key: value for key, value in item.items() if value}


def _marked(title: str, italic: Callable[[str], str]) -> str:
    """Return a title with its italics, which stand between stars, marked."""
    spans = stressed(title)
    return "".join(italic(span.text) if span.emphasis else span.text for span in spans)


def _people(source: Source) -> Json:
    """Return who contributed; CSL has no word for who directs a thesis."""
    director = "contributor" if source.type is SourceType.THESIS else "editor"
    return {
        director: _names(source.editors),
        "translator": _names(source.translators),
        "interviewer": _names(source.interviewers),
    }


def _names(people: Iterable[str], bodies: Iterable[str] = ()) -> list[Json]:
    whole = frozenset(bodies)
    return [{"literal": name} if name in whole else _name(name) for name in people]


def _name(author: str) -> Json:
    names = parted(author)
    if names is None:
        return {"literal": author}
    given, family = names
    return {"family": family, "given": given}


def _published(source: Source, italic: Callable[[str], str]) -> Json:
    """Return who published it, and in what: a periodical contains, a collection gathers."""
    place = "event-place" if source.type is SourceType.SPEECH else "publisher-place"
    return {"event-title": source.event, place: source.place, **_gathered(source, italic)}


def _gathered(source: Source, italic: Callable[[str], str]) -> Json:
    if source.container:
        return {
            "container-title": _marked(source.container, italic),
            "collection-title": source.collection,
            "publisher": source.publisher,
        }
    if source.type in _PRESS and not source.collection:  # then the publisher is the periodical
        return {"container-title": source.publisher}
    inside = "container-title" if source.type in _IN_A_CONTAINER else "collection-title"
    return {inside: source.collection, "publisher": source.publisher}


def _numbered(source: Source) -> Json:
    """Return volume, number, edition and pages."""
    return {
        "volume": source.volume,
        _number_of(source): source.number,
        "edition": source.edition,
        **_pages(source),
    }


def _number_of(source: Source) -> str:
    """Return what `number` counts: issues of a periodical, books of a collection, or itself."""
    if source.type in _PRESS:
        return "issue"
    in_collection = source.type is SourceType.BOOK or (
        source.type is SourceType.CHAPTER and source.container
    )
    return "collection-number" if in_collection and source.collection else "number"


def _pages(source: Source) -> Json:
    """Return the pages of a part, or the length of a whole."""
    length = _LENGTH.fullmatch(source.pages)
    if length or (source.type in _WHOLE and source.pages.isdecimal()):
        return {"number-of-pages": length[1] if length else source.pages}
    return {"page": source.pages.removeprefix("p.").strip()}
