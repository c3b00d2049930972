"""What a PDF says of its pages as they were made: one digest of all, and a mark of each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = 12
"""Hexadecimal digits that name a page; the whole digest is what must agree."""


def seal_pages(digests: Sequence[str]) -> str:
    """Return the SHA-256 of the `digests` of all pages, then the mark of each, by spaces."""
    whole = hashlib.sha256("\n".join(digests).encode()).hexdigest()
    return " ".join([whole, *(digest[:_MARK] for digest in digests)])


@dataclass(frozen=True, slots=True)
class PageSeal:
    """A seal beside the pages that it is to be the seal of."""

    made: int
    """How many pages there were."""
    changed: tuple[int, ...]
    """The numbers of the pages that aren't as they were, from 1."""
    intact: bool
    """Whether all are."""


def compare_pages(seal: str, digests: Sequence[str]) -> PageSeal:
    """Compare what `seal_pages` wrote with the pages as they are now."""
    _, *marks = seal.split() or [""]
    changed = (
        number
        for number, digest in enumerate(digests, 1)
        if marks[number - 1 : number] != [digest[:_MARK]]
    )
    return PageSeal(len(marks), tuple(changed), seal == seal_pages(digests))
