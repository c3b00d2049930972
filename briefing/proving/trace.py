"""From an extract back to its passage."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.document import Document
from briefing.model.extract import Extract
from briefing.proving.prove import Proof

CONTEXT = 200
"""Code points shown on either side of a passage."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A passage in its context."""

    extract: Extract
    proof: Proof
    before: str
    passage: str
    after: str


def trace(extract: Extract, proof: Proof, document: Document | None) -> Trace:
    """Return the passage of `extract` with its context; what the lock keeps, without document."""
    entry = proof.entry
    if document is None or entry.start is None or entry.end is None:
        return Trace(extract, proof, entry.prefix, extract.quotation, entry.suffix)
    return Trace(
        extract,
        proof,
        document.text[max(0, entry.start - CONTEXT) : entry.start],
        document.text[entry.start : entry.end],
        document.text[entry.end : entry.end + CONTEXT],
    )
