"""Outputs written to the disk, each whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.errors import MachineError, UsageError
from briefing.files.machine import machine_error
from briefing.model.finding import message
from briefing.resources import starter_folder


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


def remove(paths: Iterable[Path]) -> None:
    """Remove files of ours that are there; raises `MachineError` if one can't be."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise machine_error(fault, path) from fault


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
