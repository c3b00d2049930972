"""The full texts found, in a dossier and in the folders that the user names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from briefing.documents import MAX_BYTES
from briefing.errors import UsageError
from briefing.files.loading import DOCUMENTS, SUFFIXES, is_inside
from briefing.files.machine import machine_error
from briefing.model.files import RawFile
from briefing.model.finding import message
from briefing.model.source import Source


def find_by_digest(folders: Iterable[Path], digests: Container[str], limit: int) -> dict[str, Path]:
    """Return the files of `folders` whose SHA-256 is among `digests`, by it.

    Files of more than `limit` bytes are passed over.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            for path in sorted(path for path in folder.iterdir() if path.is_file()):
                if path.stat().st_size <= limit:
                    digest = sha256(path.read_bytes()).hexdigest()
                    if digest in digests:
                        found.setdefault(digest, path)
        except OSError as fault:
            raise machine_error(fault, folder) from fault
    return found


def find_by_name(folders: Iterable[Path], name: str) -> Path | None:
    """Return the first file of this name in `folders`; a name is no path out of them."""
    if not name or "/" in name or "\\" in name or "\0" in name:
        return None
    return next((path for folder in folders if (path := folder / name).is_file()), None)


def require_folders(folders: Iterable[str | Path]) -> list[Path]:
    """Return `folders` as paths; raises `UsageError` if one doesn't exist.

    Left unsaid, a misspelt folder would look like absent documents.
    """
    paths = [Path(folder) for folder in folders]
    for path in paths:
        if not path.is_dir():
            raise UsageError(message("the folder “{path}” doesn't exist", path=str(path)))
    return paths


def find_folders(folders: Iterable[str | Path]) -> list[Path]:
    """Return `folders`, each followed by its own folder of documents if it is a dossier's.

    Raises `UsageError` if one doesn't exist.
    """
    pairs = ((path, path / DOCUMENTS) for path in require_folders(folders))
    return [path for pair in pairs for path in pair if path.is_dir()]


def find_names(folder: Path, extra: Iterable[Path] = ()) -> tuple[str, ...]:
    """Return the names of the documents at hand: in the dossier, its own folder, in `extra`."""
    places = [path for path in (folder / DOCUMENTS, *extra) if path.is_dir()]
    try:
        names = {path.name for place in places for path in place.iterdir() if path.is_file()}
        names |= {path.name for path in folder.iterdir() if path.suffix.lower() in SUFFIXES}
    except OSError as fault:
        raise machine_error(fault, folder) from fault
    return tuple(sorted(name for name in names if not name.startswith(".")))


def load_documents(
    folder: Path, sources: Iterable[Source], extra: Sequence[Path] = ()
) -> dict[str, RawFile]:
    """Read the full texts of `sources` that there are, by the id of the source.

    Each is looked for where its fiche says, if that is inside the dossier even through links, then
    by its file name in the dossier's folder of documents, then in each folder of `extra`. A
    fiche that names none may have one of its own name: `martin-2025.pdf` for `martin-2025.md`.
    """
    places = ((source.id, _first_document(folder, source, extra)) for source in sources)
    try:
        return {name: _load_document(folder, path) for name, path in places if path}
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def _load_document(folder: Path, path: Path) -> RawFile:
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    with path.open("rb") as file:
        return RawFile(str(path), name, file.read(MAX_BYTES + 1))  # more is refused anyway


def _first_document(folder: Path, source: Source, extra: Sequence[Path]) -> Path | None:
    named = [source.document] if source.document else [f"{source.id}{s}" for s in SUFFIXES]
    return next((path for name in named for path in _documents(folder, name, extra)), None)


def _documents(folder: Path, document: str, extra: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that may be `document`, the best first."""
    name = document.rpartition("/")[2]
    inside = (folder / document, folder / DOCUMENTS / name)
    yield from (path for path in inside if is_inside(path, folder) and path.is_file())
    yield from (path for place in extra if (path := place / name).is_file())
