"""Names that are the same on any day and machine: absolute IRIs drawn from what they name."""

from __future__ import annotations

import base64
import json
import re
import uuid
from typing import Final

from briefing.model.notes import NoteEntry
from briefing.model.source import Source

_NAMESPACE: Final = uuid.UUID("6b1f0a52-9d0e-5c1b-8a36-2f5f2f0d7c11")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
# RFC 3987 as far as the web needs it: no space, no control, none of the excluded signs.
_WEB: Final = re.compile(
    r"https?://(?:[^\x00-\x20\x7f-\xa0\u2028\u2029<>\"{}|\\^`%\[\]]|%[0-9A-Fa-f]{2})+"
)


def urn(*parts: str) -> str:
    """Return the `urn:uuid:` (RFC 9562, version 5) of what `parts` tell together."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, json.dumps(parts))}"


def annotation_id(entry: NoteEntry) -> str:
    """Return the name of an annotation: that of these words of this source, however reworded."""
    extract = entry.extract
    return urn("annotation", extract.id, entry.source.source.title, extract.quotation)


def source_id(entry: NoteEntry) -> str:
    """Return the name of a document: by its bytes, else its address, else its reference."""
    digest = document_digest(entry)
    if digest:
        return named_by_hash(digest)
    source = entry.source.source
    return source.url if _WEB.fullmatch(source.url) else reference_id(source)


def document_digest(entry: NoteEntry) -> str:
    """Return the SHA-256 of the document that was asked, or ""."""
    digest = entry.verification.sha256 if entry.verification else ""
    return digest if _SHA256.fullmatch(digest) else ""


def named_by_hash(sha256: str) -> str:
    """Return `ni:///sha-256;…` (RFC 6920): base64url without padding."""
    value = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{value}"


def reference_id(source: Source) -> str:
    """Return a name for a document of which nothing but the reference is known."""
    date = source.date.edtf if source.date else ""
    return urn("source", source.id, source.title, source.publisher, date, *source.authors)
