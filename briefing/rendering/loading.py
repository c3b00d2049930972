"""Where templates come from, as Jinja2 wants it."""

from __future__ import annotations

from typing import TypeAlias

from jinja2 import BaseLoader, FileSystemLoader

Loader: TypeAlias = BaseLoader


def folder_loader(*folders: str) -> Loader:
    """Return a loader that looks a template up in `folders`, in order."""
    return FileSystemLoader(folders)
