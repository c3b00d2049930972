"""References to sources, in the house style of the exemplar.

« Dimitri Minic, « Trump-Poutine : … », *Briefings de l'Ifri*, Ifri, 13 février 2025. »
What the document doesn't say is said to be missing (s. l., s. d.), and what the analyst
supplied stands in square brackets (AFNOR Z 44-005, ISBD).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.source import Source
from briefing.model.text import RichText, Span
from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.engine import FRENCH, Typesetter
from briefing.typesetting.references import pieces
from briefing.typesetting.references.kinds import (
    expects_publisher,
    expects_signature,
    particulars,
)
from briefing.typesetting.references.pieces import Piece
from briefing.typesetting.references.short import short_reference

__all__ = ["reference", "short_reference"]

_UNSIGNED: Final = "document non signé"
_NO_PLACE: Final = f"s.{NO_BREAK}l."


def reference(source: Source, *, gaps: bool = True, by: Typesetter = FRENCH) -> RichText:
    """Return the full reference of `source`, typeset `by` its house, italics as emphasis.

    Without `gaps`, nobody is told that it isn't signed, nor that its place is unknown.
    """
    spans: list[Span] = []
    for piece in filter(None, _pieces(source, gaps=gaps)):
        spans += [Span(", "), *piece] if spans else piece
    if not spans[-1].text.endswith("."):
        spans.append(Span("."))
    return _typeset(_merged(spans), by)


def _pieces(source: Source, *, gaps: bool) -> Iterator[Piece]:
    """Yield what commas part in a reference."""
    yield pieces.authors(source)
    yield pieces.title(source)
    yield pieces.words(_UNSIGNED if gaps and expects_signature(source) else "")
    yield from particulars(source)
    yield pieces.words(_NO_PLACE if gaps and expects_publisher(source) else "")
    yield pieces.date(source)
    yield pieces.pages(source)
    yield pieces.identifier(source)
    yield pieces.isbn(source)
    yield pieces.doi(source)
    yield pieces.address(source)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Join neighbours that are set alike."""
    merged: list[Span] = []
    for span in spans:
        if merged and replace(merged[-1], text="") == replace(span, text=""):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return merged


def _typeset(spans: Sequence[Span], by: Typesetter) -> RichText:
    """Typeset the runs as one text, but for addresses and foreign titles."""
    frozen = {i for i, span in enumerate(spans) if span.link or span.language}
    texts = by.spans([span.text for span in spans], frozen=frozen)
    return tuple(replace(span, text=text) for span, text in zip(spans, texts, strict=True))
