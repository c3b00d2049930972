"""Finished editions in folders on the disk, and the Atom feed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from briefing import __version__
from briefing.clock import source_date
from briefing.documents import DocumentError
from briefing.documents.finished import read_carried
from briefing.errors import UsageError
from briefing.feeding import (
    Entry,
    Fault,
    FeedError,
    Finished,
    Settings,
    UnreadableError,
    atom,
    entries,
    read_page,
    read_pdf,
)
from briefing.feeding.values import PAGE, PDF
from briefing.files import check_folder, load_single, machine_error, write_atomically
from briefing.model.finding import message

_TYPES: Final = {".html": PAGE, ".htm": PAGE, ".pdf": PDF}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that was written."""

    path: Path
    entries: tuple[Entry, ...]
    size: int
    """Bytes."""


def write_feed(folders: Sequence[str | Path], out: str | Path, settings: Settings) -> Feed:
    """Write the feed of the editions in `folders` to `out`, whole or not at all.

    An edition without a date bears that of SOURCE_DATE_EPOCH. Raises `FeedError` with all that is
    wrong with the folders and files, `MachineError` if the feed can't be written, `UsageError`
    if it would replace what is no file.
    """
    path = Path(out)
    check_folder(path.parent)
    if path.exists() and not path.is_file():  # a device would be replaced by the feed
        raise UsageError(message("“{path}” isn't a plain file", path=str(path)))
    day = source_date()
    told = replace(
        settings, name=path.name, fallback=day.edtf if day else "", generator=__version__
    )
    faults: list[Fault] = []
    found = entries(list(_read(_paths(folders, faults), faults)), told, faults)
    data = atom(found, told)
    write_atomically(path, data)
    return Feed(path, found, len(data))


def _paths(folders: Iterable[str | Path], faults: list[Fault]) -> Iterator[Path]:
    """Yield the pages and PDFs of `folders`, each folder once."""
    for folder in dict.fromkeys(map(Path, folders)):
        if not folder.is_dir():
            told = message("there is no such folder")
            faults.append(Fault(str(folder), told))
            continue
        try:
            held = sorted(path for path in folder.iterdir() if _is_looked_at(path))
        except OSError as fault:
            raise machine_error(fault, folder) from fault
        if not held:
            told = message("it holds no edition: neither page nor PDF")
            hint = message("name a folder into which “briefing build” wrote")
            faults.append(Fault(str(folder), told, hint))
        yield from held


def _is_looked_at(path: Path) -> bool:
    return path.suffix.lower() in _TYPES and not path.name.startswith(".") and path.is_file()


def _read(paths: Iterable[Path], faults: list[Fault]) -> Iterator[Finished]:
    for path in paths:
        try:
            yield _finished(path)
        except (DocumentError, UnreadableError) as fault:
            faults.append(Fault(str(path), fault.message, fault.hint))


def _finished(path: Path) -> Finished:
    data = load_single(path).data
    media_type = _TYPES[path.suffix.lower()]
    told = read_page(data) if media_type == PAGE else read_pdf(read_carried(path.name, data))
    return Finished(str(path), path.name, media_type, len(data), told)


__all__ = ["Feed", "FeedError", "Settings", "write_feed"]
