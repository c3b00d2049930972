"""What stands in the middle of a document's sentences without being part of them.

Footnotes at the foot of a page, page numbers, running titles, calls of notes glued to a word. They
are cut out of the flow, never out of the document: a quotation of a footnote is still found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.anchoring.signs import FILL

Cut = tuple[int, int]

_BLANK = r"[ ]*[\n\f](?:[ ]*[\n\f])+[ ]*"
_NUMBER = r"(?:[-–—] ?)?(?:[Pp]age |p\. ?)?\d{1,4}(?: ?/ ?\d{1,4})?(?: ?[-–—])?"
_MARK = r"(?:\[\^\w{1,40}\]:|\[?\d{1,3}[\].)]|[¹²³⁴-⁹]+|<sup>\d{1,3}</sup>)"
_NOTE = rf"{_MARK}[ ]*[^\n\f]+(?:\n(?![ ]*\n)[^\n\f]+)*"
_RULE = r"(?:[-_*—–]{3,}|(?:[-_*] ){2,}[-_*])"
_ITEM = rf"(?:{_NUMBER}(?=[ ]*[\n\f])|{_NOTE})"
_BLOCK = re.compile(
    rf"(?P<before>[^\s])"
    rf"(?P<block>{_BLANK}(?P<rule>{_RULE}{_BLANK})?{_ITEM}(?:{_BLANK}{_ITEM})*{_BLANK}(?:{_RULE}{_BLANK})?)"
    rf"(?=(?P<after>\S))"
)
_PAGE_FOOT = re.compile(
    rf"(?P<block>[ ]*\n[ ]*{_NUMBER}[ ]*\n?[ ]*\f[ ]*\n*|[ ]*\n?\f[ ]*\n?[ ]*{_NUMBER}[ ]*\n+)"
)
_FOOT_NOTES = re.compile(
    r"(?P<before>[^\s.!?…:])(?P<block>[ ]*\n+[ ]*\d{1,2}\. +(?=[^\W\da-z])[^\f]{1,2000}\f\s*)"
    r"(?=(?P<after>[^\W\dA-Z]))"
)
_CALLS = re.compile(
    r"(?<=[!?…\"])[ ]*\d{1,2}\.?(?=[ ]*(?:\n|\Z))"  # « espoir ! 1. »
    r"|(?<=[^\W\d_]{3}[.,;!?…\")])\d{1,2}(?![\w%.,])"  # « l'OTAN.12 Le »
    r"|(?<=[^\W\d_]{3}\.)\d{1,2}\.?(?=[ ]*(?:\n|\Z))"
    r"|(?<=[^\s\0\[])\[\d{1,3}\]"  # « l'OTAN[12] »
)
_GLUED = re.compile(r"(?<!\w)([^\W\d_A-ZÀ-Þ]{3,})(\d{1,2})(?![\w%°])")  # « espoir1 »
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_CALL = re.compile(
    rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?…\")\]]))[ \0]*[{_RAISED}](?:[\0, ]*[{_RAISED}])*"
)


def without_raised_calls(text: str) -> str:
    """Return `text`, of the same length, without raised note calls; « km² » keeps its exponent."""
    if any(sign in text for sign in _RAISED):
        return _RAISED_CALL.sub(lambda match: FILL * len(match[0]), text)
    return text


def cut(text: str) -> tuple[str, list[Cut]]:
    """Return `text`, of the same length, without what interrupts it, and the places of that."""
    cuts: list[Cut] = []
    if "\f" in text:
        text = _without(text, [*_running_titles(text)], cuts)
        text = _without(text, [match.span("block") for match in _PAGE_FOOT.finditer(text)], cuts)
        text = _without(text, [match.span("block") for match in _FOOT_NOTES.finditer(text)], cuts)
    if "\n" in text:
        blocks = [match.span("block") for match in _BLOCK.finditer(text) if _interrupts(match)]
        text = _without(text, blocks, cuts)
    text = _CALLS.sub(lambda match: FILL * len(match[0]), text)
    text = _GLUED.sub(lambda match: match[1] + FILL * len(match[2]), text)
    return text, sorted(cuts)


def _interrupts(match: re.Match[str]) -> bool:
    """Whether a sentence runs on from before the block to after it."""
    ended = match["before"] in ".!?…:"
    goes_on = match["after"].islower()
    return (goes_on or not ended) if match["rule"] else (goes_on and not ended)


def _without(text: str, blocks: list[Cut], cuts: list[Cut]) -> str:
    """Fill `blocks`, each after a line end, and add them to `cuts`."""
    pieces: list[str] = []
    last = 0
    for start, end in blocks:
        pieces += (text[last:start], "\n".ljust(end - start, FILL))
        last = end
    cuts += blocks
    return "".join((*pieces, text[last:])) if blocks else text


def _running_titles(text: str) -> Iterator[Cut]:
    """Yield the lines that head or foot many pages, whatever number they bear."""
    lines = [line for page in re.finditer(r"[^\f]+", text) for line in _edges(page)]
    keys = [re.sub(r"\d+", "#", text[start:end].strip()) for start, end in lines]
    often = Counter(keys)
    pages = text.count("\f") + 1
    for (start, end), key in zip(lines, keys, strict=True):
        if often[key] >= max(3, pages / 4):
            yield start, end


def _edges(page: re.Match[str]) -> list[Cut]:
    """Return the places of the first and of the last line of a page of at least three."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", page[0])]
    if len(lines) < 3:
        return []
    return [(page.start() + start, page.start() + end) for start, end in (lines[0], lines[-1])]
