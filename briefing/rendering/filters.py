"""The filters a template may use; each sets French type once, as it prints.

Those that set type take a typesetter, `by`; `filters` binds them to that of the house.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from markupsafe import Markup, escape

from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.extract import Extract
from briefing.model.source import Source
from briefing.model.text import RichText, Span, plain
from briefing.model.vocabulary import Dating
from briefing.reading.prose import parse_quotation
from briefing.rendering.changes import cited, day, deleted, inserted, struck, struck_citation
from briefing.rendering.passages import passage
from briefing.rendering.timeline import page_rules, period, timeline
from briefing.typesetting import Typesetter, numbers
from briefing.typesetting.addresses import RESOLVER, parts
from briefing.typesetting.dates import format_date
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.languages import language_of
from briefing.typesetting.numbers import in_words
from briefing.typesetting.references import reference, short_reference

LONGEST_HELD = 28
"""Letters that surely fit on a line of a phone, where a longer word must be let break."""

_ENDED = re.compile(r"[.!?…][”\s\u202f]*»\Z|[.…]\Z")
"""A sentence that is over, its closing quotation mark included."""
_QUOTED_STOP = re.compile(r"\.([”\s\u202f]*»)\Z")
_TAGS = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"\b[A-ZÀÂÇÉÈÊÎÔÛ][\w-]{4,}")


_WEB = re.compile(r"https?://|mailto:", re.IGNORECASE)
"""An address a reader may follow; any other, such as `javascript:`, is only words."""


def typo(text: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a plain string in French type."""
    return by.superiors(by.text(text)) if text else Markup("")


def typeset(text: str, *, by: Typesetter = FRENCH) -> str:
    """Set a plain string that stays one: its superior letters are not raised."""
    return by.text(text)


def rich(text: RichText, *, by: Typesetter = FRENCH) -> Markup:
    """Set prose with its emphasis and links."""
    return _set(text, by)


def closing(text: RichText, call: Markup, stop: str = "", *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence with its note call before the full stop, as French does.

    The call holds to the last word, and the punctuation to the call: no line begins with either.
    `stop` is the punctuation that follows; by default, the full stop that ends `text`.
    """
    if not call or not text:
        return rich(text, by=by) + call + typo(stop, by=by)
    *before, last = text
    if not stop and last.text.endswith((".", "…")):
        last, stop = replace(last, text=last.text[:-1]), last.text[-1]
    head, space, word = last.text.rpartition(" ")
    spans = (*before, replace(last, text=head + space), replace(last, text=word), Span(stop))
    *body, tail, end = _set_each(spans, by)
    joined = Markup("").join(body)
    if joined.endswith(" "):
        # In a span of its own, or WeasyPrint counts it in the line and breaks a word too soon.
        joined = joined[:-1] + Markup("<span> </span>")
    return joined + _held(Markup("").join((tail, call, end)), len(word))


def _held(html: Markup, letters: int) -> Markup:
    """Keep `html`, a word of so many letters, on one line, unless it may be wider than that."""
    return html if letters > LONGEST_HELD else Markup('<span class="held">{}</span>').format(html)


def quoted(text: RichText, *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence between « and », without its full stop, to stand in an enumeration."""
    if text and text[-1].text.endswith("."):
        last = text[-1]
        text = (*text[:-1], replace(last, text=last.text[:-1]))
    return _set((Span("« "), *text, Span(" »")), by)


def opening(text: str) -> str:
    """Return `text` with a capital, for the start of a sentence; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def ended(text: Markup) -> Markup:
    """Return `text` with a full stop, unless a quotation that ends in one closes it."""
    return text if _ENDED.search(text.striptags()) else text + "."


def unended(text: Markup) -> Markup:
    """Return `text` without the full stop of its last quotation, for another follows."""
    return Markup(_QUOTED_STOP.sub(r"\1", str(text)))  # noqa: S704 - takes a mark away


def followed(text: object, mark: str, *, by: Typesetter = FRENCH) -> Markup:
    """Return `text`, set already, and the mark after it, spaced as the house has it."""
    _, end = by.spans(("a", f" {mark}"), frozen={0})
    return escape(text) + end


def whole_names(html: Markup) -> Markup:
    """Keep capitalised words from being hyphenated: a proper name isn't divided."""
    parts = _TAGS.split(str(html))
    parts[::2] = [_NAME.sub(r'<span class="name">\g<0></span>', part) for part in parts[::2]]
    return Markup("".join(parts))  # noqa: S704 - was safe, and gained spans of ours


def quotation(extract: Extract, *, by: Typesetter = FRENCH) -> Markup:
    """Set a quotation between « and », its own quotes nested, its wording untouched.

    Any mark but emphasis stands as it is, for this is the text that anchoring proves. Words in
    another language keep their own typography and carry their `lang`.
    """
    spans = parse_quotation(extract.quotation)
    foreign = "" if extract.translated else language_of(extract.quotation, extract.language)
    if foreign and not foreign.startswith("fr"):
        spans = tuple(replace(span, language=foreign) for span in spans)
    return _set((Span("« "), *spans, Span(" »")), by)


def _set(spans: Sequence[Span], by: Typesetter) -> Markup:
    return Markup("").join(_set_each(spans, by))


def _set_each(spans: Sequence[Span], by: Typesetter) -> list[Markup]:
    frozen = {i for i, span in enumerate(spans) if span.language or _is_address(span)}
    parts = by.spans([span.text for span in spans], frozen=frozen)
    return [_wrap(span, text, by) for span, text in zip(spans, parts, strict=True)]


def _wrapped(spans: Iterable[Span], by: Typesetter) -> Markup:
    """Return the HTML of `spans`, which are set already."""
    return Markup("").join(_wrap(span, span.text, by) for span in spans)


def _is_address(span: Span) -> bool:
    return bool(span.link) and span.link in (span.text, RESOLVER + span.text)


def _wrap(span: Span, text: str, by: Typesetter) -> Markup:
    if not text:
        return Markup("")
    html = escape(text) if span.language else by.superiors(text)
    if span.language:
        html = Markup('<span lang="{}">{}</span>').format(span.language, html)
    if span.emphasis:
        html = Markup("<em>{}</em>").format(html)
    if span.strong:
        html = Markup("<strong>{}</strong>").format(html)
    if _is_address(span):
        html = breakable(span.text)
    if _WEB.match(span.link):
        html = Markup('<a href="{}">{}</a>').format(span.link, html)
    return html


def breakable(address: str) -> Markup:
    """Set an address that may go over to the next line where no hyphen could be meant."""
    return Markup("<wbr>").join(_held(escape(part), len(part)) for part in parts(address))


def date(value: Date | None, *, short: bool = False, by: Typesetter = FRENCH) -> Markup:
    """Set a date: « 12 février 2025 », or « 12 févr. 2025 » when `short`."""
    return by.superiors(format_date(value, short=short))


def w3c(value: Date) -> str:
    """Return the earliest moment of a date as metadata want it: 2025-02-12, 2025-02, 2025."""
    year, month, day = value.sort_key
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def dated(
    value: Date | None, dating: Dating, *, short: bool = False, by: Typesetter = FRENCH
) -> Markup:
    """Set a date, in brackets when the analyst inferred it."""
    text = date(value, short=short, by=by)
    return Markup("[{}]").format(text) if value and dating is Dating.INFERRED else text


def full_reference(source: Source, *, by: Typesetter = FRENCH) -> Markup:
    """Set the reference of a source in house style."""
    return _wrapped(reference(source, by=by), by)


def own_reference(briefing: Briefing, *, by: Typesetter = FRENCH) -> Markup:
    """Set the reference of the briefing itself, as its readers may cite it."""
    own = Source(
        id="",
        title=briefing.title,
        authors=tuple(author.name for author in briefing.authors),
        collection=briefing.collection,
        publisher=briefing.publisher,
        date=briefing.date,
    )
    return _wrapped(reference(own, gaps=False, by=by), by)


def label(source: Source, *, by: Typesetter = FRENCH) -> Markup:
    """Set the short name of a source for a note."""
    return by.superiors(short_reference(source, by=by))


def grouped(number: int, *, by: Typesetter = FRENCH) -> str:
    """Set a number in figures, grouped from as many as the house has it."""
    return numbers.grouped(number, figures=by.house.grouped_from)


def listed(items: Iterable[str]) -> str:
    """Join words as a French list: « a, b et c »."""
    words = [item for item in items if item]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "cited": cited,
    "closing": closing,
    "date": date,
    "dated": dated,
    "day": day,
    "deleted": deleted,
    "ended": ended,
    "followed": followed,
    "inserted": inserted,
    "label": label,
    "listed": listed,
    "grouped": grouped,
    "opening": opening,
    "own_reference": own_reference,
    "page_rules": page_rules,
    "passage": passage,
    "period": period,
    "plain": plain,
    "quotation": quotation,
    "quoted": quoted,
    "reference": full_reference,
    "rich": rich,
    "struck": struck,
    "struck_citation": struck_citation,
    "timeline": timeline,
    "typeset": typeset,
    "typo": typo,
    "unended": unended,
    "whole_names": whole_names,
    "w3c": w3c,
    "words": in_words,
}
"""Every filter by its name in templates."""

_SET_TYPE: Final = frozenset(
    (
        "cited closing date dated day deleted followed grouped inserted label own_reference "
        "passage quotation quoted reference rich struck struck_citation timeline typeset typo"
    ).split()
)


def filters(by: Typesetter) -> dict[str, Callable[..., Any]]:
    """Return every filter by its name, those that set type bound to the typesetter `by`."""
    return {
        name: partial(filter_, by=by) if name in _SET_TYPE else filter_
        for name, filter_ in FILTERS.items()
    }
