"""One of our own PDFs, read back: its pages, its attachments, its Info dictionary."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefing.documents.drawn import page_digests
from briefing.documents.errors import DocumentError, NotOursError
from briefing.documents.pdf import faults_told
from briefing.model.finding import message
from briefing.model.finished import FinishedPdf

if TYPE_CHECKING:
    import pypdf

_HEADER_WITHIN = 1024
"""Bytes in which readers look for the marks of a PDF's start and end (ISO 32000-1, annex H)."""
_RAISED = 0.2
"""A call of a note stands higher than its line by more than this part of its size."""
_SMALLER = 0.85
"""And is smaller than this part of it."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LOWERED = 0.7
"""The next line stands lower by more than this part of its size."""
_SAME_SIZE = 0.05
"""Points by which one size of type may differ from itself."""


def read_finished(name: str, data: bytes) -> FinishedPdf:
    """Return what the PDF `name` holds; raises `DocumentError` if it can't be read whole."""
    _require_whole(name, data)
    with faults_told(name):
        return _read(name, data)


def read_carried(name: str, data: bytes) -> FinishedPdf:
    """Return the same without what takes long: of the pages the first alone, and no digest."""
    _require_whole(name, data)
    with faults_told(name):
        return _read(name, data, first_alone=True)


def _require_whole(name: str, data: bytes) -> None:
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotOursError(message("“{name}” isn't a PDF", name=name), _NAME_A_PDF)
    if b"%%EOF" not in data[-_HEADER_WITHIN:]:
        raise DocumentError(
            message("“{name}” is cut short: its end is missing", name=name),
            message("copy or download the file again"),
        )


_NAME_A_PDF = message("name a PDF that “briefing build” made")


def _read(name: str, data: bytes, *, first_alone: bool = False) -> FinishedPdf:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    attached = {key: versions[-1] for key, versions in reader.attachments.items() if versions}
    info = {key: str(value) for key, value in (reader.metadata or {}).items()}
    drawn = () if first_alone else page_digests(reader)  # before anything is made legible
    pages = reader.pages[:1] if first_alone else reader.pages
    return FinishedPdf(
        name,
        tuple(_without_calls(page) for page in pages),
        MappingProxyType(attached),
        MappingProxyType(info),
        drawn,
    )


def _without_calls(page: pypdf.PageObject) -> str:
    make_legible(page)
    line = _Line()
    page.extract_text(visitor_text=line.visit)
    return "".join(line.pieces)


def make_legible(page: pypdf.PageObject) -> None:
    """Let pypdf read the fonts that lack a sign.

    WeasyPrint gives them an encoding of their own, in which each sign still has two bytes and that
    draws what is missing as glyph 0. pypdf knows encodings by their names alone; the text is that
    of `ToUnicode` in any of them.
    """
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    resources: Any = page.get_inherited("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    for font in (held.get_object() for held in fonts.values()):
        own = "/Encoding" in font and isinstance(font["/Encoding"], StreamObject)
        if own and "/ToUnicode" in font:
            font[NameObject("/Encoding")] = NameObject("/Identity-H")


def _in_reading_order(text: str) -> str:
    """Put what follows Arabic or Hebrew after it.

    pypdf turns such a run round with the spaces and marks at its end, which belong to the line
    from left to right.
    """
    first = _RIGHT_TO_LEFT.search(text)
    if first is None or text[0].isalpha():
        return text
    run = text.rstrip("\n")
    return run[first.start() :] + run[: first.start()][::-1] + text[len(run) :]


@dataclass(slots=True)
class _Line:
    """The line being read, and what was kept so far."""

    pieces: list[str] = field(default_factory=list)
    size: float = 0.0
    """Of the last type that was kept, in points."""
    height: float = 0.0
    """Of its baseline on the page, upwards."""
    call: str = ""
    """What was just left out as one."""

    def visit(
        self, text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float
    ) -> None:
        """Keep one run of text, unless it is the call of a note: small raised digits.

        A line in another size of type begins another block, after an empty line. pypdf sees no line
        end where a small line follows a large one closely, as what a figure measures follows it.
        """
        if not text.strip():
            self.pieces.append(text)
            self.call = "" if text else self.call
            return
        size = abs(size * tm[3] * cm[3])
        height = tm[5] * cm[3] + cm[5]
        if self._is_call(text, size, height):
            self.call = text
            return
        if self.call and text[0].isalpha() and self._is_raised(height):
            text = f"{self.call}{text}"  # an ordinal, raised whole: « 2e »
        self.call = ""
        if self.size and abs(size - self.size) > _SAME_SIZE:
            if self._at_line_start():
                self.pieces.append("\n")
            elif self.height - height > _LOWERED * size:
                self.pieces.append("\n\n")
        self.pieces.append(_in_reading_order(text))
        self.size, self.height = size, height

    def _is_call(self, text: str, size: float, height: float) -> bool:
        digits = text.replace(",", "")
        return (
            self._is_raised(height)
            and size < _SMALLER * self.size
            and (digits.isdecimal() or not digits)
        )

    def _is_raised(self, height: float) -> bool:
        return _RAISED * self.size < height - self.height < self.size

    def _at_line_start(self) -> bool:
        last = next((piece for piece in reversed(self.pieces) if piece), "")
        return last.endswith("\n")
