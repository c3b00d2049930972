"""What each kind of document prints between its title and its date, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from briefing.model.source import Source
from briefing.model.text import Span
from briefing.model.vocabulary import SourceType
from briefing.typesetting.references import pieces
from briefing.typesetting.references.pieces import Piece

_NEVER_SIGNED: Final = (SourceType.LEGAL, SourceType.BROADCAST, SourceType.PRESS_RELEASE)
"""Kinds of which nobody expects a signature: its lack isn't told."""
_PRESS: Final = (SourceType.ARTICLE, SourceType.COLUMN, SourceType.INTERVIEW)


def particulars(source: Source) -> Iterator[Piece]:
    """Yield what tells the document, between title and date; pieces may be empty.

    What is unusual for its kind comes last: nothing that the analyst gives is left out.
    """
    kind, usual = _PARTICULARS.get(source.type, _DOCUMENT)
    yield from kind(source)
    for field, piece in _UNUSUAL.items():
        if field not in usual:
            yield piece(source)


def expects_signature(source: Source) -> bool:
    """Say whether the reader should be told that nobody signs `source`."""
    return not source.signed and source.type not in _NEVER_SIGNED


def expects_publisher(source: Source) -> bool:
    """Say whether the reader should be told that nothing says where `source` comes from."""
    known = (
        *(source.publisher, source.collection, source.container, source.place, source.event),
        *source.bodies,
    )
    online = source.type in (SourceType.WEB_PAGE, SourceType.POST) and source.url
    return not any(known) and not online and source.type not in _NEVER_SIGNED


def _document(source: Source) -> Iterator[Piece]:
    """A report or a note, as the exemplar has it: *collection*, number, publisher."""
    yield pieces.translators(source)
    yield pieces.italic(source.container, source)
    yield pieces.italic(source.collection, source)
    yield pieces.volume(source)
    yield pieces.number(source)
    yield pieces.edition(source)
    yield from _published(source)


def _press(source: Source) -> Iterator[Piece]:
    """An article: *review*, volume, number; without `dans`, the publisher is the periodical."""
    yield _interview(source)
    yield pieces.translators(source)
    named = source.container or source.collection
    yield from _gathered(source)
    yield pieces.italic("" if named else source.publisher, source)
    yield pieces.volume(source)
    yield pieces.number(source)
    yield pieces.words(source.place)
    if named:
        yield _publisher(source)


def _interview(source: Source) -> Piece:
    if source.interviewers:
        return pieces.names("propos recueillis par ", source.interviewers)
    return pieces.words("entretien" if source.type is SourceType.INTERVIEW else "")


def _web_page(source: Source) -> Iterator[Piece]:
    """A page: the site in roman, since it isn't a periodical."""
    yield pieces.translators(source)
    yield pieces.words(source.container)
    yield pieces.italic(source.collection, source)
    yield from _published(source)


def _post(source: Source) -> Iterator[Piece]:
    platform = source.container or source.publisher
    yield pieces.words(f"publication sur {platform}" if platform else "publication en ligne")
    if source.container:
        yield _publisher(source)


def _speech(source: Source) -> Iterator[Piece]:
    yield pieces.words("discours")
    yield _interview(source)
    yield pieces.translators(source)
    yield pieces.words(source.event)
    yield pieces.italic(source.container, source)
    yield from _published(source)


def _press_release(source: Source) -> Iterator[Piece]:
    yield pieces.words("communiqué")
    yield from _gathered(source)
    yield pieces.number(source)
    yield from _published(source)


def _broadcast(source: Source) -> Iterator[Piece]:
    """A programme in italics, then its channel."""
    yield _interview(source)
    yield from _gathered(source)
    yield pieces.number(source)
    yield from _published(source)


def _book(source: Source) -> Iterator[Piece]:
    if source.authors:
        yield pieces.directors(source)
    yield pieces.translators(source)
    yield pieces.volume(source)
    yield pieces.edition(source)
    yield from _published(source)
    yield pieces.collection(source)


def _chapter(source: Source) -> Iterator[Piece]:
    """A chapter, « dans » its book; without `dans`, the collection is the book."""
    book = pieces.stressed(
        source.container or source.collection,
        emphasis=True,
        language=pieces.foreign_language(source),
    )
    directors = pieces.directors(source)
    inside = [*directors, Span(", "), *book] if directors and book else [*directors, *book]
    yield [Span("dans "), *inside] if inside else []
    yield pieces.translators(source)
    yield pieces.volume(source)
    yield pieces.edition(source)
    yield from _published(source)
    yield pieces.collection(source) if source.container else pieces.number(source)


def _legal(source: Source) -> Iterator[Piece]:
    """A text of law or a judgement: where it was published, and its number there."""
    yield from _gathered(source)
    yield pieces.volume(source)
    yield pieces.number(source)
    yield from _published(source)


def _thesis(source: Source) -> Iterator[Piece]:
    yield pieces.words("thèse de doctorat")
    yield pieces.names("sous la direction de ", source.editors)
    yield from _published(source)


def _gathered(source: Source) -> Iterator[Piece]:
    """Yield where it appeared, in italics; without `dans`, the collection says it."""
    yield pieces.italic(source.container or source.collection, source)
    yield pieces.words(source.collection if source.container else "")


def _published(source: Source) -> Iterator[Piece]:
    yield pieces.words(source.place)
    yield _publisher(source)


def _publisher(source: Source) -> Piece:
    """Return the publisher, unless it is the author: once is enough."""
    signs = source.publisher.casefold() in (author.casefold() for author in source.authors)
    return pieces.words("" if signs else source.publisher)


Kind = Callable[[Source], Iterator[Piece]]
_PLACED: Final = frozenset({"place", "publisher", "container", "collection"})

_UNUSUAL: Mapping[str, Callable[[Source], Piece]] = MappingProxyType(
    {
        "editors": lambda source: pieces.directors(source) if source.authors else [],
        "interviewers": _interview,
        "translators": pieces.translators,
        "event": lambda source: pieces.words(source.event),
        "container": lambda source: pieces.words(source.container),
        "collection": lambda source: pieces.words(source.collection),
        "volume": pieces.volume,
        "number": pieces.number,
        "edition": pieces.edition,
        "place": lambda source: pieces.words(source.place),
        "publisher": _publisher,
    }
)
"""Every particular, by its field, for the kinds that don't expect it."""

_DOCUMENT: tuple[Kind, frozenset[str]] = (
    _document,
    _PLACED | {"translators", "volume", "number", "edition"},
)
_PARTICULARS: Mapping[SourceType | None, tuple[Kind, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(
            _PRESS, (_press, _PLACED | {"interviewers", "translators", "volume", "number"})
        ),
        SourceType.WEB_PAGE: (_web_page, _PLACED | {"translators"}),
        SourceType.POST: (_post, frozenset({"container", "publisher"})),
        SourceType.SPEECH: (
            _speech,
            frozenset({"interviewers", "translators", "event", "container", "place", "publisher"}),
        ),
        SourceType.PRESS_RELEASE: (_press_release, _PLACED | {"number"}),
        SourceType.BROADCAST: (_broadcast, _PLACED | {"interviewers", "number"}),
        SourceType.BOOK: (
            _book,
            frozenset(
                {"editors", "translators", "volume", "number", "edition", "place", "publisher"}
                | {"collection"}
            ),
        ),
        SourceType.CHAPTER: (
            _chapter,
            _PLACED | {"editors", "translators", "volume", "number", "edition"},
        ),
        SourceType.LEGAL: (_legal, _PLACED | {"volume", "number"}),
        SourceType.THESIS: (_thesis, frozenset({"editors", "place", "publisher"})),
    }
)
"""By kind: what it prints in its order, and the fields that this covers."""
