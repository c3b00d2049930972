"""One full text, read by what its suffix says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from types import MappingProxyType

from briefing.documents.docx import read_docx
from briefing.documents.errors import DocumentError
from briefing.documents.html import read_html
from briefing.documents.pdf import read_pdf
from briefing.documents.plain import read_plain
from briefing.model.document import Document
from briefing.model.finding import message

MAX_BYTES = 50_000_000

Pages = tuple[int, ...]
Reader = Callable[[str, bytes], tuple[str, Pages]]


def read_document(name: str, data: bytes) -> Document:
    """Return the text of the file `name`, whose suffix gives the format.

    Raises `DocumentError` if there is none to be had, and `MachineError` naming the extra if the
    library for this format isn't installed.
    """
    file_name = name.rpartition("/")[2]
    read = _reader(file_name)
    _check_size(file_name, data)
    text, pages = read(file_name, data)
    return Document(file_name, text, sha256(data).hexdigest(), pages)


def _reader(name: str) -> Reader:
    stem, _, suffix = name.rpartition(".")
    reader = _READERS.get(suffix.lower()) if stem else None
    if reader is None:
        raise DocumentError(
            message("“{name}” is of no format that can be read", name=name),
            message(
                "convert it to one of these: {suffixes}",
                suffixes=", ".join(f".{suffix}" for suffix in _READERS),
            ),
        )
    return reader


def _check_size(name: str, data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise DocumentError(
            message(
                "“{name}” is larger than {limit} MB",
                name=name,
                limit=MAX_BYTES // 1_000_000,
            ),
            message("keep the part that is quoted, or convert it to plain text"),
        )


def _without_pages(read: Callable[[str, bytes], str]) -> Reader:
    return lambda name, data: (read(name, data), ())


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "txt": _without_pages(read_plain),
        "md": _without_pages(read_plain),
        "markdown": _without_pages(read_plain),
        "pdf": read_pdf,
        "html": _without_pages(read_html),
        "htm": _without_pages(read_html),
        "docx": _without_pages(read_docx),
    }
)
