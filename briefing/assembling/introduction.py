"""The chapeau: prose whose citations become notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.assembling.apparatus import Apparatus
from briefing.model.dossier import Dossier
from briefing.model.notes import Block, Call, Passage
from briefing.model.text import Paragraph, RichText, Span

_STOP = re.compile(r"\s?[;:!?»]|[.,…)]+")


def introduction(dossier: Dossier, apparatus: Apparatus) -> tuple[Block, ...]:
    """Return the chapeau's blocks, cut at each citation."""
    return blocks(dossier.introduction, apparatus)


def blocks(paragraphs: Iterable[Paragraph], apparatus: Apparatus) -> tuple[Block, ...]:
    """Return paragraphs cut at each citation, their notes called."""
    return tuple(
        Block(paragraph.role, tuple(_passages(paragraph.spans, apparatus)))
        for paragraph in paragraphs
    )


def _passages(spans: RichText, apparatus: Apparatus) -> Iterator[Passage]:
    run: list[Span] = []
    call: Call | None = None
    called: RichText = ()
    for span in _joined(spans):
        if not span.citations:
            run.append(span)
            continue
        if call:
            stop, run = _take_stop(run)
            yield Passage(called, call, stop)
        call = apparatus.call(apparatus.find(span.citations))
        called, run = (tuple(_trimmed(run)), []) if call else ((), run)
    if call:
        stop, run = _take_stop(run)
        yield Passage(called, call, stop)
    if run:
        yield Passage(tuple(run))


def _joined(spans: RichText) -> list[Span]:
    """Make one citation of those that stand side by side: their calls would read as one number."""
    joined: list[Span] = []
    for span in spans:
        ids = span.citations
        if ids and len(joined) > 1 and joined[-2].citations and joined[-1].text.isspace():
            joined.pop()
        if ids and joined and joined[-1].citations:
            ids = joined.pop().citations + ids
        joined.append(replace(span, citations=ids))
    return joined


def _take_stop(run: list[Span]) -> tuple[str, list[Span]]:
    """Cut the punctuation that opens `run` off it."""
    stop = _STOP.match(run[0].text) if run else None
    if not stop:
        return "", run
    rest = replace(run[0], text=run[0].text[stop.end() :])
    return stop[0], [rest, *run[1:]] if rest.text else run[1:]


def _trimmed(run: Iterable[Span]) -> Iterator[Span]:
    """Drop the space before a note call: the call stands against its word."""
    spans = list(run)
    if spans and spans[-1].text.endswith(" "):
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return iter(spans)
