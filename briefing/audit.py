"""Finished files on disk, audited against the dossier that they were made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from briefing import resources
from briefing.api import find_audience, read_dossier, require_sound
from briefing.auditing import Leaf, Needles, Owner, Places, Report, find_needles
from briefing.auditing import audit as _audit
from briefing.clearing import clear
from briefing.documents.opening import open_file
from briefing.files import CONFIG, INTRODUCTION, LOCK, load_file, load_single, plain_files
from briefing.model.dossier import Dossier
from briefing.proving import Lock, read_lock
from briefing.reading.decoding import decode

_TEXTS = {".j2", ".css"}


def audit(paths: Sequence[str | Path], dossier: str | Path, audience: str) -> Report:
    """Look in the files at `paths`, or in these folders, for what `dossier`, a folder, withholds from `audience`.

    Raises `UsageError` if a file, the dossier or the audience doesn't exist, `DossierError` if the
    dossier has errors, `DocumentError` if a file is encrypted or too large.
    """
    folder = Path(dossier)
    needles = needles_of(require_sound(read_dossier(folder)), audience, folder)
    files = [load_single(file) for path in paths for file in plain_files(Path(path))]
    return _audit((open_file(file.name, file.data) for file in files), needles, audience)


def audit_data(files: Mapping[str, bytes], needles: Needles, audience: str) -> Report:
    """Look for `needles` in files that are still in memory, by their names."""
    return _audit((open_file(name, data) for name, data in files.items()), needles, audience)


def needles_of(dossier: Dossier, audience: str, folder: Path) -> Needles:
    """Return what the `dossier` in `folder` withholds from `audience`."""
    chosen = find_audience(dossier, audience)
    cleared = clear(dossier, chosen).dossier
    lock = _lock(folder)
    return find_needles(
        dossier,
        cleared,
        chosen,
        ours=_ours(),
        beside=_passages(cleared, lock) if lock and not chosen.is_restricted else (),
        more=_digests(dossier, cleared, lock) if lock else (),
        places=Places(str(folder / CONFIG), str(folder / INTRODUCTION)),
    )


def _lock(folder: Path) -> Lock | None:
    file = load_file(folder, LOCK)
    text, findings = decode(file) if file else ("", [])
    return read_lock(text, file.path)[0] if file and not findings else None


def _passages(cleared: Dossier, lock: Lock) -> Iterator[str]:
    """Yield the visible quotations with the words around them, which a whole edition shows."""
    for extract in cleared.extracts:
        entry = lock.entries.get(extract.id)
        if entry:
            yield f"{entry.prefix}{extract.quotation}{entry.suffix}"
            yield from (f"{part.prefix}{part.exact}{part.suffix}" for part in entry.fragments)


def _digests(whole: Dossier, cleared: Dossier, lock: Lock) -> Iterator[Leaf]:
    """Yield the digests of the documents that no visible extract quotes."""
    seen = {extract.id for extract in cleared.extracts}
    known = {entry.sha256 for id_, entry in lock.entries.items() if id_ in seen}
    for extract in whole.extracts:
        entry = lock.entries.get(extract.id)
        if entry and entry.sha256 and entry.sha256 not in known:
            known.add(entry.sha256)
            owner = Owner("source", extract.source, extract.path)
            yield Leaf(owner, "sha256", entry.sha256)


@cache
def _ours() -> tuple[str, ...]:
    """Return the texts of any edition: templates, style sheets, labels in every language."""
    return tuple(_texts(_our_files()))


def _our_files() -> Iterator[Path]:
    for folder in (resources.templates_folder(), resources.styles_folder()):
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in _TEXTS)
    # A catalogue is bytes around texts, each of which ends in a zero.
    yield from sorted(resources.locale_folder().rglob("edition.mo"))


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        yield path.read_text("utf-8", "replace").replace("\0", "\n")
