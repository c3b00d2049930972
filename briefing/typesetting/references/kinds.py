"""What each kind of document prints between its title and its date, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from briefing.model.source import Source
from briefing.model.text import Span
from briefing.model.vocabulary import SourceType
from briefing.typesetting.frame import Frame, label
from briefing.typesetting.references import pieces
from briefing.typesetting.references.pieces import Piece

_NEVER_SIGNED: Final = (SourceType.LEGAL, SourceType.BROADCAST, SourceType.PRESS_RELEASE)
"""Kinds of which nobody expects a signature: its lack isn't told."""
_PRESS: Final = (SourceType.ARTICLE, SourceType.COLUMN, SourceType.INTERVIEW)


def particulars(source: Source, frame: Frame) -> Iterator[Piece]:
    """Yield what tells the document, between title and date; pieces may be empty.

    What is unusual for its kind comes last: nothing that the analyst gives is left out.
    """
    kind, usual = _PARTICULARS.get(source.type, _DOCUMENT)
    yield from kind(source, frame)
    for field, piece in _UNUSUAL.items():
        if field not in usual:
            yield piece(source, frame)


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


def _document(source: Source, frame: Frame) -> Iterator[Piece]:
    """A report or a note, as the exemplar has it: *collection*, number, publisher."""
    yield pieces.translators(source, frame)
    yield pieces.italic(source.container, source, frame)
    yield pieces.italic(source.collection, source, frame)
    yield pieces.volume(source, frame)
    yield pieces.number(source, frame)
    yield pieces.edition(source, frame)
    yield from _published(source)


def _press(source: Source, frame: Frame) -> Iterator[Piece]:
    """An article: *review*, volume, number; without `dans`, the publisher is the periodical."""
    yield _interview(source, frame)
    yield pieces.translators(source, frame)
    named = source.container or source.collection
    yield from _gathered(source, frame)
    yield pieces.italic("" if named else source.publisher, source, frame)
    yield pieces.volume(source, frame)
    yield pieces.number(source, frame)
    yield pieces.words(source.place)
    if named:
        yield _publisher(source)


def _interview(source: Source, frame: Frame) -> Piece:
    if source.interviewers:
        return pieces.names(label("propos recueillis par {names}"), source.interviewers, frame)
    return pieces.words(frame.say("entretien") if source.type is SourceType.INTERVIEW else "")


def _web_page(source: Source, frame: Frame) -> Iterator[Piece]:
    """A page: the site in roman, since it isn't a periodical."""
    yield pieces.translators(source, frame)
    yield pieces.words(source.container)
    yield pieces.italic(source.collection, source, frame)
    yield from _published(source)


def _post(source: Source, frame: Frame) -> Iterator[Piece]:
    platform = source.container or source.publisher
    if platform:
        yield pieces.words(frame.say("publication sur {platform}", platform=platform))
    else:
        yield pieces.words(frame.say("publication en ligne"))
    if source.container:
        yield _publisher(source)


def _speech(source: Source, frame: Frame) -> Iterator[Piece]:
    yield pieces.words(frame.say("discours"))
    yield _interview(source, frame)
    yield pieces.translators(source, frame)
    yield pieces.words(source.event)
    yield pieces.italic(source.container, source, frame)
    yield from _published(source)


def _press_release(source: Source, frame: Frame) -> Iterator[Piece]:
    yield pieces.words(frame.say("communiqué"))
    yield from _gathered(source, frame)
    yield pieces.number(source, frame)
    yield from _published(source)


def _broadcast(source: Source, frame: Frame) -> Iterator[Piece]:
    """A programme in italics, then its channel."""
    yield _interview(source, frame)
    yield from _gathered(source, frame)
    yield pieces.number(source, frame)
    yield from _published(source)


def _book(source: Source, frame: Frame) -> Iterator[Piece]:
    if source.authors:
        yield pieces.directors(source, frame)
    yield pieces.translators(source, frame)
    yield pieces.volume(source, frame)
    yield pieces.edition(source, frame)
    yield from _published(source)
    yield pieces.collection(source, frame)


def _chapter(source: Source, frame: Frame) -> Iterator[Piece]:
    """A chapter, « dans » its book; without `dans`, the collection is the book."""
    book = pieces.stressed(
        source.container or source.collection,
        emphasis=True,
        language=pieces.foreign_language(source, frame),
    )
    directors = pieces.directors(source, frame)
    inside = [*directors, Span(", "), *book] if directors and book else [*directors, *book]
    yield [Span(f"{frame.say('dans')} "), *inside] if inside else []
    yield pieces.translators(source, frame)
    yield pieces.volume(source, frame)
    yield pieces.edition(source, frame)
    yield from _published(source)
    yield pieces.collection(source, frame) if source.container else pieces.number(source, frame)


def _legal(source: Source, frame: Frame) -> Iterator[Piece]:
    """A text of law or a judgement: where it was published, and its number there."""
    yield from _gathered(source, frame)
    yield pieces.volume(source, frame)
    yield pieces.number(source, frame)
    yield from _published(source)


def _thesis(source: Source, frame: Frame) -> Iterator[Piece]:
    yield pieces.words(frame.say("thèse de doctorat"))
    yield pieces.names(label("sous la direction de {names}"), source.editors, frame)
    yield from _published(source)


def _gathered(source: Source, frame: Frame) -> Iterator[Piece]:
    """Yield where it appeared, in italics; without `dans`, the collection says it."""
    yield pieces.italic(source.container or source.collection, source, frame)
    yield pieces.words(source.collection if source.container else "")


def _published(source: Source) -> Iterator[Piece]:
    yield pieces.words(source.place)
    yield _publisher(source)


def _publisher(source: Source) -> Piece:
    """Return the publisher, unless it is the author: once is enough."""
    signs = source.publisher.casefold() in (author.casefold() for author in source.authors)
    return pieces.words("" if signs else source.publisher)


Kind = Callable[[Source, Frame], Iterator[Piece]]
_PLACED: Final = frozenset({"place", "publisher", "container", "collection"})

_UNUSUAL: Mapping[str, Callable[[Source, Frame], Piece]] = MappingProxyType(
    {
        "editors": lambda source, frame: pieces.directors(source, frame) if source.authors else [],
        "interviewers": _interview,
        "translators": pieces.translators,
        "event": lambda source, _: pieces.words(source.event),
        "container": lambda source, _: pieces.words(source.container),
        "collection": lambda source, _: pieces.words(source.collection),
        "volume": pieces.volume,
        "number": pieces.number,
        "edition": pieces.edition,
        "place": lambda source, _: pieces.words(source.place),
        "publisher": lambda source, _: _publisher(source),
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
