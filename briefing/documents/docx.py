"""DOCX through python-docx: paragraphs and tables in order, then the notes.

The text is taken from the elements rather than from `Paragraph.text`, which leaves out what
stands in tracked insertions, content controls, fields and text boxes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from briefing.documents.errors import damaged, missing_extra, without_text
from briefing.documents.plain import without_odd_characters

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MAX_UNPACKED = 500_000_000
"""A small archive may unpack to more than any memory holds."""

_NOTES = ("/footnotes", "/endnotes")
_LEFT_OUT = frozenset({"pPr", "rPr", "tblPr", "del", "moveFrom", "Fallback"})
"""Properties, deleted text, and the second version of what some programs can't draw."""
_BOX = "txbxContent"
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


class _Element(Protocol):
    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    def __iter__(self) -> Iterator[_Element]: ...


def read_docx(name: str, data: bytes) -> str:
    """Return the paragraphs of a document, those of tables and notes included, one per line."""
    try:
        import docx
    except ImportError as fault:
        raise missing_extra(name, "docx") from fault
    try:
        _check_unpacked_size(data)
        blocks = list(_blocks_of(docx.Document(io.BytesIO(data))))
    except Exception as fault:  # a damaged file may fail anywhere in the library
        raise damaged(name, "DOCX", fault) from fault
    text = "\n".join(block for block in blocks if block.strip())
    if not text:
        raise without_text(name)
    return without_odd_characters(text)


def _check_unpacked_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > MAX_UNPACKED:
        raise ValueError(f"it unpacks to {size // 1_000_000} MB")


def _blocks_of(document: WordDocument) -> Iterator[str]:
    from docx.oxml import parse_xml

    yield from _blocks(document.element.body)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES) and not relation.is_external:
            yield from _blocks(parse_xml(relation.target_part.blob))


def _blocks(parent: _Element) -> Iterator[str]:
    """Yield the text of each paragraph under `parent`, at any depth of tables and controls."""
    for element in _shown(parent):
        if _kind(element) != "p":
            yield from _blocks(element)
            continue
        yield "".join(_pieces(element))
        for box in _boxes(element):
            yield from _blocks(box)


def _pieces(parent: _Element) -> Iterator[str]:
    """Yield the text of a paragraph, without its text boxes."""
    for element in _shown(parent):
        kind = _kind(element)
        if kind == "t":
            yield element.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind != _BOX:
            yield from _pieces(element)


def _boxes(parent: _Element) -> Iterator[_Element]:
    for element in _shown(parent):
        if _kind(element) == _BOX:
            yield element
        else:
            yield from _boxes(element)


def _shown(parent: _Element) -> Iterator[_Element]:
    return (element for element in parent if _kind(element) not in _LEFT_OUT)


def _kind(element: _Element) -> str:
    """Return the name of an element without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
