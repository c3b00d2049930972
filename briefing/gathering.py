"""What a dossier on disk can be proved with: its documents and its lock, found and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.anchoring import Locator
from briefing.documents import DocumentError, read_document
from briefing.files import LOCK, find_names, load_documents, load_file, require_folders
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.proving import Lock, Proofs, prove, read_lock
from briefing.reading.decoding import decode
from briefing.reading.fiche import FicheReader, read_fiche
from briefing.reading.findings import error

Folders = Sequence[str | Path]
"""Further folders in which full texts are looked for."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the parts of a dossier; who reads it often has these remember."""

    fiche: FicheReader = read_fiche
    document: Callable[[str, bytes], Document] = read_document
    locator: Callable[[str], Locator] = Locator


PLAIN = Readers()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a dossier can be proved with, and what came of it."""

    texts: Mapping[str, Document]
    """By the id of the source."""
    proofs: Proofs
    """With the faults of the documents and of the lock among its findings."""


def gather(
    folder: str | Path, dossier: Dossier, documents: Folders = (), readers: Readers = PLAIN
) -> Gathered:
    """Prove the quotations of `dossier` against the full texts found beside it.

    What is found neither there nor in the folders `documents` is left to the lock.
    """
    texts, unread = _documents(Path(folder), dossier, documents, readers)
    lock, unlocked = _lock(Path(folder))
    names = find_names(Path(folder), map(Path, documents))
    proofs = prove(dossier, texts, lock, names, readers.locator)
    findings = (*unread, *unlocked, *proofs.findings)
    return Gathered(texts, replace(proofs, findings=findings))


def _documents(
    folder: Path, dossier: Dossier, extra: Folders, readers: Readers
) -> tuple[dict[str, Document], list[Finding]]:
    """Return the full texts at hand by source, and what is wrong with the others."""
    folders = require_folders(extra)
    files = load_documents(folder, dossier.sources, folders)
    places = {s.id: (s.path, s.document_line or s.line) for s in dossier.sources}
    texts: dict[str, Document] = {}
    findings: list[Finding] = []
    for id_, file in files.items():
        try:
            texts[id_] = readers.document(file.name, file.data)
        except DocumentError as fault:
            findings.append(error("BR607", *places[id_], fault.message, fault.hint))
    return texts, findings


def _lock(folder: Path) -> tuple[Lock | None, list[Finding]]:
    file = load_file(folder, LOCK)
    if file is None:
        return None, []
    text, findings = decode(file)
    return (None, findings) if findings else read_lock(text, file.path)
