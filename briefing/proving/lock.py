"""`dossier.lock.json`: where each quotation stood when its document was at hand.

The file is generated, sorted, and holds one extract a line, so that it diffs well. It lets a
dossier be checked and built where the documents, often not ours to pass on, are absent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

from briefing.anchoring import Verdict, normalise_quotation
from briefing.model.verification import Fragment

VERSION = 1


@dataclass(frozen=True, slots=True)
class LockEntry:
    """Where one quotation stood."""

    verdict: str
    document: str
    """File name."""
    sha256: str
    """Of the document."""
    quotation: str
    """Digest of the quotation, after normalisation: a changed wording makes the entry stale."""
    start: int | None = None
    """Code points of the document; `end` is exclusive."""
    end: int | None = None
    page: int | None = None
    prefix: str = ""
    suffix: str = ""
    fragments: tuple[Fragment, ...] = ()
    """Kept only where the rest doesn't tell them: around `[…]`, or in another typography."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Every entry by the id of its extract, and the day it was made."""

    date: str
    entries: Mapping[str, LockEntry] = field(default_factory=lambda: MappingProxyType({}))


def digest(quotation: str) -> str:
    """Return what tells a quotation's wording apart, whatever its typography."""
    return hashlib.sha256(normalise_quotation(quotation).text.encode()).hexdigest()[:16]


def write_lock(lock: Lock) -> str:
    """Return the text of the lock."""
    lines = [
        f"    {_json(id_)}: {_json(_shortened(asdict(entry)))}"
        for id_, entry in sorted(lock.entries.items())
    ]
    body = ",\n".join(lines)
    return f'{{\n  "version": {VERSION},\n  "date": {_json(lock.date)},\n  "extracts": {{\n{body}\n  }}\n}}\n'


def is_proved(entry: LockEntry) -> bool:
    """Say whether the quotation stood word for word in its document."""
    return entry.verdict == Verdict.VERBATIM


def _shortened(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in (None, "", ())}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
