"""The assembled briefing as JSON, for programs; `briefing/schema/` publishes its schema."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from briefing.model.briefing import (
    Briefing,
    Divergence,
    Event,
    Figure,
    KeyPoint,
    Position,
    Question,
    SideView,
)
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.extract import Extract
from briefing.model.languages import primary
from briefing.model.notes import SourceEntry, Support
from briefing.model.text import plain
from briefing.outputs.frames import labels_of
from briefing.outputs.insets import insets, paragraphs
from briefing.outputs.references import printed_reference
from briefing.typesetting import Typesetter
from briefing.typesetting.references import short_reference

Json = dict[str, Any]

VERSION = 1
"""Raised when a field changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Which extracts and sources go with the items of a briefing."""

    extracts: tuple[Extract, ...]
    sources: tuple[SourceEntry, ...]
    closed: bool = False
    """Whether no other extract or item may be named."""


def export_json(briefing: Briefing) -> str:
    """Return the export of a briefing as text, one line end at its end."""
    return as_text(export(briefing))


def as_text(document: Json) -> str:
    """Return `document` as text, one line end at its end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def export(briefing: Briefing) -> Json:
    """Return the items of `briefing` as plain data, with the extracts that its audience may see.

    An edition that leaves something out is told by what it prints, as in its attachments.
    """
    if briefing.whole:
        return describe(briefing, Contents(briefing.extracts, briefing.sources))
    from briefing.outputs.attached.selection import printed, shown

    quoted = tuple(entry.extract for entry in printed(briefing))
    return describe(briefing, Contents(quoted, shown(briefing), closed=True))


def describe(briefing: Briefing, contents: Contents) -> Json:
    """Return the items of `briefing` as plain data, with the extracts and sources of `contents`."""
    writer = _Writer(briefing, contents)
    by = labels_of(briefing.language, briefing.typography)
    style = briefing.citation_style
    return {
        "version": VERSION,
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "authors": [author.name for author in briefing.authors],
        "date": _date(briefing.date),
        "language": briefing.language,
        **_text_language(briefing),
        "audience": briefing.audience,
        "parties": [{"id": party.id, "name": party.name} for party in briefing.parties],
        "issues": [{"id": issue.id, "name": issue.name} for issue in briefing.issues],
        **_names(briefing),
        "extracts": [writer.extract(extract) for extract in contents.extracts],
        **_verdicts(briefing),
        "sources": [_source(entry, style, by) for entry in contents.sources],
        "key_points": [writer.key_point(point) for point in briefing.key_points],
        **_foreword(briefing),
        "introduction": paragraphs(briefing.introduction),
        **insets(briefing),
        **writer.displayed(briefing),
        "positions": [writer.position(position) for position in _positions(briefing)],
        "gaps": _gaps(briefing),
        "events": [writer.event(event) for event in briefing.events],
        "divergences": [writer.divergence(item) for item in briefing.divergences],
        "questions": [writer.question(item) for item in briefing.questions],
    }


def _text_language(briefing: Briefing) -> Json:
    """Return the language of the texts, if it isn't that of the frame."""
    texts = briefing.text_language
    foreign = primary(texts) != primary(briefing.language)
    return {"text_language": texts} if foreign else {}


def _names(briefing: Briefing) -> Json:
    """Return the people and acronyms declared: the forms in which the same words may stand."""
    people = [{"name": person.name, "short": person.short} for person in briefing.people]
    acronyms = {entry.letters: entry.meaning for entry in briefing.acronyms if entry.meaning}
    return ({"people": people} if people else {}) | ({"acronyms": acronyms} if acronyms else {})


def _verdicts(briefing: Briefing) -> Json:
    """Return how each printed quotation stands; nothing when nobody asked."""
    entries = (entry for note in briefing.notes for entry in note.entries)
    verdicts = {e.extract.id: e.verification.verdict for e in entries if e.verification}
    return {"verdicts": verdicts} if verdicts else {}


def _positions(briefing: Briefing) -> list[Position]:
    """Return the positions of the detail; what a cell of the matrix shows is drawn from them."""
    held = [held for party in briefing.positions for held in party.issues]
    return [position for place in held for position in (*place.positions, *place.also)]


def _foreword(briefing: Briefing) -> Json:
    """Return the foreword of the audience, if it has one."""
    return {"foreword": paragraphs(briefing.foreword)} if briefing.foreword else {}


def _date(date: Date | None) -> str | None:
    return date.edtf if date else None


def _source(entry: SourceEntry, style: CitationStyle | None, by: Typesetter) -> Json:
    source = entry.source
    return {
        "id": source.id,
        "number": entry.number,
        "title": source.title,
        "title_supplied": source.title_supplied,
        "type": source.type,
        "authors": list(source.authors),
        "signed": source.signed,
        "publisher": source.publisher or None,
        "collection": source.collection or None,
        "date": _date(source.date),
        "dating": source.dating if source.date else None,
        "document": source.document_name or None,
        "url": source.url or None,
        "reliability": source.reliability,
        "note": source.note or None,
        "label": short_reference(source, by=by),
        "reference": printed_reference(source, style, by),
        "cited": entry.cited,
        "extract_count": entry.extracts,
        "file": source.path,
        "line": source.line,
    }


def _gaps(briefing: Briefing) -> list[Json]:
    rows = briefing.matrix.rows if briefing.matrix else ()
    cells = (cell for row in rows for cell in row.cells if cell.gap)
    return [{"party": cell.party.name, "issue": cell.issue.name} for cell in cells]


class _Writer:
    """Writes what names extracts, parties or issues."""

    def __init__(self, briefing: Briefing, contents: Contents) -> None:
        self._parties = {party.id: party.name for party in briefing.parties}
        self._issues = {issue.id: issue.name for issue in briefing.issues}
        self._documents = {e.source.id: e.source.document_name for e in contents.sources}
        self._closed = contents.closed
        self._extracts = {extract.id for extract in contents.extracts}
        self._items = {point.id for point in briefing.key_points}
        self._items |= {question.id for question in briefing.questions}
        held = [held for party in briefing.positions for held in party.issues]
        self._items |= {position.id for place in held for position in place.positions}

    def extract(self, extract: Extract) -> Json:
        return {
            "id": extract.id,
            "source": extract.source,
            "document": self._documents.get(extract.source, ""),
            "quotation": extract.quotation,
            "statement": plain(extract.statement),
            "kinds": list(extract.kinds),
            "parties": [self._parties[id_] for id_ in extract.parties],
            "issues": [self._issues[id_] for id_ in extract.issues],
            "speaker": extract.speaker.name if extract.speaker else None,
            "voice": extract.voice,
            "status": extract.status,
            "date": _date(extract.date),
            "anonymous": extract.anonymous,
            "supports": self._known(extract.supports, self._items),
            "file": extract.path,
            "line": extract.line,
        }

    def key_point(self, point: KeyPoint) -> Json:
        return {"id": point.id, "text": plain(point.text), **self._support(point.support)}

    def position(self, position: Position) -> Json:
        return {
            "id": position.id,
            "party": position.party.name,
            "issue": position.issue.name,
            "text": plain(position.text),
            "brief": plain(position.brief),
            "voice": position.voice,
            "voices": list(position.voices),
            "status": position.status,
            "speakers": [speaker for speaker in position.speakers if speaker],
            "date": _date(position.date),
            **self._support(position.support),
        }

    def event(self, event: Event) -> Json:
        return {
            "id": event.support.extracts[0],
            "date": _date(event.date),
            "precision": event.date.precision.name.lower(),
            "approximate": event.date.approximate,
            "dating": event.dating,
            "text": plain(event.text),
            "status": event.status,
            **self._support(event.support),
        }

    def displayed(self, briefing: Briefing) -> Json:
        """Return what is printed large, if anything is."""
        parties = (quote for party in briefing.positions for quote in party.pull_quotes)
        quotes = [quote.entry.extract.id for quote in (*briefing.pull_quotes, *parties)]
        made: Json = {}
        if briefing.figures:
            made["figures"] = [self.figure(figure) for figure in briefing.figures]
        if quotes:
            made["pull_quotes"] = quotes
        return made

    def figure(self, item: Figure) -> Json:
        return {
            "id": item.support.extracts[0],
            "figure": item.figure,
            "text": plain(item.text),
            "date": _date(item.date),
            "dating": item.dating,
            "status": item.status,
            **self._support(item.support),
        }

    def divergence(self, item: Divergence) -> Json:
        return {
            "id": item.id,
            "kind": item.kind,
            "title": plain(item.title),
            "text": plain(item.text),
            "sides": self._sides(item.sides),
            **self._support(item.support),
        }

    def question(self, item: Question) -> Json:
        return {
            "id": item.id,
            "text": plain(item.text),
            "known": self._sides(item.sides),
            **self._support(item.support),
        }

    def _sides(self, sides: Iterable[SideView]) -> list[Json]:
        return [
            {"label": side.label, "text": plain(side.text), **self._support(side.support)}
            for side in sides
        ]

    def _support(self, support: Support) -> Json:
        extracts = self._known(support.extracts, self._extracts)
        return {"extracts": extracts, "distinct_sources": support.sources}

    def _known(self, ids: Iterable[str], known: Container[str]) -> list[str]:
        return [id_ for id_ in ids if id_ in known or not self._closed]
