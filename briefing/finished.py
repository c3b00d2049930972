"""A finished PDF on disk: read back, its documents found, everything proved again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.documents import MAX_BYTES, DocumentError, read_document
from briefing.documents.errors import NotOursError
from briefing.documents.finished import read_finished
from briefing.files import find_by_digest, find_by_name, find_folders, load_single
from briefing.model.document import Document
from briefing.model.finding import message
from briefing.model.finished import FinishedPdf
from briefing.verifying import NAMES, Attached, Fault, Report, originals, read_attached
from briefing.verifying import verify as _verify


def verify(path: str | Path, documents: Sequence[str | Path] = ()) -> Report:
    """Verify the PDF at `path` and, in the folders `documents`, the full texts that it quotes.

    A folder may be a dossier: then its own folder of documents is looked into as well.
    Raises `UsageError` if the file or a folder doesn't exist, `NotOursError` if the file isn't a
    PDF that briefing made, `DocumentError` if it is damaged.
    """
    file = load_single(Path(path))
    folders = find_folders(documents)
    pdf = read_finished(Path(file.name).name, file.data)
    _require_ours(pdf)
    attached, reading = read_attached(pdf.attachments)
    if attached is None or not folders:
        return _verify(pdf, attached, reading)
    found = _find(attached, folders)
    return _verify(
        pdf, attached, reading, found.texts, found.unread, [str(path) for path in folders]
    )


def _require_ours(pdf: FinishedPdf) -> None:
    if not any(name in pdf.attachments for name in NAMES):
        raise NotOursError(
            message("“{name}” has no attachments: briefing didn't make it", name=pdf.name),
            message("name a PDF that “briefing build” made"),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    texts: Mapping[str, Document]
    """By the id of the source."""
    unread: tuple[Fault, ...]


def _find(attached: Attached, folders: Sequence[Path]) -> _Found:
    """Find and read the documents: the very bytes under any name, else what bears the name."""
    texts: dict[str, Document] = {}
    unread: list[Fault] = []
    for source, name, path in _places(attached, folders):
        try:
            texts[source] = read_document(name, load_single(path).data)
        except DocumentError as fault:
            unread.append(Fault(source, fault.message, fault.hint))
    return _Found(texts, tuple(unread))


def _places(attached: Attached, folders: Sequence[Path]) -> Iterator[tuple[str, str, Path]]:
    """Yield the source, the name that tells the format, and the file."""
    wanted = originals(attached)
    by_digest = find_by_digest(folders, {o.sha256 for o in wanted if o.sha256}, MAX_BYTES)
    for original in wanted:
        same = by_digest.get(original.sha256)
        if same:
            yield original.source, original.name or same.name, same
        elif path := find_by_name(folders, original.name):
            yield original.source, original.name, path
