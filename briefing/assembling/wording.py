"""People and acronyms of an assembled briefing, written as its reader meets them.

The sections are walked in the order of the audience. Left as they are typed: titles, headings
(the questions, and the titles of divergences, among them), the names of parties, issues and
sides, references, the lines of the back page, and all that is quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from briefing.assembling.acronyms import Glossary
from briefing.assembling.people import People
from briefing.model.briefing import (
    Briefing,
    IssuePositions,
    Matrix,
    PartyPositions,
    Position,
    SideView,
)
from briefing.model.insets import Illustration, OwnSection, TextBox
from briefing.model.naming import Naming
from briefing.model.notes import Block, Passage, SourceEntry
from briefing.model.parts import PARTY_PLACE
from briefing.model.text import Paragraph, RichText, Span, plain

HEADING = "heading"


class Writer:
    """Writes one text after the other, and knows what the reader has met."""

    def __init__(self, people: People, glossary: Glossary) -> None:
        self._people = people
        self._glossary = glossary

    def begin_section(self) -> None:
        """Begin a section: people are named in full again, acronyms stay known."""
        self._people.begin_section()

    def text(self, text: RichText) -> RichText:
        """Return running text as it prints here."""
        return self._glossary.in_text(self._people.in_text(text))

    def cell(self, text: RichText) -> RichText:
        """Return the short text of a cell, or of a label."""
        return self._people.in_short(text)


def written(briefing: Briefing, naming: Naming) -> Briefing:
    """Return `briefing` with its people named after `naming`, its acronyms spelled out once.

    A section is what has a heading of its own; of the positions, the detail of one party.
    """
    if not briefing.people and not briefing.acronyms:
        return briefing
    writer = Writer(People(briefing.people, naming), Glossary(briefing.acronyms))
    for name in briefing.sections:
        if name in _SECTIONS:
            writer.begin_section()
            briefing = _SECTIONS[name](briefing, writer)
        else:
            briefing = _own_section(briefing, name, writer)
        briefing = _parts(briefing, name, writer)
    return briefing


def _key_points(briefing: Briefing, writer: Writer) -> Briefing:
    points = (replace(point, text=writer.text(point.text)) for point in briefing.key_points)
    return replace(briefing, key_points=tuple(points))


def _introduction(briefing: Briefing, writer: Writer) -> Briefing:
    return replace(briefing, introduction=tuple(_block(b, writer) for b in briefing.introduction))


def _block(block: Block, writer: Writer) -> Block:
    """Write the passages of a paragraph as one text: a quotation may go beyond a note call."""
    if block.role == HEADING:
        return block
    whole = [span for p in block.passages for span in (*p.spans, Span(p.stop))]
    made = iter(writer.text(tuple(whole)))
    passages: list[Passage] = []
    for passage in block.passages:
        spans = tuple(next(made) for _ in passage.spans)
        passages.append(replace(passage, spans=spans, stop=next(made).text))
    return replace(block, passages=tuple(passages))


def _parts(briefing: Briefing, place: str, writer: Writer) -> Briefing:
    """Write what follows a section."""
    return replace(
        briefing,
        illustrations=_captioned(briefing.illustrations, writer, place),
        boxes=_boxed(briefing.boxes, writer, place),
    )


def _captioned(
    items: Iterable[Illustration], writer: Writer, place: str
) -> tuple[Illustration, ...]:
    return tuple(
        replace(item, caption=writer.text(item.caption)) if item.place == place else item
        for item in items
    )


def _boxed(boxes: Iterable[TextBox], writer: Writer, place: str) -> tuple[TextBox, ...]:
    """Write the texts of the boxes of a place, each read apart."""
    made: list[TextBox] = []
    for box in boxes:
        if box.place != place:
            made.append(box)
            continue
        writer.begin_section()
        made.append(replace(box, blocks=tuple(_block(block, writer) for block in box.blocks)))
    return tuple(made)


def _own_section(briefing: Briefing, name: str, writer: Writer) -> Briefing:
    made: list[OwnSection] = []
    for section in briefing.own_sections:
        if section.id != name:
            made.append(section)
            continue
        writer.begin_section()
        told = tuple(_block(block, writer) for block in section.blocks)
        made.append(replace(section, blocks=told))
    return replace(briefing, own_sections=tuple(made))


def _figures(briefing: Briefing, writer: Writer) -> Briefing:
    made = (replace(item, text=writer.text(item.text)) for item in briefing.figures)
    return replace(briefing, figures=tuple(made))


def _positions(briefing: Briefing, writer: Writer) -> Briefing:
    printed: dict[str, RichText] = {}
    parties = tuple(_party(party, writer, printed) for party in briefing.positions)
    matrix = _matrix(briefing.matrix, writer, printed) if briefing.matrix else None
    few = (replace(position, text=writer.text(position.text)) for position in briefing.highlights)
    return replace(briefing, matrix=matrix, positions=parties, highlights=tuple(few))


def _party(party: PartyPositions, writer: Writer, printed: dict[str, RichText]) -> PartyPositions:
    writer.begin_section()
    held: list[IssuePositions] = []
    for place in party.issues:
        for position in place.positions:
            printed[position.anchor] = writer.text(position.text)
        held.append(
            IssuePositions(
                place.issue,
                _all(place.positions, writer, printed),
                _all(place.also, writer, printed),
            )
        )
    there = PARTY_PLACE + party.party.id
    return replace(
        party,
        issues=tuple(held),
        illustrations=_captioned(party.illustrations, writer, there),
        boxes=_boxed(party.boxes, writer, there),
    )


def _matrix(matrix: Matrix, writer: Writer, printed: Mapping[str, RichText]) -> Matrix:
    rows = []
    for row in matrix.rows:
        cells = (replace(c, positions=_all(c.positions, writer, printed)) for c in row.cells)
        rows.append(replace(row, cells=tuple(cells)))
    return replace(matrix, rows=tuple(rows))


def _all(
    positions: Iterable[Position], writer: Writer, printed: Mapping[str, RichText]
) -> tuple[Position, ...]:
    """Return positions with the words that the detail prints, and short ones for a cell."""
    return tuple(
        replace(
            position,
            text=printed.get(position.see or position.anchor, position.text),
            brief=writer.cell(position.brief),
        )
        for position in positions
    )


def _chronology(briefing: Briefing, writer: Writer) -> Briefing:
    events = (
        replace(event, text=writer.text(event.text), brief=writer.cell(event.brief))
        for event in briefing.events
    )
    return replace(briefing, events=tuple(events))


def _divergences(briefing: Briefing, writer: Writer) -> Briefing:
    made = []
    for item in briefing.divergences:
        text = writer.text(item.text)
        made.append(replace(item, text=text, sides=_sides(item.sides, writer)))
    return replace(briefing, divergences=tuple(made))


def _questions(briefing: Briefing, writer: Writer) -> Briefing:
    made = (replace(item, sides=_sides(item.sides, writer)) for item in briefing.questions)
    return replace(briefing, questions=tuple(made))


def _sides(sides: Iterable[SideView], writer: Writer) -> tuple[SideView, ...]:
    return tuple(replace(side, text=writer.text(side.text)) for side in sides)


def _sources(briefing: Briefing, writer: Writer) -> Briefing:
    return replace(briefing, sources=tuple(_source(e, writer) for e in briefing.sources))


def _source(entry: SourceEntry, writer: Writer) -> SourceEntry:
    note = plain(writer.text((Span(entry.source.note),)))
    return replace(entry, source=replace(entry.source, note=note))


def _method(briefing: Briefing, writer: Writer) -> Briefing:
    if briefing.method is None:
        return briefing
    text = tuple(_paragraph(paragraph, writer) for paragraph in briefing.method.text)
    return replace(briefing, method=replace(briefing.method, text=text))


def _paragraph(paragraph: Paragraph, writer: Writer) -> Paragraph:
    if paragraph.role == HEADING:
        return paragraph
    return replace(paragraph, spans=writer.text(paragraph.spans))


_SECTIONS: Final[dict[str, Callable[[Briefing, Writer], Briefing]]] = {
    "points-clés": _key_points,
    "chapeau": _introduction,
    "chiffres": _figures,
    "positions": _positions,
    "chronologie": _chronology,
    "divergences": _divergences,
    "questions": _questions,
    "sources": _sources,
    "méthode": _method,
}
"""The sections that hold running text; « Ce qui a changé » is told in short forms."""
