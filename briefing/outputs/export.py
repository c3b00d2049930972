"""The assembled briefing as JSON, for programs; `briefing/schema/` publishes its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefing.model.briefing import (
    Briefing,
    Divergence,
    Event,
    KeyPoint,
    Position,
    Question,
    SideView,
    SourceEntry,
    Support,
)
from briefing.model.dates import Date
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.text import plain
from briefing.typesetting.references import reference, short_reference

Json = dict[str, Any]

VERSION = 1
"""Raised when a field changes its meaning or goes."""


def export_json(dossier: Dossier, briefing: Briefing) -> str:
    """Return the JSON document as text, one line end at its end."""
    return json.dumps(export(dossier, briefing), ensure_ascii=False, indent=2) + "\n"


def export(dossier: Dossier, briefing: Briefing) -> Json:
    """Return the extracts of `dossier` and the items of `briefing` as plain data."""
    writer = _Writer(dossier)
    held = [held for party in briefing.positions for held in party.issues]
    positions = [position for place in held for position in (*place.positions, *place.also)]
    return {
        "version": VERSION,
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "authors": [author.name for author in briefing.authors],
        "date": _date(briefing.date),
        "language": briefing.language,
        "audience": briefing.audience,
        "parties": [{"id": party.id, "name": party.name} for party in dossier.parties],
        "issues": [{"id": issue.id, "name": issue.name} for issue in dossier.issues],
        "extracts": [writer.extract(extract) for extract in dossier.extracts],
        "sources": [_source(entry) for entry in briefing.sources],
        "key_points": [_key_point(point) for point in briefing.key_points],
        "positions": [_position(position) for position in positions],
        "gaps": _gaps(briefing),
        "events": [_event(event) for event in briefing.events],
        "divergences": [_divergence(item) for item in briefing.divergences],
        "questions": [_question(item) for item in briefing.questions],
    }


class _Writer:
    def __init__(self, dossier: Dossier) -> None:
        self._parties = {party.id: party.name for party in dossier.parties}
        self._issues = {issue.id: issue.name for issue in dossier.issues}
        self._documents = {source.id: source.document_name for source in dossier.sources}

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
            "supports": list(extract.supports),
            "file": extract.path,
            "line": extract.line,
        }


def _date(date: Date | None) -> str | None:
    return date.edtf if date else None


def _support(support: Support) -> Json:
    return {"extracts": list(support.extracts), "distinct_sources": support.sources}


def _source(entry: SourceEntry) -> Json:
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
        "label": short_reference(source),
        "reference": plain(reference(source)),
        "cited": entry.cited,
        "extract_count": entry.extracts,
        "file": source.path,
        "line": source.line,
    }


def _key_point(point: KeyPoint) -> Json:
    return {"id": point.id, "text": plain(point.text), **_support(point.support)}


def _position(position: Position) -> Json:
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
        **_support(position.support),
    }


def _gaps(briefing: Briefing) -> list[Json]:
    rows = briefing.matrix.rows if briefing.matrix else ()
    cells = (cell for row in rows for cell in row.cells if cell.gap)
    return [{"party": cell.party.name, "issue": cell.issue.name} for cell in cells]


def _event(event: Event) -> Json:
    return {
        "id": event.support.extracts[0],
        "date": _date(event.date),
        "precision": event.date.precision.name.lower(),
        "approximate": event.date.approximate,
        "dating": event.dating,
        "text": plain(event.text),
        "status": event.status,
        **_support(event.support),
    }


def _divergence(item: Divergence) -> Json:
    return {
        "id": item.id,
        "kind": item.kind,
        "title": plain(item.title),
        "text": plain(item.text),
        "sides": _sides(item.sides),
        **_support(item.support),
    }


def _question(item: Question) -> Json:
    return {
        "id": item.id,
        "text": plain(item.text),
        "known": _sides(item.sides),
        **_support(item.support),
    }


def _sides(sides: Iterable[SideView]) -> list[Json]:
    return [
        {"label": side.label, "text": plain(side.text), **_support(side.support)} for side in sides
    ]
