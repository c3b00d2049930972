"""The full text of a source, as quotations are proved against it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One document as plain text."""

    name: str
    """File name."""
    text: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    pages: tuple[int, ...] = ()
    """Code point at which each page begins; empty where the format has no pages."""

    def page(self, offset: int) -> int | None:
        """Return the number of the page that holds `offset`, from 1; None without pages."""
        return bisect_right(self.pages, offset) if self.pages else None
