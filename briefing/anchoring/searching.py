"""Exact search in normalised text: whole words, whole numbers, hyphens where they must be."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from briefing.anchoring.normalising import Normalised

Stretch = tuple[int, int]
"""Start and end in a normalised text."""

_TURNING = re.compile(
    r"(?<!\w)(?:non|anti|contre|demi|ex|faux|mi|pseudo|quasi|semi|sous|vice)\Z", re.IGNORECASE
)
"""What turns a word's meaning: « adhésion » is no quotation of « non-adhésion »."""
_CUT_BEFORE = re.compile(r"\d[.,]\Z|(?<!\d)\d{1,3}(?: \d{3})* \Z")
_CUT_AFTER = re.compile(r"[.,]\d| \d{3}(?!\d)")


def occurrences(document: Normalised, wanted: Normalised, starts: Iterable[int]) -> list[Stretch]:
    """Return those of `starts` where `wanted` stands word for word."""
    size = len(wanted.text)
    return [(s, s + size) for s in starts if size and stands_at(document, wanted, s)]


def all_starts(document: Normalised, wanted: Normalised) -> Iterator[int]:
    """Yield every place of the signs of `wanted`, found one after the other."""
    start = document.text.find(wanted.text)
    while start >= 0:
        yield start
        start = document.text.find(wanted.text, start + 1)


def stands_at(document: Normalised, wanted: Normalised, start: int) -> bool:
    """Whether `wanted`, whose signs are at `start`, is whole there and hyphenated alike."""
    end = start + len(wanted.text)
    return (
        _begins_whole(document, start)
        and _ends_whole(document, end)
        and _same_hyphens(document.hyphens(start, end), wanted)
    )


def _same_hyphens(found: tuple[array[int], array[int]], wanted: Normalised) -> bool:
    hard, soft = found
    if hard == wanted.hard and not soft:
        return True
    allowed = {*wanted.hard, *wanted.soft}
    return allowed.issuperset(hard) and {*hard, *soft}.issuperset(wanted.hard)


def _begins_whole(document: Normalised, start: int) -> bool:
    text = document.text
    first = text[start]
    if not start or not _in_word(first):
        return True
    before = text[max(0, start - 24) : start]
    if _in_word(before[-1]):
        return _has(document.hard, start) and not _TURNING.search(before)
    return not (first.isdigit() and _cuts_number(before, text[start : start + 4]))


def _cuts_number(before: str, after: str) -> bool:
    """Whether the digits `after` go on with a number: « 2,5 », « 12 000 »."""
    match = _CUT_BEFORE.search(before)
    if not match:
        return False
    return match[0][-1] != " " or re.match(r"\d{3}(?!\d)", after) is not None


def _ends_whole(document: Normalised, end: int) -> bool:
    text = document.text
    last = text[end - 1]
    if end == len(text) or not _in_word(last):
        return True
    if _in_word(text[end]):
        return _has(document.hard, end)
    if not last.isdigit() or not (match := _CUT_AFTER.match(text, end)):
        return True
    return match[0][0] == " " and re.search(r"\d{4}\Z", text[max(0, end - 4) : end]) is not None


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _has(places: array[int], place: int) -> bool:
    index = bisect_left(places, place)
    return index < len(places) and places[index] == place
