"""Where templates come from, as Jinja2 wants it."""

from __future__ import annotations

from jinja2 import BaseLoader, FileSystemLoader


def folder_loader(*folders: str) -> BaseLoader:
    """Return a loader that looks a template up in `folders`, in order."""
    return FileSystemLoader(folders)
