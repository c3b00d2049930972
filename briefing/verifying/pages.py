"""The text of a finished PDF: its body without furniture, and the quotations of its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.anchoring import normalise

PAGE_BREAK = "\n\f\n"

_QUOTED = re.compile(
    r"\[(?P<source>\d+)\](?:,[^«»“”„\[\]]*?)?(?:\s*\([^«»“”„\[\]]*?\))?\s*:"
    r"\s*(?:«\s*(?P<french>.{1,4000}?)\s*»|“(?P<english>.{1,4000}?)”|„(?P<german>.{1,4000}?)“)"
    r"(?=(?:\s*\([^()]*\))*\s*[.…]?\s*(?:;\s|\n|\Z))",
    re.DOTALL,
)
"""« D. Minic [1], p. 3 : « words » », up to the stop or to the next extract of the note; in the
marks of any frame."""

_NAMED = re.compile(r"\[\d+\]")
"""What every note holds: the number of its source."""

_LISTED = re.compile(r"^\s*(?:Sources|Quellen)\s*$", re.MULTILINE)
_BROKEN_TAG = re.compile(r"(?<=</) ?\n(?=\w{1,10}>)")
_BROKEN_ADDRESS = re.compile(r"(?<=[\w/.]) ?\n(?=-[^\W\d])|(?P<start>\S*[/.]\w\S*) ?\n(?=-\d)")
"""A bullet is followed by a space, and a number may be negative."""


@dataclass(frozen=True, slots=True)
class PrintedQuotation:
    """One quotation of a note, as it is drawn."""

    note: int
    source: int
    """Number of the source."""
    text: str


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """What is read on the pages."""

    body: str
    """Page after page, without notes and without what heads and foots them."""
    notes: int
    quotations: tuple[PrintedQuotation, ...]
    whole: str
    """All that is drawn."""

    @property
    def lists_sources(self) -> bool:
        """Whether there is a list of sources: an audience may do without."""
        return _LISTED.search(self.body) is not None

    @property
    def listed(self) -> str:
        """What stands below the last heading of such a list."""
        *_, last = [0, *(match.end() for match in _LISTED.finditer(self.body))]
        return self.body[last:]


def read_pages(pages: Sequence[str], title: str = "") -> PrintedPages:
    """Tell body and notes apart; `title` is what runs at the foot of the pages.

    Notes are numbered in one series and close their page; short ones name their source alone.
    """
    whole = [rejoined(page) for page in pages]
    quoting = _read(whole, title, _QUOTED)
    naming = _read(whole, title, _NAMED)
    return naming if naming.notes > quoting.notes else quoting


def _read(pages: Sequence[str], title: str, sign: re.Pattern[str]) -> PrintedPages:
    """Read pages whose first notes each bear `sign`."""
    bodies: list[str] = []
    quotations: list[PrintedQuotation] = []
    number = 1
    for folio, page in enumerate(pages, 1):
        drawn = without_furniture(page, title, f"{folio}/{len(pages)}")
        start = _notes_start(drawn, number, sign)
        bodies.append(drawn[:start])
        for note in _notes(drawn[start:], number):
            quotations += _quotations(number, note)
            number += 1
    return PrintedPages(
        PAGE_BREAK.join(bodies), number - 1, tuple(quotations), PAGE_BREAK.join(pages)
    )


def rejoined(page: str) -> str:
    """Return `page` with what a line end cuts in two and anchoring knows only whole.

    A quotation may hold end tags, as `</b>`, and an address hyphens, which may begin a line.
    """
    whole = _BROKEN_TAG.sub("", page)
    return _BROKEN_ADDRESS.sub(lambda match: match["start"] or "", whole)


def without_furniture(page: str, title: str, folio: str) -> str:
    """Return `page` without the lines at its foot that hold its number or the running title."""
    lines = page.rstrip().split("\n")
    while lines and (not lines[-1].strip() or _is_furniture(lines[-1], title, folio)):
        lines.pop()
    return "\n".join(lines)


def _is_furniture(line: str, title: str, folio: str) -> bool:
    ends = re.search(rf"(?<!\d){re.escape(folio)}\s*\Z", line) is not None
    return ends or (bool(title) and _plain(line) == _plain(title))


def _plain(text: str) -> str:
    return normalise(text, markup=False).text.strip()


def _notes_start(page: str, number: int, sign: re.Pattern[str]) -> int:
    """Return where the notes of a page begin: its end, if it has none.

    A list may bear the same numbers above: the last place counts, and a note bears its `sign`.
    """
    starts = [match.start() for match in re.finditer(rf"^{number}\.\s", page, re.MULTILINE)]
    for start in reversed(starts):
        after = re.compile(rf"^{number + 1}\.\s", re.MULTILINE).search(page, start + 1)
        if sign.search(page, start, after.start() if after else len(page)):
            return start
    return len(page)


def _notes(block: str, number: int) -> Iterator[str]:
    """Yield the notes of a block, which begins with the one of this number."""
    while block:
        number += 1
        after = re.compile(rf"^{number}\.\s", re.MULTILINE).search(block)
        yield block[: after.start()] if after else block
        block = block[after.start() :] if after else ""


def _quotations(number: int, note: str) -> Iterator[PrintedQuotation]:
    for match in _QUOTED.finditer(note):
        words = match["french"] or match["english"] or match["german"]
        yield PrintedQuotation(number, int(match["source"]), words)
