"""Paragraphs that an audience may see: those marked go, and sentences without their extracts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.clearing.sentences import without
from briefing.clearing.withheld import Consequence, Going
from briefing.model.audience import Audience
from briefing.model.text import Paragraph, plain

HEADING = "heading"


@dataclass(frozen=True, slots=True)
class ClearedProse:
    """Prose, and what went out of it."""

    kept: tuple[Paragraph, ...]
    gone: tuple[Paragraph, ...]
    consequences: tuple[Consequence, ...]


def clear_prose(
    paragraphs: Iterable[Paragraph],
    audience: Audience,
    hidden: Collection[str],
    *,
    in_introduction: bool = False,
) -> ClearedProse:
    """Return `paragraphs` without what is marked, nor what cites only `hidden` extracts.

    The mark of a heading is that of all that stands under it, up to the next one. A heading goes
    with the last of what stood under it.
    """
    kept: list[Paragraph] = []
    gone: list[Paragraph] = []
    consequences: list[Consequence] = []
    for section in _sections(paragraphs):
        heading = section[0] if section[0].role == HEADING else None
        if heading and not audience.may_see(heading.tlp):
            gone += section
            continue
        left: list[Paragraph] = []
        body = section[1:] if heading else section
        for paragraph in body:
            whole = _clear(paragraph, audience, hidden)
            left += [whole[0]] if whole[0] else []
            gone += [whole[1]] if whole[1] else []
            if whole[1] and audience.may_see(paragraph.tlp):
                consequences.append(_consequence(Going.SENTENCE, whole[1], in_introduction))
        if heading and body and not left:
            gone.append(heading)
            consequences.append(_consequence(Going.HEADING, heading, in_introduction))
        elif heading:
            kept.append(heading)
        kept += left
    return ClearedProse(tuple(kept), tuple(gone), tuple(consequences))


def _sections(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield each heading with what stands under it, after what stands before the first one."""
    section: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role == HEADING and section:
            yield section
            section = []
        section.append(paragraph)
    if section:
        yield section


def _clear(
    paragraph: Paragraph, audience: Audience, hidden: Collection[str]
) -> tuple[Paragraph | None, Paragraph | None]:
    """Return what stays of a paragraph, and what goes."""
    if not audience.may_see(paragraph.tlp):
        return None, paragraph
    kept, gone = without(paragraph.spans, hidden)
    if not gone:
        return replace(paragraph, spans=kept), None
    rest = replace(paragraph, spans=kept) if plain(kept).strip() else None
    return rest, replace(paragraph, spans=gone)


def _consequence(what: Going, paragraph: Paragraph, in_introduction: bool) -> Consequence:  # noqa: FBT001
    words = " ".join(plain(paragraph.spans).split())
    return Consequence(what, words, paragraph.line, in_introduction=in_introduction)
