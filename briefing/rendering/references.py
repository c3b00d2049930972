"""References as HTML: in the house style, or as the dossier's citation style has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from markupsafe import Markup

from briefing.model.briefing import Briefing
from briefing.model.source import Source
from briefing.model.text import RichText
from briefing.model.vocabulary import SourceType
from briefing.rendering.spans import set_labels, wrapped
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.references import reference

Cite: TypeAlias = Callable[[Source, Typesetter], RichText]
"""Gives a reference in a citation style, not typeset yet; () where the style has none."""


def full_reference(source: Source, *, by: Typesetter = FRENCH, cite: Cite | None = None) -> Markup:
    """Set the reference of a source; one that the style doesn't print, in house style."""
    return _cited(source, by, cite) or wrapped(reference(source, by=by.labels), by.labels)


def own_reference(
    briefing: Briefing, *, by: Typesetter = FRENCH, cite: Cite | None = None
) -> Markup:
    """Set the reference of the briefing itself, as its readers may cite it."""
    own = Source(
        id="",
        title=briefing.title,
        authors=tuple(author.name for author in briefing.authors),
        collection=briefing.collection,
        publisher=briefing.publisher,
        date=briefing.date,
        language="" if by.sets else by.locale,
    )
    report = replace(own, type=SourceType.REPORT)  # a style must be told
    return _cited(report, by, cite) or wrapped(reference(own, gaps=False, by=by.labels), by.labels)


def _cited(source: Source, by: Typesetter, cite: Cite | None) -> Markup:
    spans = cite(source, by.labels) if cite else ()
    return Markup("").join(set_labels(spans, by.labels))
