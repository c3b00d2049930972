"""Dossiers read from the disk, and files that the user names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from briefing.documents import MAX_BYTES, DocumentError
from briefing.errors import UsageError
from briefing.files.machine import machine_error
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import message
from briefing.model.parts import LARGEST_PART
from briefing.reading.bibliography import named_file
from briefing.reading.parts import named_parts

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
        parts = _load_parts(folder, config)
        taken = {part.name for part in parts}
        return RawDossier(
            path=str(folder),
            config=config,
            introduction=load_file(folder, INTRODUCTION),
            fiches=tuple(file for file in fiches if file and file.name not in taken),
            bibliography=_load_named(folder, config, "bibliographie"),
            style=_load_named(folder, config, "style-bibliographique"),
            parts=parts,
            strays=tuple(f for f in _strays(folder) if f.name not in taken) if config else (),
        )
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def _load_parts(folder: Path, config: RawFile | None) -> tuple[RawFile, ...]:
    """Read the files of cover, figures and boxes that are inside the dossier, through links too.

    Of one that is too large, only so much is read that this shows.
    """
    names = named_parts(config.data) if config else ()
    inside = [name for name in names if is_inside(folder / name, folder)]
    return tuple(_load_part(folder, name) for name in inside if (folder / name).is_file())


def _load_part(folder: Path, name: str) -> RawFile:
    with (folder / name).open("rb") as file:
        return RawFile(str(folder / name), name, file.read(LARGEST_PART + 1))


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
    if not name or not is_inside(folder / name, folder):
        return None
    return load_file(folder, name)


def _is_fiche(path: Path) -> bool:
    hidden = path.name.startswith((".", "_"))
    return path.is_file() and not hidden and path.name.lower() not in NOT_FICHES


def load_file(folder: Path, name: str) -> RawFile | None:
    """Read one file of a dossier; None when it isn't there.

    Of one that is too large for anything, no more is read than tells so.
    """
    path = folder / name
    if not path.is_file():
        return None
    if path.stat().st_size <= MAX_BYTES:
        return RawFile(str(path), name, path.read_bytes())
    with path.open("rb") as opened:
        return RawFile(str(path), name, opened.read(MAX_BYTES + 1))


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


def plain_files(path: Path) -> list[Path]:
    """Return `path`, or the files of the folder that it is, those of its folders too, in order."""
    if not path.is_dir():
        return [path]
    try:
        return sorted(file for file in path.rglob("*") if file.is_file())
    except OSError as fault:
        raise machine_error(fault, path) from fault


def is_inside(path: Path, folder: Path) -> bool:
    """Say whether `path` lies in `folder`, links followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (RuntimeError, ValueError):  # links in a ring; a NUL in the name
        return False
