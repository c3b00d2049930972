"""Where what may be remade at any time is kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing.errors import MachineError
from briefing.files.writing import check_folder, make_folder


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
