"""Whether the items that are attached stand on the pages, each as a text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.anchoring import Anchor, Locator, Place, Verdict
from briefing.model.finding import Message, message
from briefing.verifying.attached import Item
from briefing.verifying.values import Fault

FOUND = (Verdict.VERBATIM, Verdict.AMBIGUOUS)
_BEGINS = re.compile(r"(?:\A|[\n\f]|[\n\f]\d{1,3}\.|[–•►])\s*\Z")
"""Before an item: nothing on its line, its number or its bullet."""
_BEFORE = 200
"""Signs before an item that are looked at: the longest heading in the margin."""
_STOPS = re.compile(r"[.…?!][\s»”“)]*\Z")
_NUMBERS = r"(?:\s*\[\d[\d,\s]*\])?"
"""Of the sources that bear an item out."""
_STOPPED = re.compile(_NUMBERS + r"[ \u00a0\u202f]*(?:[\n·]|\Z)")
"""After an item and its stop: the end of the line, or a mark of its status."""
_UNSTOPPED = re.compile(r"\s*(?:\Z|·|\[\d[\d,\s]*\]|\n\s*(?:\n|\f|[–•►]|\d{1,3}\.))")
"""After an item without stop: the end of its block, for a line may end within it."""
_BETWEEN = re.compile(r"(?:[ \u00a0\u202f]*·[^·\n\[]{1,40})?(?:\s*\[\d[\d,\s]*\])?[ \u00a0\u202f]+")
"""Between two items on one line, in two columns: a mark of the first, the numbers of its sources."""
_NEXT_LINE = re.compile(r"[^\S\n]*\n\s*")
_PAGE_END = "\f"


def item_faults(items: Iterable[Item], body: str, issues: Iterable[str]) -> Iterator[Fault]:
    """Yield what isn't in `body`; `issues` are headings that may stand before an item."""
    yield from _Body(body, issues).faults(tuple(items))


def difference(anchor: Anchor) -> Message | None:
    """Return the first word in which print and attachment differ."""
    if not anchor.differences:
        return None
    first = anchor.differences[0]
    return message(
        "print has “{printed}”, the attachment “{attached}”",
        printed=first.document or "∅",
        attached=first.quoted or "∅",
    )


class _Body:
    """The text of all pages, in which items are looked for."""

    def __init__(self, text: str, issues: Iterable[str]) -> None:
        self._text = text
        self._headings = tuple(f" {_spaced(issue)}" for issue in issues)
        self._locator = Locator(text)
        self._starts: set[int] = set()
        """Where items begin."""
        self._beside: dict[int, int] = {}
        """By where an item ends, where the one in the next column begins."""
        self._after: dict[str, tuple[int, int]] = {}
        """By item, where its last side and the label of it ended."""

    def faults(self, items: Sequence[Item]) -> Iterator[Fault]:
        anchors = [self._locator.locate(item.text) for item in items]
        found = [place for anchor in anchors for place in _places(anchor)]
        self._starts = {place.start for place in found}
        self._beside = dict(self._columns({self._end(place) for place in found}))
        for item, anchor in zip(items, anchors, strict=True):
            if anchor.verdict not in FOUND:
                yield Fault(item.id, message("the text isn't printed so"), difference(anchor))
                continue
            whole = [place for place in _places(anchor) if self._is_whole(place, item.label)]
            if not whole:
                text = message("the text is printed only as a part of another")
                yield Fault(item.id, text, message("the attachment has “{text}”", text=item.text))
            elif item.label and not self._is_labelled(item, whole):
                text = message("the text isn't printed under “{label}”", label=item.label)
                yield Fault(item.id, text)

    def _end(self, place: Place) -> int:
        return place.end + (self._text[place.end : place.end + 1] in tuple(".…"))

    def _columns(self, ends: Iterable[int]) -> Iterator[tuple[int, int]]:
        for end in ends:
            between = _BETWEEN.match(self._text, end)
            if between and between.end() in self._starts:
                yield end, between.end()

    def _is_whole(self, place: Place, label: str) -> bool:
        """Whether what stands at `place` is a text of its own, from its first word to its stop.

        Its label may stand before it on its line, or the name of an issue, in the margin; without
        stop, it ends where another item begins on the next line.
        """
        text = self._text
        end = self._end(place)
        before = text[max(0, place.start - _BEFORE) : place.start]
        begins = (
            _BEGINS.search(before)
            or place.start in self._beside.values()
            or _spaced(before).endswith(self._headings)
            or (label and _colonless(before).endswith(_colonless(label)))
        )
        if not begins:
            return False
        if end in self._beside:
            return True
        if _STOPS.search(text, place.start, end):
            return _STOPPED.match(text, end) is not None
        following = _NEXT_LINE.match(text, end)
        another = following is not None and following.end() in self._starts
        return another or _UNSTOPPED.match(text, end) is not None

    def _is_labelled(self, item: Item, whole: Iterable[Place]) -> bool:
        """Whether the label stands right before the text, or beside it on its page.

        What the margin holds is drawn before or after the column. Sides of an item follow each
        other, and so do their labels.
        """
        after, label_after = self._after.get(item.id, (0, 0))
        for place in whole:
            if place.start < after:
                continue
            label = self._label_of(item.label, place, label_after)
            if label is not None:
                self._after[item.id] = (place.end, label.end)
                return True
        return False

    def _label_of(self, label: str, text: Place, after: int) -> Place | None:
        first = self._text.rfind(_PAGE_END, 0, text.start) + 1
        last = self._text.find(_PAGE_END, text.end)
        for place in _places(self._locator.locate(f"{label} :")):
            own_page = max(first, after) <= place.start and (last < 0 or place.end <= last)
            if own_page and self._is_line(place, text):
                return place
        return None

    def _is_line(self, label: Place, text: Place) -> bool:
        begins = _BEGINS.search(self._text[max(0, label.start - _BEFORE) : label.start])
        ends = self._text[label.end :].lstrip(" \u00a0\u202f")[:1] in ("", "\n")
        touches = not self._text[label.end : text.start].strip()
        return bool(begins) and (ends or touches)


def _places(anchor: Anchor) -> tuple[Place, ...]:
    if anchor.verdict not in FOUND:
        return ()
    return anchor.candidates or ((anchor.place,) if anchor.place else ())


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _colonless(text: str) -> str:
    return _spaced(text).removesuffix(":").rstrip()
