"""Changes on the disk, noticed through watchfiles: what each burst of them touches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.watching.touching import TEMPLATES, Part, touched

if TYPE_CHECKING:
    from watchfiles.main import FileChange

PULSE = 500
"""Milliseconds between two looks at whether the folders are still the same."""
STILL = 20
"""Milliseconds without a change that end a burst: a save by renaming is two or three."""
LONGEST = 400
"""Milliseconds after which a burst is told all the same."""
EVERYTHING = frozenset(Part)

Identity = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Root:
    """A folder to watch; `within` is where a dossier would have it, "" for the dossier itself."""

    path: Path
    within: str = ""

    def part(self, path: Path) -> Part | None:
        """Return what a changed file of this folder is part of; None if it is no matter."""
        for base in (self.path, self.path.resolve()):
            if path.is_relative_to(base):
                return touched(f"{self.within}/{path.relative_to(base).as_posix()}".lstrip("/"))
        return None


def roots(folder: Path, templates: Iterable[str] = (), theme: str = "") -> list[Root]:
    """Return what to watch: a dossier, folders of templates, the folder of a theme if it is one."""
    found = [Root(folder), *(Root(Path(name), TEMPLATES) for name in templates)]
    if theme and Path(theme).is_dir():
        found.append(Root(Path(theme), "themes"))
    return found


async def bursts(watched: list[Root], stop: asyncio.Event) -> AsyncIterator[frozenset[Part]]:
    """Yield what each burst of changes touches, until `stop`.

    A folder that goes away is waited for: another one under its name is watched in its place.
    """
    while not stop.is_set():
        known = _identities(watched)
        if any(known.values()):
            async for parts in _bursts(watched, known, stop):
                yield parts
        else:
            await asyncio.sleep(PULSE / 1000)
        if _identities(watched) != known:
            yield EVERYTHING


async def _bursts(
    watched: list[Root], known: Mapping[Path, Identity], stop: asyncio.Event
) -> AsyncIterator[frozenset[Part]]:
    """Yield what is touched as long as the folders are those that are `known`."""
    from watchfiles import awatch

    there = [path for path, identity in known.items() if identity]
    began = False
    changes = awatch(
        *there,
        watch_filter=None,
        step=STILL,
        debounce=LONGEST,
        rust_timeout=PULSE,
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    )
    try:
        async for seen in changes:
            if _identities(watched) != known:
                return
            parts = _parts(seen, watched)
            if not began:  # what changed before the watch began went unseen
                began, parts = True, EVERYTHING
            if parts:
                yield parts
    except FileNotFoundError:  # gone since it was looked for
        await asyncio.sleep(PULSE / 1000)


def _parts(seen: Iterable[FileChange], watched: list[Root]) -> frozenset[Part]:
    found = (root.part(Path(name)) for _, name in seen for root in watched)
    return frozenset(part for part in found if part)


def _identities(watched: Iterable[Root]) -> dict[Path, Identity]:
    return {root.path: _identity(root.path) for root in watched}


def _identity(path: Path) -> Identity:
    """Return device and inode of a folder: another one may come back under its name."""
    try:
        told = path.stat()
    except OSError:
        return None
    return (told.st_dev, told.st_ino) if path.is_dir() else None
