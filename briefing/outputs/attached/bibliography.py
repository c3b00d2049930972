"""`sources.json`: the sources as CSL-JSON, which reference managers read.

Citation Style Language 1.0.2, `csl-data.json`.
"""

from __future__ import annotations

import json
from typing import Any, Final

from briefing.model.briefing import Briefing
from briefing.model.source import Source
from briefing.model.vocabulary import Dating, SourceType
from briefing.outputs.attached.csl_dates import csl_date
from briefing.outputs.attached.identity import document_digest, language_tag
from briefing.outputs.attached.selection import printed, shown
from briefing.typesetting.names import parted

Json = dict[str, Any]

TYPES: Final = {
    SourceType.REPORT: "report",
    SourceType.NOTE: "report",
    SourceType.ARTICLE: "article-newspaper",
    SourceType.COLUMN: "article-newspaper",
    SourceType.WEB_PAGE: "webpage",
    SourceType.POST: "post",
    SourceType.SPEECH: "speech",
    SourceType.INTERVIEW: "interview",
    SourceType.PRESS_RELEASE: "document",
    SourceType.BROADCAST: "broadcast",
    SourceType.BOOK: "book",
    SourceType.CHAPTER: "chapter",
    SourceType.LEGAL: "legislation",
}
"""The CSL type of each kind of document; `genre` keeps the kind itself."""

_PRESS: Final = (SourceType.ARTICLE, SourceType.COLUMN, SourceType.INTERVIEW)
_IN_A_CONTAINER: Final = (
    *_PRESS,
    SourceType.WEB_PAGE,
    SourceType.POST,
    SourceType.BROADCAST,
    SourceType.CHAPTER,
)


def to_csl(briefing: Briefing) -> str:
    """Return the sources that `briefing` shows as text, one line end at its end."""
    return json.dumps(items(briefing), ensure_ascii=False, indent=1) + "\n"


def items(briefing: Briefing) -> list[Json]:
    """Return one CSL item per source, in the order of their numbers.

    `custom` holds what CSL has no variable for: the file name and the SHA-256 of the document,
    and whether the analyst inferred its date.
    """
    entries = printed(briefing)
    digests = {entry.extract.source: document_digest(entry) for entry in entries}
    return [_item(entry.source, digests.get(entry.source.id, "")) for entry in shown(briefing)]


def _item(source: Source, digest: str) -> Json:
    item = {
        "id": source.id,
        "type": TYPES[source.type] if source.type else "document",
        "genre": source.type,
        "title": f"[{source.title}]" if source.title_supplied else source.title,
        "author": [_name(author) for author in source.authors],
        **_published(source),
        "issued": csl_date(source.date),
        "accessed": csl_date(source.accessed),
        "URL": source.url,
        "ISBN": source.isbn,
        "language": language_tag(source.language),
        "note": source.note,
        "custom": _custom(source, digest),
    }
    return {key: value for key, value in item.items() if value}


def _name(author: str) -> Json:
    names = parted(author)
    if names is None:
        return {"literal": author}
    given, family = names
    return {"family": family, "given": given}


def _published(source: Source) -> Json:
    """Return who published it, and in what: a periodical contains, a collection gathers."""
    if source.type in _PRESS and not source.collection:  # then the publisher is the periodical
        return {"container-title": source.publisher}
    inside = "container-title" if source.type in _IN_A_CONTAINER else "collection-title"
    return {inside: source.collection, "publisher": source.publisher}


def _custom(source: Source, digest: str) -> Json:
    custom = {
        "document": source.document_name,
        "sha256": digest,
        "dating": source.dating if source.date and source.dating is Dating.INFERRED else "",
    }
    return {key: value for key, value in custom.items() if value}
