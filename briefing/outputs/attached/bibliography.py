"""`sources.json`: the sources as CSL-JSON, which reference managers read."""

from __future__ import annotations

import json

from briefing.model.briefing import Briefing
from briefing.model.source import Source
from briefing.model.vocabulary import Dating
from briefing.outputs.attached.identity import document_digest
from briefing.outputs.attached.selection import printed, shown
from briefing.typesetting.references.csl import Json, csl_item


def to_csl(briefing: Briefing) -> str:
    """Return the sources that `briefing` shows as text, one line end at its end."""
    return json.dumps(items(briefing), ensure_ascii=False, indent=1) + "\n"


def items(briefing: Briefing) -> list[Json]:
    """Return one CSL item per source, in the order of their numbers.

    `custom` holds what CSL has no variable for: the file name and the SHA-256 of the document,
    whether the analyst inferred its date, an official identifier and the account of a post.
    """
    entries = printed(briefing)
    digests = {entry.extract.source: document_digest(entry) for entry in entries}
    return [_item(entry.source, digests.get(entry.source.id, "")) for entry in shown(briefing)]


def _item(source: Source, digest: str) -> Json:
    custom = _custom(source, digest)
    return csl_item(source) | ({"custom": custom} if custom else {})


def _custom(source: Source, digest: str) -> Json:
    custom = {
        "document": source.document_name,
        "sha256": digest,
        "dating": source.dating if source.date and source.dating is Dating.INFERRED else "",
        "identifier": source.identifier,
        "account": source.account,
    }
    return {key: value for key, value in custom.items() if value}
