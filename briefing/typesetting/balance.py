"""Quotation marks without partner, which the rules leave as they are."""

from __future__ import annotations

from itertools import pairwise

from briefing.typesetting.rules.quotes import MARKS, Scan, paragraphs


def unbalanced(text: str) -> list[int]:
    """Return the offsets of the quotation marks of `text` that have no partner, in order.

    Left out: marks of measure (27", 5'30"), arrows (‹ ›), and a « that the next paragraph takes
    up, since every paragraph of a long quotation begins with one.
    """
    bounds = [*paragraphs(text), (len(text), len(text))]
    return [
        offset
        for (start, end), (following, _) in pairwise(bounds)
        for offset in _lone(text, start, end)
        if not (text[offset] == "«" and text.startswith("«", following))
    ]


def _lone(text: str, start: int, end: int) -> list[int]:
    paired = {mark.offset for mark in Scan(text).read(start, end) if mark.paired}
    offsets = (match.start() for match in MARKS.compiled.finditer(text, start, end))
    return [at for at in offsets if at not in paired and not _is_other(text, at)]


def _is_other(text: str, offset: int) -> bool:
    """Whether the mark is one of inches or seconds, or an arrow."""
    if text[offset] == '"':
        return offset > 0 and text[offset - 1].isdigit()
    return text[offset] in "‹›"
