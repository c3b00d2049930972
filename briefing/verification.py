"""Checking a dossier on disk: its documents and its lock found, its quotations proved.

Beside `briefing.api`, which makes editions: a check needs documents, an edition doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.api import read_dossier, require_sound
from briefing.checking.characters import dossier_characters
from briefing.checking.editorial import editorial_findings
from briefing.checking.quotation_share import share_findings
from briefing.checking.silencing import settings_findings, silence
from briefing.checking.typography import typography_findings
from briefing.clock import today
from briefing.documents import DocumentError, read_document
from briefing.errors import UsageError
from briefing.files import LOCK, load_documents, load_dossier, load_file, write_atomically
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding, message
from briefing.proving import Lock, Proofs, Trace, is_proved, read_lock, write_lock
from briefing.proving import prove as _prove
from briefing.proving import trace as _trace
from briefing.reading.decoding import decode
from briefing.reading.dossier import read_raw_dossier
from briefing.reading.findings import did_you_mean, error

Folders = Sequence[str | Path]
"""Further folders in which full texts are looked for."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a dossier can be proved with, and what came of it."""

    texts: Mapping[str, Document]
    """By the id of the source."""
    proofs: Proofs
    """With the faults of the documents and of the lock among its findings."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    findings: tuple[Finding, ...]
    extracts: int
    verified: int
    """Quotations that stand word for word in their document, now or when it was locked."""
    silenced: int
    """Warnings that the dossier silences, with a reason."""


def check(folder: str | Path, documents: Folders = ()) -> Checked:
    """Read the dossier in `folder` and check all that can be checked.

    `documents` are further folders in which its full texts are looked for.
    """
    raw = load_dossier(Path(folder))
    reading = read_raw_dossier(raw)
    dossier = reading.dossier
    if dossier is None or raw.config is None:
        return Checked(reading.findings, 0, 0, 0)
    gathered = gather(folder, dossier, documents)
    found = [
        *reading.findings,
        *gathered.proofs.findings,
        *editorial_findings(dossier, raw.config.path),
        *dossier_characters(raw),
        *typography_findings(raw, dossier.language),
        *share_findings(dossier, {id_: document.text for id_, document in gathered.texts.items()}),
        *settings_findings(dossier.checks, raw.config.path),
    ]
    kept, silenced = silence(found, dossier.checks)
    findings = tuple(sorted(kept, key=lambda finding: finding.sort_key))
    verified = sum(is_proved(proof.entry) for proof in gathered.proofs.by_extract.values())
    return Checked(findings, len(dossier.extracts), verified, silenced)


def _documents(
    folder: Path, dossier: Dossier, extra: Folders
) -> tuple[dict[str, Document], list[Finding]]:
    """Return the full texts at hand by source, and what is wrong with the others."""
    folders = [Path(path) for path in extra]
    for path in folders:
        if not path.is_dir():  # left unsaid, a misspelt folder would look like absent documents
            raise UsageError(message("the folder “{path}” doesn't exist", path=str(path)))
    files = load_documents(folder, dossier.sources, folders)
    places = {source.id: (source.path, source.line) for source in dossier.sources}
    texts: dict[str, Document] = {}
    findings: list[Finding] = []
    for id_, file in files.items():
        try:
            texts[id_] = read_document(file.name, file.data)
        except DocumentError as fault:
            findings.append(error("BR607", *places[id_], fault.message, fault.hint))
    return texts, findings


def gather(folder: str | Path, dossier: Dossier, documents: Folders = ()) -> Gathered:
    """Prove the quotations of `dossier` against the full texts found beside it.

    What is found neither there nor in the folders `documents` is left to the lock.
    """
    texts, unread = _documents(Path(folder), dossier, documents)
    lock, unlocked = _lock(Path(folder))
    proofs = _prove(dossier, texts, lock)
    findings = (*unread, *unlocked, *proofs.findings)
    return Gathered(texts, replace(proofs, findings=findings))


def trace(folder: str | Path, extract_id: str, documents: Folders = ()) -> Trace:
    """Return the passage of one extract in its context; raises `UsageError` if unknown."""
    dossier = require_sound(read_dossier(folder))
    extracts = {extract.id: extract for extract in dossier.extracts}
    if extract_id not in extracts:
        text = message("there is no extract “{id}”", id=extract_id)
        raise UsageError(text, did_you_mean(extract_id, extracts))
    gathered = gather(folder, dossier, documents)
    proof = gathered.proofs.by_extract.get(extract_id)
    if proof is None:
        text = message("nothing is known of the place of “{id}”", id=extract_id)
        hint = message("put its document in documents/, or name its folder: --documents DIR")
        raise UsageError(text, hint)
    extract = extracts[extract_id]
    return _trace(extract, proof, gathered.texts.get(extract.source))


def write_lock_file(folder: str | Path, proofs: Proofs) -> Path:
    """Write `dossier.lock.json`, dated today."""
    path = Path(folder) / LOCK
    write_atomically(path, write_lock(proofs.lock(today().edtf)).encode())
    return path


def _lock(folder: Path) -> tuple[Lock | None, list[Finding]]:
    file = load_file(folder, LOCK)
    if file is None:
        return None, []
    text, findings = decode(file)
    return (None, findings) if findings else read_lock(text, file.path)
