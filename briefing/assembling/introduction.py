"""The chapeau: prose whose citations become notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import Block, Passage
from briefing.model.dossier import Dossier
from briefing.model.text import RichText, Span


def introduction(dossier: Dossier, apparatus: Apparatus) -> tuple[Block, ...]:
    """Return the chapeau's blocks, cut at each citation."""
    return tuple(
        Block(paragraph.role, tuple(_passages(paragraph.spans, apparatus)))
        for paragraph in dossier.introduction
    )


def _passages(spans: RichText, apparatus: Apparatus) -> Iterator[Passage]:
    run: list[Span] = []
    for span in spans:
        if not span.citations:
            run.append(span)
            continue
        call = apparatus.call(apparatus.find(span.citations))
        if call:
            yield Passage(tuple(_trimmed(run)), call)
            run = []
    if run:
        yield Passage(tuple(run))


def _trimmed(run: Iterable[Span]) -> Iterator[Span]:
    """Drop the space before a note call: the call stands against its word."""
    spans = list(run)
    if spans and spans[-1].text.endswith(" "):
        last = spans.pop()
        spans.append(
            Span(last.text.rstrip(), last.emphasis, last.strong, last.link, (), last.language)
        )
    return iter(spans)
