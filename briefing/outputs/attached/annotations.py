"""`extraits.jsonld`: every printed extract as a W3C Web Annotation of its document.

Web Annotation Data Model and Vocabulary, W3C Recommendations of 23 February 2017.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Final

from briefing import __version__
from briefing.anchoring.quoting import parts
from briefing.model.briefing import Briefing
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.notes import NoteEntry
from briefing.model.source import Source
from briefing.model.text import plain
from briefing.model.verification import Fragment
from briefing.outputs.attached.identity import annotation_id, source_id, urn
from briefing.outputs.attached.selection import printed
from briefing.outputs.attached.tags import Names, tags
from briefing.outputs.frames import labels_of
from briefing.outputs.references import printed_reference
from briefing.typesetting import typeset
from briefing.typesetting.languages import language_tag
from briefing.typesetting.names import is_body
from briefing.typesetting.references.pieces import stressed

Json = dict[str, Any]

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_FRENCH: Final = {"language": "fr"}
"""That of tags, which are those of fiches."""
_FORMATS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "htm": "text/html",
    "html": "text/html",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "txt": "text/plain",
}
"""Media types by the suffix of a document."""


def to_annotations(briefing: Briefing) -> str:
    """Return the collection as JSON-LD, one line end at its end."""
    return json.dumps(collection(briefing), ensure_ascii=False, indent=1) + "\n"


def collection(briefing: Briefing) -> Json:
    """Return an AnnotationCollection whose only page holds one Annotation per printed extract."""
    names = Names.of(briefing)
    people = [_agent(author.name) for author in briefing.authors]
    shared = _shared(briefing, [person["id"] for person in people])
    items = [_annotation(entry, briefing, names) | shared for entry in printed(briefing)]
    ids = [item["id"] for item in items]
    id_ = urn("collection", briefing.title, briefing.audience, *ids)
    page = urn("page", id_)
    return {
        "@context": CONTEXT,
        "id": id_,
        "type": "AnnotationCollection",
        "label": _label(briefing),
        "creator": people,
        "generator": {
            "id": urn("software", "briefing", __version__),
            "type": "Software",
            "name": f"briefing {__version__}",
        },
        **_created(briefing.date),
        "total": len(items),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": id_,
            "startIndex": 0,
            "items": items,
        },
        "last": page,
    }


def _shared(briefing: Briefing, creators: list[str]) -> Json:
    """Return what is said of every annotation alike."""
    return {"creator": creators, **_created(briefing.date)}


def _agent(name: str) -> Json:
    kind = "Organization" if is_body(name) else "Person"
    return {"id": urn("agent", name), "type": kind, "name": name}


def _created(date: Date | None) -> Json:
    """Return the moment of publication; a date that isn't a day gives none."""
    start = date.start if date and not date.interval else None
    if start is None or start.day is None or start.year < 1:
        return {}
    return {"created": f"{start.year:04}-{start.month:02}-{start.day:02}T00:00:00Z"}


def _annotation(entry: NoteEntry, briefing: Briefing, names: Names) -> Json:
    language = _language(briefing.text_language)
    statement = typeset(plain(entry.extract.statement), briefing.text_language)
    return {
        "id": annotation_id(entry),
        "type": "Annotation",
        "dcterms:identifier": entry.extract.id,
        "motivation": "describing",
        "body": [
            _body(statement, "describing", language),
            *(_body(tag, "tagging", _FRENCH) for tag in tags(entry, names)),
        ],
        "target": _targets(entry, briefing),
    }


def _body(value: str, purpose: str, language: Json) -> Json:
    return {
        "type": "TextualBody",
        "value": value,
        "purpose": purpose,
        "format": "text/plain",
        **language,
    }


def _targets(entry: NoteEntry, briefing: Briefing) -> list[Json]:
    """Return a target for each stretch quoted: one, or more around `[…]`."""
    verification = entry.verification
    if verification and verification.verified and verification.fragments:
        selectors = [_selectors(fragment) for fragment in verification.fragments]
    else:
        selectors = [[_quote(words.strip())] for words in _wordings(entry.extract.quotation)]
    source = _source(entry, briefing)
    if not entry.extract.quotation:  # which this audience isn't shown
        return [{"type": "SpecificResource", "source": source}]
    return [
        {"type": "SpecificResource", "source": source, "selector": selector}
        for selector in selectors
    ]


def _wordings(quotation: str) -> list[str]:
    return parts(quotation) or [quotation]


def _selectors(fragment: Fragment) -> list[Json]:
    """Return the words and the place of a stretch; its place counts code points of the text."""
    around = {"prefix": fragment.prefix, "suffix": fragment.suffix}
    context = {key: words for key, words in around.items() if words}
    place = {"type": "TextPositionSelector", "start": fragment.start, "end": fragment.end}
    return [_quote(fragment.exact) | context, place]


def _quote(exact: str) -> Json:
    return {"type": "TextQuoteSelector", "exact": exact}


def _source(entry: NoteEntry, briefing: Briefing) -> Json:
    source = entry.source.source
    name = (entry.verification.document if entry.verification else "") or source.document_name
    title = plain(tuple(stressed(source.title)))
    format_ = _FORMATS.get(name.rpartition(".")[2].casefold())
    return {
        "id": source_id(entry),
        "type": "Text",
        **({"format": format_} if format_ else {}),
        **_language(source.language or briefing.text_language),
        "dcterms:identifier": source.id,
        "dcterms:title": f"[{title}]" if source.title_supplied else title,
        "dcterms:bibliographicCitation": _citation(
            source, briefing.citation_style, briefing.language
        ),
        **({"schema:url": source.url} if source.url else {}),
    }


def _label(briefing: Briefing) -> str:
    by = labels_of(briefing.language)
    return by.text(by.frame.say("Extraits cités : {title}", title=briefing.title))


@lru_cache(maxsize=64)
def _citation(source: Source, style: CitationStyle | None, language: str) -> str:
    return printed_reference(source, style, labels_of(language))


def _language(value: str) -> Json:
    tag = language_tag(value)
    return {"language": tag} if tag else {}
