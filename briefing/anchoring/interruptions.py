"""What stands in the middle of a document's sentences without being part of them.

Footnotes at the foot of a page, page numbers, running titles, calls of notes glued to a word. They
are cut out of the flow, never out of the document: a quotation of a footnote is still found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.anchoring.signs import FILL

Cut = tuple[int, str]
"""Where a stretch was cut out, and what it held."""

# Bounded, and never given back: a run of empty lines costs as much as any other.
_BLANK = r"[ ]{0,80}+[\n\f](?:[ ]{0,80}+[\n\f]){1,20}+[ ]{0,80}+"
_NUMBER = r"(?:[-–—] ?)?(?:[Pp]age |p\. ?)?\d{1,4}(?: ?/ ?\d{1,4})?(?: ?[-–—])?"
_MARK = r"(?:\[\^\w{1,40}\]:|\[?\d{1,3}[\].)]|[¹²³⁴-⁹]+|<sup>\d{1,3}</sup>)"
_NOTE = rf"{_MARK}[ ]*[^\n\f]+(?:\n(?![ ]*\n)[^\n\f]+)*"
_RULE = r"(?:[-_*—–]{3,}|(?:[-_*] ){2,}[-_*])"
_ITEM = rf"(?:{_NUMBER}(?=[ ]*[\n\f])|{_NOTE})"
_BLOCK = re.compile(
    rf"[\n\f](?:[ ]{{0,80}}+[\n\f]){{1,20}}+[ ]{{0,80}}+(?P<rule>{_RULE}{_BLANK})?"
    rf"{_ITEM}(?:{_BLANK}{_ITEM})*{_BLANK}(?:{_RULE}{_BLANK})?(?=(?P<after>\S))"
)
_PAGE_NUMBER = re.compile(rf"\n[ ]*{_NUMBER}[ ]*\n?[ ]*\f[ ]*\n*+|\f[ ]*\n?[ ]*{_NUMBER}[ ]*\n+")
_FOOT_NOTES = re.compile(
    r"\n[ ]*\d{1,2}\. +(?=[^\W\da-z])[^\f]{1,2000}\f\s*(?=(?P<after>[^\W\dA-Z]))"
)
_ENDS = ".!?…:"
_DIGITS = re.compile(r"[0-9](?<![0-9][0-9])[0-9]?(?![0-9%°])(?P<point>\.?)(?P<last>[ ]*(?:\n|\Z))?")
_BRACKETED = re.compile(r"\[(?<=[^\s\0\[]\[)\d{1,3}\]")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_DIGITS = re.compile(rf"[{_RAISED}](?:[\0, ]*[{_RAISED}])*")


def without_raised_calls(text: str) -> str:
    """Return `text`, of the same length, without raised note calls; « km² » keeps its exponent."""
    if any(sign in text for sign in _RAISED):
        return _RAISED_DIGITS.sub(_raised_call, text)
    return text


def cut(text: str) -> tuple[str, list[Cut]]:
    """Return `text`, of the same length, without what interrupts it, and what was cut out."""
    cuts: list[Cut] = []
    if "\f" in text:
        text = _without(text, [*_running_titles(text)], cuts)
        text = _without(text, [match.span() for match in _PAGE_NUMBER.finditer(text)], cuts)
        text = _without(text, [m.span() for m in _FOOT_NOTES.finditer(text) if _runs_on(m)], cuts)
    if "\n" in text:
        text = _without(text, [m.span() for m in _BLOCK.finditer(text) if _interrupts(m)], cuts)
    if "[" in text:
        text = _BRACKETED.sub(lambda match: FILL * len(match[0]), text)
    return _DIGITS.sub(_glued_call, text), sorted(cuts)


def _before(match: re.Match[str]) -> str:
    """Return the end of what precedes a match, as it reads."""
    return match.string[max(0, match.start() - 40) : match.start()].replace(FILL, "")


def _raised_call(match: re.Match[str]) -> str:
    before = _before(match).rstrip()
    called = before.endswith(tuple('.,;:!?…")]')) or _ends_with_letters(before)
    return FILL * len(match[0]) if called else match[0]


def _glued_call(match: re.Match[str]) -> str:
    """Leave out a number that can only be the call of a note."""
    before = _before(match)
    last = match["last"] is not None
    after = match.string[match.end("point") : match.end("point") + 1]
    if last and re.search(r'(?:[!?]|[^\s]")[ ]*\Z' if match["point"] else r"[!?]\Z", before):
        end = match.end("point")  # « espoir ! 1. »
    elif _ends_with_letters(before):  # « espoir1 », but no name
        word = re.search(r"\w+\Z", before)
        called = word is not None and word[0].islower() and not after.isalnum()
        end = match.start("point") if called else match.start()
    else:  # « l'OTAN.12 Le »
        called = before.endswith(tuple('.,;!?")')) and _ends_with_letters(before[:-1])
        free = not after or after.isspace()
        call = match.end("point") if last else match.start("point")
        end = call if called and free else match.start()
    size = end - match.start()
    return FILL * size + match[0][size:]


def _ends_with_letters(text: str) -> bool:
    return len(text) > 2 and text[-3:].isalpha()


def _runs_on(match: re.Match[str]) -> bool:
    before = _before(match).rstrip()
    return bool(before) and before[-1] not in _ENDS


def _interrupts(match: re.Match[str]) -> bool:
    """Whether a sentence runs on from before the block to after it."""
    goes_on = match["after"].islower()
    return (goes_on or _runs_on(match)) if match["rule"] else (goes_on and _runs_on(match))


def _without(text: str, blocks: list[tuple[int, int]], cuts: list[Cut]) -> str:
    """Fill `blocks`, each after a line end, and add them to `cuts`."""
    pieces: list[str] = []
    last = 0
    for start, end in blocks:
        pieces += (text[last:start], "\n".ljust(end - start, FILL))
        cuts.append((start, text[start:end]))
        last = end
    return "".join((*pieces, text[last:])) if blocks else text


def _running_titles(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that head or foot many pages, whatever number they bear."""
    lines = [line for page in re.finditer(r"[^\f]+", text) for line in _edges(page)]
    keys = [re.sub(r"\d+", "#", text[start:end].strip()) for start, end in lines]
    often = Counter(keys)
    pages = text.count("\f") + 1
    for (start, end), key in zip(lines, keys, strict=True):
        if often[key] >= max(3, pages / 4):
            yield start, end


def _edges(page: re.Match[str]) -> list[tuple[int, int]]:
    """Return the places of the first and of the last line of a page of at least three."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", page[0])]
    if len(lines) < 3:
        return []
    return [(page.start() + start, page.start() + end) for start, end in (lines[0], lines[-1])]
