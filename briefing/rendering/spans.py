"""Runs of prose as HTML, each set in its language and bearing it where it isn't the frame's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup, escape

from briefing.model.text import Span
from briefing.typesetting import Typesetter
from briefing.typesetting.addresses import RESOLVER, parts
from briefing.typesetting.conventions import is_french
from briefing.typesetting.runs import set_runs

LONGEST_HELD: Final = 28
"""Letters that surely fit on a line of a phone, where a longer word must be let break."""

_WEB: Final = re.compile(r"https?://|mailto:", re.IGNORECASE)
"""An address a reader may follow; any other, such as `javascript:`, is only words."""
_VARIANTS: Final = {
    "small-caps": Markup('<span class="small-caps">{}</span>'),
    "sup": Markup("<sup>{}</sup>"),
    "sub": Markup("<sub>{}</sub>"),
}
_LANG: Final = Markup('{}<span lang="{}">{}</span>{}')


def set_text(spans: Sequence[Span], by: Typesetter) -> Markup:
    """Set the runs of the analyst's text."""
    return Markup("").join(set_each(spans, by))


def set_each(spans: Sequence[Span], by: Typesetter) -> list[Markup]:
    """Set the runs of the analyst's text as one, and return as many."""
    return set_labels(told(spans, by), by.labels)


def set_quoted(spans: Sequence[Span], by: Typesetter) -> Markup:
    """Set the analyst's text between the quotation marks of the frame."""
    opening, closing = by.frame.quotes
    return Markup("").join(set_labels((Span(opening), *told(spans, by), Span(closing)), by.labels))


def set_labels(spans: Sequence[Span], by: Typesetter) -> list[Markup]:
    """Set runs of which those that tell no language are the frame's, and return as many."""
    frozen = {i for i, span in enumerate(spans) if _is_address(span)}
    texts = set_runs(spans, by, frozen=frozen)
    return [_wrap(span, text, by) for span, text in zip(spans, texts, strict=True)]


def told(spans: Sequence[Span], by: Typesetter) -> Sequence[Span]:
    """Return the analyst's runs, which tell their language if it isn't that of the frame."""
    if not by.foreign:
        return spans
    return [replace(span, language=span.language or by.foreign) for span in spans]


def wrapped(spans: Iterable[Span], by: Typesetter) -> Markup:
    """Return the HTML of `spans`, which are set already."""
    return Markup("").join(_wrap(span, span.text, by) for span in spans)


def in_language(html: Markup, language: str) -> Markup:
    """Let `html` bear its language, if it has words and one is told."""
    words = html.strip(" ")
    if not language or not any(sign.isalnum() for sign in words):
        return html
    before, _, after = html.partition(words)
    return _LANG.format(before, language, words, after)


def breakable(address: str) -> Markup:
    """Set an address that may go over to the next line where no hyphen could be meant."""
    return Markup("<wbr>").join(held(escape(part), len(part)) for part in parts(address))


def held(html: Markup, letters: int) -> Markup:
    """Keep `html`, a word of so many letters, on one line, unless it may be wider than that."""
    return html if letters > LONGEST_HELD else Markup('<span class="held">{}</span>').format(html)


def _is_address(span: Span) -> bool:
    return bool(span.link) and span.link in (span.text, RESOLVER + span.text)


def _wrap(span: Span, text: str, by: Typesetter) -> Markup:
    if not text:
        return Markup("")
    html = in_language(_escaped(span, text, by), span.language)
    if span.variant in _VARIANTS:
        html = _VARIANTS[span.variant].format(html)
    if span.emphasis:
        html = Markup("<em>{}</em>").format(html)
    if span.strong:
        html = Markup("<strong>{}</strong>").format(html)
    if _is_address(span):
        html = breakable(span.text)
    if _WEB.match(span.link):
        html = Markup('<a href="{}">{}</a>').format(span.link, html)
    return html


def _escaped(span: Span, text: str, by: Typesetter) -> Markup:
    """Escape a run, and raise its superior letters if it was set as French."""
    if not span.language:
        return by.superiors(text)
    french_within = is_french(span.language) and not by.sets
    return by.within(span.language).superiors(text) if french_within else escape(text)
