"""The only reader and writer of the disk: dossiers in, outputs out, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from briefing.documents import MAX_BYTES, DocumentError
from briefing.errors import MachineError, UsageError
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import message
from briefing.model.source import Source
from briefing.reading.bibliography import named_file
from briefing.resources import starter_folder

CONFIG = "dossier.toml"
DOCUMENTS = "documents"
INTRODUCTION = "chapeau.md"
LOCK = "dossier.lock.json"
SUFFIXES = (".txt", ".pdf", ".docx", ".html", ".htm")
"""Of a document that goes by the name of its fiche; not `.md`, which is the fiche's own."""
NOT_FICHES = frozenset({INTRODUCTION, "readme.md", "lisezmoi.md", "changelog.md"})
"""Markdown files that may stand in a dossier without being reading notes."""


MAX_STRAY = 1_000_000
"""Bytes of a text that may be a fiche in a wrong place."""


def load_dossier(folder: Path) -> RawDossier:
    """Read the files of the dossier in `folder`; raises `UsageError` if there is no folder."""
    if not folder.exists():
        raise UsageError(
            message("the folder “{path}” doesn't exist", path=str(folder)),
            message("“briefing new {path}” makes a dossier there", path=str(folder)),
        )
    if not folder.is_dir():
        hint = message("name the folder that holds dossier.toml")
        raise UsageError(message("“{path}” isn't a folder", path=str(folder)), hint)
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".md")
        fiches = [load_file(folder, name) for name in names if _is_fiche(folder / name)]
        config = load_file(folder, CONFIG)
        return RawDossier(
            path=str(folder),
            config=config,
            introduction=load_file(folder, INTRODUCTION),
            fiches=tuple(file for file in fiches if file),
            bibliography=_load_named(folder, config, "bibliographie"),
            style=_load_named(folder, config, "style-bibliographique"),
            strays=tuple(_strays(folder)) if config else (),
        )
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def _strays(folder: Path) -> Iterator[RawFile]:
    """Yield the small texts where a fiche may have been put that isn't read."""
    for place in sorted(folder.iterdir()):
        if place.name.startswith((".", "_")) or place.name == DOCUMENTS:
            continue
        inside = place.is_dir() and os.access(place, os.R_OK | os.X_OK)
        suffixes = (".md", ".txt") if inside else (".txt", ".markdown")
        for path in sorted(place.iterdir()) if inside else [place]:
            if path.suffix.lower() in suffixes and _is_fiche(path) and _is_small(path):
                yield RawFile(str(path), path.relative_to(folder).as_posix(), path.read_bytes())


def _is_small(path: Path) -> bool:
    return os.access(path, os.R_OK) and path.stat().st_size <= MAX_STRAY


def _load_named(folder: Path, config: RawFile | None, key: str) -> RawFile | None:
    """Read the file that dossier.toml names, if it is inside the dossier even through links."""
    name = named_file(config.data, key) if config else ""
    if not name or not _is_inside(folder / name, folder):
        return None
    return load_file(folder, name)


def _is_fiche(path: Path) -> bool:
    hidden = path.name.startswith((".", "_"))
    return path.is_file() and not hidden and path.name.lower() not in NOT_FICHES


def load_file(folder: Path, name: str) -> RawFile | None:
    """Read one file of a dossier; None when it isn't there."""
    path = folder / name
    if not path.is_file():
        return None
    return RawFile(str(path), name, path.read_bytes())


def load_single(path: Path) -> RawFile:
    """Read the file that the user names.

    Raises `UsageError` if it isn't there or is no plain file, for a device or pipe may have no
    end, and `DocumentError` if it has more than `MAX_BYTES`.
    """
    if path.is_dir():
        raise UsageError(message("“{path}” is a folder, not a file", path=str(path)))
    if not path.exists():
        raise UsageError(message("the file “{path}” doesn't exist", path=str(path)))
    if not path.is_file():
        raise UsageError(message("“{path}” isn't a plain file", path=str(path)))
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            text = message("“{name}” is larger than {limit} MB", name=path.name, limit=limit)
            raise DocumentError(text)
        return RawFile(str(path), path.name, path.read_bytes())
    except OSError as fault:
        raise machine_error(fault, path) from fault


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
    yield from (path for path in inside if _is_inside(path, folder) and path.is_file())
    yield from (path for place in extra if (path := place / name).is_file())


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (RuntimeError, ValueError):  # links in a ring; a NUL in the name
        return False


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write `files` into `folder`, each whole or not at all; none if one can't be written.

    Every file is first written beside its place, and only when all are on disk do they take
    their names.
    """
    for place in {(folder / name).parent for name in files}:
        make_folder(place)
    _check_places(folder / name for name in files)
    staged: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            staged.append((_stage(folder / name, data), folder / name))
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as fault:
        # Of the temporary name, the user knows nothing.
        fault.filename = fault.filename2 or str(folder)
        raise machine_error(fault, folder) from fault
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return [path for _, path in staged]


def copy_starter(folder: Path) -> list[Path]:
    """Copy the starter dossier into `folder`, which must not hold anything yet."""
    if folder.exists() and not _is_empty(folder):
        raise UsageError(
            message("“{path}” exists already and isn't an empty folder", path=str(folder)),
            message("name a new folder"),
        )
    starter = starter_folder()
    sources = sorted(path for path in starter.rglob("*") if path.is_file())
    return write_all(
        folder, {str(path.relative_to(starter)): path.read_bytes() for path in sources}
    )


def _is_empty(folder: Path) -> bool:
    """Say whether `folder` holds no file; folders without any may be left from a failed run."""
    return folder.is_dir() and all(path.is_dir() for path in folder.rglob("*"))


def write_atomically(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all, making its folder."""
    write_all(path.parent, {path.name: data})


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` into `folder`, which appears with all of them or not at all.

    Another process may have made it meanwhile, of the same files: its own then stays. A folder
    that lacks some, or has them spoilt, gets them one by one.
    """
    make_folder(folder.parent)
    try:
        if folder.is_dir():
            missing = {n: data for n, data in files.items() if not _holds(folder / n, data)}
            write_all(folder, missing)
            return
        with tempfile.TemporaryDirectory(
            dir=folder.parent, prefix=f".{folder.name}.", ignore_cleanup_errors=True
        ) as staged:
            write_all(Path(staged) / folder.name, files)
            _name_folder(Path(staged) / folder.name, folder)
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _name_folder(staged: Path, folder: Path) -> None:
    try:
        staged.rename(folder)
    except OSError as fault:
        if fault.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise


def check_folder(folder: Path) -> None:
    """Raise `MachineError` now if nothing could be written to `folder` later."""
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not nearest.is_dir():
        raise MachineError(
            message("“{path}” is a file, not a folder", path=str(nearest)),
            message("choose another folder to write to"),
        )
    if not os.access(nearest, os.W_OK | os.X_OK):
        fault = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        raise machine_error(fault, nearest)


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents; raises `MachineError` if that can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def cache_folder() -> Path:
    """Return the folder for what may be remade at any time, in the user's cache or else in tmp.

    A relative path is none (XDG Base Directory Specification), and nothing would find it again.
    """
    for folder in _caches():
        with suppress(MachineError):
            check_folder(folder)
            make_folder(folder)
            return folder
    folder = Path(tempfile.gettempdir()) / "briefing-cache"
    make_folder(folder)
    return folder


def _caches() -> Iterator[Path]:
    """Yield the folder that the user has for caches, if there is a user."""
    told = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):  # in a container, a number without a name has no home
        base = told if told.is_absolute() else Path("~/.cache").expanduser()
        if base.is_absolute():
            yield base / "briefing"


_REASONS = {
    errno.ENOENT: message("“{path}”: No such file or directory").template,
    errno.EACCES: message("“{path}”: Permission denied").template,
    errno.EPERM: message("“{path}”: Operation not permitted").template,
    errno.EISDIR: message("“{path}”: Is a directory").template,
    errno.ENOTDIR: message("“{path}”: Not a directory").template,
    errno.ENOSPC: message("“{path}”: No space left on device").template,
    errno.EROFS: message("“{path}”: Read-only file system").template,
    errno.ENAMETOOLONG: message("“{path}”: File name too long").template,
}
"""What the system says most often, to be translated: it speaks the language of its locale."""


def machine_error(fault: OSError, path: Path) -> MachineError:
    """Turn an `OSError` into a sentence that names the file and the reason."""
    named = str(fault.filename or path)
    reason = fault.strerror or str(fault)
    known = _REASONS.get(fault.errno or 0) if fault.strerror else None
    return MachineError(
        message(known, path=named)
        if known
        else message("“{path}”: {reason}", path=named, reason=reason),
        message("check the disk space and your rights on the folder, or choose another one"),
    )


def _check_places(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            raise machine_error(IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), path)


def _stage(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
