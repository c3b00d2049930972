"""The filters a template may use; each sets type once, as it prints.

Those that set type take a typesetter, `by`: that of the analyst's texts, which has the frame.
`filters` binds them to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from markupsafe import Markup, escape

from briefing.model.dates import Date
from briefing.model.extract import Extract
from briefing.model.source import Source
from briefing.model.text import RichText, Span, plain
from briefing.model.vocabulary import Dating
from briefing.reading.prose import parse_quotation
from briefing.rendering.changes import cited, day, deleted, inserted, struck, struck_citation
from briefing.rendering.last_lines import tied
from briefing.rendering.metadata import content_policy, keywords, structured_data, w3c
from briefing.rendering.navigation import contents, permalinks
from briefing.rendering.passages import passage, spoken
from briefing.rendering.pictures import data_uri
from briefing.rendering.plain_text import underlined, wrapped
from briefing.rendering.references import Cite, full_reference, own_reference
from briefing.rendering.spans import (
    held,
    in_language,
    set_each,
    set_labels,
    set_quoted,
    set_text,
)
from briefing.rendering.timeline import page_rules, period, timeline
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.frame import base
from briefing.typesetting.references import short_reference

_TAGS = re.compile(r"(<[^>]*>)")
_FIRST = re.compile(r"((?:<[^>]*>)*)([^<&]?)(.*)", re.DOTALL)
"""The tags that a text opens with, its first sign, and the rest."""
_INNER_MARKS: Final = r"[”’“‘»\s\u202f]*"
"""Marks that may close within the last one."""
_QUOTED: Final = re.compile(r"(?:«\s*|[“„\"])([^«»“”„\"]+?)(?:\s*»|[”“\"])")
"""What is a title and no more."""
_NAME = re.compile(r"\b[A-ZÀÂÇÉÈÊÎÔÛ][\w-]{4,}")


def typo(text: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a plain string of the analyst's."""
    return in_language(by.superiors(by.text(text)), by.foreign) if text else Markup("")


def typeset(text: str, *, by: Typesetter = FRENCH) -> str:
    """Set a plain string of the analyst's that stays one: its superior letters are not raised."""
    return by.text(text)


def rich(text: RichText, *, by: Typesetter = FRENCH) -> Markup:
    """Set prose with its emphasis and links."""
    return set_text(text, by)


def closing(text: RichText, call: Markup, stop: str = "", *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence with its note call: before the full stop in French, else after it.

    The call holds to the last word, and the punctuation to the call: no line begins with either.
    `stop` is the punctuation that follows; by default, the full stop that ends `text`.
    """
    if not call or not text:
        return rich(text, by=by) + call + typo(stop, by=by)
    *before, last = text
    if not stop and last.text.endswith((".", "…")):
        last, stop = replace(last, text=last.text[:-1]), last.text[-1]
    head, word = _parted(last.text)
    spans = (*before, replace(last, text=head), replace(last, text=word), Span(stop))
    *body, tail, end = set_each(spans, by)
    if not by.sets:
        call, end = end, call
    joined = Markup("").join(body)
    if joined.endswith(" "):
        # In a span of its own, or WeasyPrint counts it in the line and breaks a word too soon.
        joined = joined[:-1] + Markup("<span> </span>")
    return joined + held(Markup("").join((tail, call, end)), len(word))


def _parted(text: str) -> tuple[str, str]:
    """Return what stands before the last word, and the word with the marks that follow it."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    at = text.rfind(" ", 0, end) + 1 if end else text.rfind(" ") + 1
    return text[:at], text[at:]


def opening(text: str) -> str:
    """Return `text` with a capital, for the start of a sentence; the rest stays as it is."""
    if not isinstance(text, Markup):
        return text[:1].upper() + text[1:]
    tags, first, rest = _FIRST.fullmatch(str(text)).groups()  # type: ignore[union-attr]
    return Markup(tags + first.upper() + rest)  # noqa: S704 - was safe, and gained a capital


def ended(text: Markup, *, by: Typesetter = FRENCH) -> Markup:
    """Return `text` with a full stop, unless a quotation that ends in one closes it."""
    over = rf"[.!?…]{_INNER_MARKS}{_closing_mark(by)}\Z|[.…]\Z"
    return text if re.search(over, text.striptags()) else text + "."


def unended(text: Markup, *, by: Typesetter = FRENCH) -> Markup:
    """Return `text` without the full stop of its last quotation, for words of ours follow.

    A sentence quoted whole keeps its stop only where it ends the note (Lexique des règles
    typographiques en usage à l'Imprimerie nationale, « Ponctuation »).
    """
    stop = rf"\.((?:</?(?:span|em|strong)\b[^<>]*>|{_INNER_MARKS[:-1]})*{_closing_mark(by)})\Z"
    return Markup(re.sub(stop, r"\1", str(text)))  # noqa: S704 - takes a mark away


def _closing_mark(by: Typesetter) -> str:
    return re.escape(by.frame.quotes[1].strip())


def followed(text: object, mark: str, *, by: Typesetter = FRENCH) -> Markup:
    """Return `text`, set already, and the mark after it, spaced as the frame has it."""
    labels = by.labels
    if not labels.sets:
        return escape(text) + mark
    _, end = labels.spans(("a", f" {mark}"), frozen={0})
    return escape(text) + end


def whole_names(html: Markup, *, by: Typesetter = FRENCH) -> Markup:
    """Keep capitalised words from being hyphenated: a proper name isn't divided.

    German has a capital for every noun, and must divide them.
    """
    if "de" in (by.frame.base, base(by.locale)):
        return html
    parts = _TAGS.split(str(html))
    parts[::2] = [_NAME.sub(r'<span class="name">\g<0></span>', part) for part in parts[::2]]
    return Markup("".join(parts))  # noqa: S704 - was safe, and gained spans of ours


def quotation(extract: Extract, *, by: Typesetter = FRENCH) -> Markup:
    """Set a quotation between the marks of the frame, its own quotes nested, its wording untouched.

    Any mark but emphasis stands as it is, for this is the text that anchoring proves. Words in
    another language keep their own typography and carry their `lang`.
    """
    language = by.frame.foreign(spoken(extract, by))
    spans = parse_quotation(extract.quotation)
    marked = [replace(span, language=language) for span in spans] if language else spans
    opening, closing = by.frame.quotes
    return Markup("").join(set_labels((Span(opening), *marked, Span(closing)), by.labels))


def date(value: Date | None, *, short: bool = False, by: Typesetter = FRENCH) -> Markup:
    """Set a date: « 12 février 2025 », or « 12 févr. 2025 » when `short`."""
    return by.labels.superiors(by.frame.date(value, short=short))


def dated(
    value: Date | None, dating: Dating, *, short: bool = False, by: Typesetter = FRENCH
) -> Markup:
    """Set a date, in brackets when the analyst inferred it."""
    text = date(value, short=short, by=by)
    return Markup("[{}]").format(text) if value and dating is Dating.INFERRED else text


def label(source: Source, *, by: Typesetter = FRENCH) -> Markup:
    """Set the short name of a source for a note; the analyst may have chosen it.

    A title in it stands between the marks of the frame, which names the source.
    """
    if source.label and by.foreign:
        title = _QUOTED.fullmatch(source.label)
        return set_quoted((Span(title[1]),), by) if title else typo(source.label, by=by)
    return by.labels.superiors(short_reference(source, by=by.labels))


def grouped(number: int, *, by: Typesetter = FRENCH) -> str:
    """Set a number in figures, grouped from as many as the house has it."""
    return by.frame.number(number, figures=by.house.grouped_from)


def in_words(number: int, beside: Iterable[int] = (), *, by: Typesetter = FRENCH) -> str:
    """Set a small number in letters, in the language of the frame, if those `beside` it are."""
    return by.frame.in_words(number, beside)


def listed(items: Iterable[str], *, by: Typesetter = FRENCH) -> Markup:
    """Set words of the analyst's as a list of the frame: « a, b et c »."""
    if not by.foreign:
        return typo(by.frame.listed(items), by=by)
    return Markup(by.frame.listed([typo(item, by=by) for item in items]))  # noqa: S704 - all set


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "cited": cited,
    "closing": closing,
    "content_policy": content_policy,
    "contents": contents,
    "data_uri": data_uri,
    "date": date,
    "dated": dated,
    "day": day,
    "deleted": deleted,
    "ended": ended,
    "followed": followed,
    "inserted": inserted,
    "keywords": keywords,
    "label": label,
    "listed": listed,
    "grouped": grouped,
    "opening": opening,
    "own_reference": own_reference,
    "page_rules": page_rules,
    "passage": passage,
    "period": period,
    "permalinks": permalinks,
    "plain": plain,
    "quotation": quotation,
    "reference": full_reference,
    "rich": rich,
    "struck": struck,
    "structured_data": structured_data,
    "struck_citation": struck_citation,
    "tied": tied,
    "timeline": timeline,
    "typeset": typeset,
    "typo": typo,
    "underlined": underlined,
    "unended": unended,
    "whole_names": whole_names,
    "w3c": w3c,
    "words": in_words,
    "wrapped": wrapped,
}
"""Every filter by its name in templates."""

_SET_TYPE: Final = frozenset(
    (
        "cited closing date dated day deleted ended followed grouped inserted label listed "
        "own_reference passage period quotation reference rich struck struck_citation "
        "structured_data timeline typeset typo unended whole_names words"
    ).split()
)


def filters(by: Typesetter, cite: Cite | None = None) -> dict[str, Callable[..., Any]]:
    """Return every filter by its name, those that set type bound to the typesetter `by`.

    `cite` gives references in a citation style; without it, they are in that of the house.
    """
    bound = {
        name: partial(filter_, by=by) if name in _SET_TYPE else filter_
        for name, filter_ in FILTERS.items()
    }
    cited = {name: partial(bound[name], cite=cite) for name in ("reference", "own_reference")}
    return bound | cited
