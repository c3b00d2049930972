"""References to sources, in the house style of the exemplar.

« Dimitri Minic, « Trump-Poutine : … », *Briefings de l'Ifri*, Ifri, 13 février 2025. »
What the document doesn't say is said to be missing (s. l., s. d.), and what the analyst
supplied stands in square brackets (AFNOR Z 44-005, ISBD).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.dates import Date
from briefing.model.source import Source
from briefing.model.text import RichText, Span
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.conventions import is_french
from briefing.typesetting.dates import UNDATED, format_date
from briefing.typesetting.engine import typeset_spans, typeset_text
from briefing.typesetting.names import full_list, short_list

_UNSIGNED: Final = "document non signé"
_NO_PLACE: Final = f"s.{NO_BREAK}l."
_PRESS: Final = (SourceType.ARTICLE, SourceType.COLUMN, SourceType.INTERVIEW)
_SHORT_TITLE: Final = 40
"""Characters a shortened title may have."""


def reference(source: Source) -> RichText:
    """Return the full reference of `source`, typeset, italics as emphasis."""
    spans: list[Span] = []
    for element in _elements(source):
        if spans:
            spans.append(Span(", "))
        spans += element
    if not spans[-1].text.endswith("."):
        spans.append(Span("."))
    return _typeset(_merged(spans))


def short_reference(source: Source) -> str:
    """Return the name of `source` in notes: its label, its authors, or its title shortened."""
    if source.label:
        return typeset_text(source.label)
    if source.authors:
        return short_list(source.authors)
    title = _shortened(source.title)
    if source.title_supplied:
        return typeset_text(f"[{title}]")
    if _is_foreign(source):
        return "".join(typeset_spans(("« ", title, " »"), frozen={1}))
    return typeset_text(f"« {title} »")


def _elements(source: Source) -> Iterator[list[Span]]:
    """Yield what commas part in a reference."""
    if source.authors:
        yield [Span(full_list(source.authors))]
    yield _title(source)
    if not source.authors:
        yield [Span(_UNSIGNED)]
    if source.collection:
        inside = [Span("dans ")] if source.type is SourceType.CHAPTER else []
        yield [*inside, Span(source.collection, emphasis=True)]
    if source.publisher:
        yield [Span(source.publisher, emphasis=_is_periodical(source))]
    elif not source.collection:
        yield [Span(_NO_PLACE)]
    yield [Span(_date(source))]
    if source.isbn:
        yield [Span(f"ISBN{NO_BREAK}{source.isbn}")]
    if source.url:
        yield [Span("disponible sur : "), Span(source.url, link=source.url), *_access(source)]


def _is_periodical(source: Source) -> bool:
    """Say whether the publisher is the newspaper or review itself, set in italics."""
    return source.type in _PRESS and not source.collection


def _title(source: Source) -> list[Span]:
    """Return the title: in brackets if supplied, in italics for a book, else in guillemets."""
    language = source.language if _is_foreign(source) else ""
    if source.title_supplied:
        return [Span(f"[{source.title}]", language=language)]
    if source.type is SourceType.BOOK:
        return [Span(source.title, emphasis=True, language=language)]
    return [Span("« "), Span(source.title, language=language), Span(" »")]


def _is_foreign(source: Source) -> bool:
    return bool(source.language) and not is_french(source.language)


def _date(source: Source) -> str:
    """Return the date; one the analyst inferred in brackets, after « s. d. »."""
    if source.date is None:
        return UNDATED
    words = format_date(source.date)
    return f"{UNDATED} [{words}]" if source.dating is Dating.INFERRED else words


def _access(source: Source) -> list[Span]:
    return [Span(f" (consulté {_on(source.accessed)})")] if source.accessed else []


def _on(date: Date) -> str:
    """Return « le 3 mars 2025 », « en mars 2025 »."""
    words = format_date(date)
    exact = date.start is not None and date.start.day is not None and not date.interval
    if date.approximate or date.interval:
        return words
    return f"le {words}" if exact else f"en {words}"


def _shortened(title: str) -> str:
    """Return `title` without its subtitle, and of few words."""
    main = title.partition(" : ")[0].partition("\u00a0: ")[0].strip()
    if len(main) <= _SHORT_TITLE:
        return main
    return main[: _SHORT_TITLE + 1].rpartition(" ")[0].rstrip(" ,;:–-\u00a0\u202f") + "…"


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Join neighbours that are set alike."""
    merged: list[Span] = []
    for span in spans:
        if merged and replace(merged[-1], text="") == replace(span, text=""):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return merged


def _typeset(spans: Sequence[Span]) -> RichText:
    """Typeset the runs as one text, but for addresses and foreign titles."""
    frozen = {i for i, span in enumerate(spans) if span.link or span.language}
    texts = typeset_spans([span.text for span in spans], frozen=frozen)
    return tuple(replace(span, text=text) for span, text in zip(spans, texts, strict=True))
