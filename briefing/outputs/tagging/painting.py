"""What WeasyPrint draws, and where: caught while it paints the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefing.outputs.tagging import boxes
from briefing.outputs.tagging.boxes import Box

_HYPHEN, _SOFT_HYPHEN = "\u2010", "\u00ad"
_CALL, _MARKER = "footnote-call", "footnote-marker"
_UNWORDLY = re.compile(r"^[^\w«“‘(\[]+")


class Painting:
    """The pages of one document, made ready to be painted with marks.

    WeasyPrint marks content only for the tags that it builds itself; here each page lends it a
    dictionary for these marks, and keeps it.
    """

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        self.pages = list(document.pages)
        self.marks: list[dict[Box, dict[str, Any]]] = [{} for _ in self.pages]
        self.streams: list[Any] = [None for _ in self.pages]
        self._document = document
        _link_notes(self.pages)
        for number, page in enumerate(self.pages):
            page.bookmarks = [_begun_by_a_word(bookmark) for bookmark in page.bookmarks]
            page.paint = self._painter(number, page.paint)

    def _painter(self, number: int, paint: Callable[..., None]) -> Callable[..., None]:
        def painted(stream: Any, scale: float = 1) -> None:  # noqa: ANN401
            stream._tags = self.marks[number]  # noqa: SLF001 - as above
            self.streams[number] = stream
            paint(stream, scale)
            if number == len(self.pages) - 1:
                for font in self._document.fonts.values():
                    font.to_unicode.update(as_read(font.to_unicode))

        return painted


def _link_notes(pages: Sequence[Any]) -> None:
    """Make links of the calls of notes and of the numbers before them.

    A link to the element that holds a call, where the note stands in HTML, leads to the note.
    """
    notes: dict[str, str] = {}
    for page in pages:
        for box in boxes.walk(boxes.page_box(page)):
            notes.update(_note_inside(box))
            name, note = boxes.pseudo(box), boxes.identifier(box)
            if name not in (_CALL, _MARKER) or not note or boxes.text(box):
                continue
            call = f"{note}-call"
            if name == _CALL:
                page.anchors.setdefault(call, boxes.area(box))
            target = note if name == _CALL else call
            page.links.append(("internal", target, boxes.area(box), box))
    for page in pages:
        page.links = [_led_to_note(link, notes) for link in page.links if _is_own(link)]


def _note_inside(box: Box) -> Iterator[tuple[str, str]]:
    holder = boxes.identifier(box)
    for child in map(boxes.inner, box.children):
        if boxes.pseudo(child) == _CALL and holder and child.element is not box.element:
            yield holder, boxes.identifier(child)


def _led_to_note(link: tuple[Any, ...], notes: Mapping[str, str]) -> tuple[Any, ...]:
    kind, target, *rest = link
    return kind, notes.get(target, target) if kind == "internal" else target, *rest


def _is_own(link: tuple[Any, ...]) -> bool:
    """Whether a link isn't only that of what is around it: WeasyPrint repeats it for each box."""
    *_, box = link
    linked = box.element is None or "href" in box.element.attrib
    return linked or boxes.pseudo(box) in (_CALL, _MARKER)


def _begun_by_a_word(bookmark: tuple[Any, ...]) -> tuple[Any, ...]:
    level, label, *rest = bookmark
    return level, _UNWORDLY.sub("", label) or label, *rest


def as_read(signs: Mapping[int, str]) -> dict[int, str]:
    """Return what each glyph of a font is to be read as, from the first text it was drawn for.

    Hyphenation adds U+2010, which has a glyph of its own in our fonts and which no text of ours
    holds: a soft hyphen for a reader (ISO 32000-1, 14.8.2.2.3).
    """
    return {glyph: _SOFT_HYPHEN if text == _HYPHEN else text for glyph, text in signs.items()}
