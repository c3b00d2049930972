"""References to sources, in the house style of the exemplar.

« Dimitri Minic, « Trump-Poutine : … », *Briefings de l'Ifri*, Ifri, 13 février 2025. »
What the document doesn't say is said to be missing (s. l., s. d.), and what the analyst
supplied stands in square brackets (AFNOR Z 44-005, ISBD).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.source import Source
from briefing.model.text import RichText, Span
from briefing.typesetting.engine import FRENCH, Typesetter
from briefing.typesetting.frame import Frame
from briefing.typesetting.references import pieces
from briefing.typesetting.references.kinds import (
    expects_publisher,
    expects_signature,
    particulars,
)
from briefing.typesetting.references.pieces import Piece
from briefing.typesetting.references.short import short_reference
from briefing.typesetting.runs import set_runs

__all__ = ["reference", "short_reference"]


def reference(source: Source, *, gaps: bool = True, by: Typesetter = FRENCH) -> RichText:
    """Return the full reference of `source`, typeset `by` its house, italics as emphasis.

    The words that are ours are those of the frame. Without `gaps`, nobody is told that it isn't signed, nor that its place is unknown.
    """
    spans: list[Span] = []
    for piece in filter(None, _pieces(source, by.frame, gaps=gaps)):
        spans += [Span(", "), *piece] if spans else piece
    if not spans[-1].text.endswith("."):
        spans.append(Span("."))
    return _typeset(_merged(spans), by)


def _pieces(source: Source, frame: Frame, *, gaps: bool) -> Iterator[Piece]:
    """Yield what commas part in a reference."""
    yield pieces.authors(source, frame)
    yield pieces.title(source, frame)
    if gaps and expects_signature(source):
        yield pieces.words(frame.say("document non signé"))
    yield from particulars(source, frame)
    if gaps and expects_publisher(source):
        yield pieces.words(frame.say("s.\u00a0l."))
    yield pieces.date(source, frame)
    yield pieces.pages(source, frame)
    yield pieces.identifier(source)
    yield pieces.isbn(source)
    yield pieces.doi(source, frame)
    yield pieces.address(source, frame)


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
    frozen = {i for i, span in enumerate(spans) if span.link}
    texts = set_runs(spans, by, frozen=frozen)
    return tuple(replace(span, text=text) for span, text in zip(spans, texts, strict=True))
