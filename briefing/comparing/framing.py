"""Two versions whose frames are in two languages: « n° 3, février » is no rewording of “no. 3”."""

from __future__ import annotations

from dataclasses import replace

from briefing.comparing.snapshot import Snapshot
from briefing.model.changes import ItemKind
from briefing.model.languages import primary


def without_frames(old: Snapshot, new: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Return both versions, their references without words of the frame if these are in two languages.

    Authors, title, publisher, collection, date and address are then compared.
    """
    if _frame(old) == _frame(new):
        return old, new
    return _frameless(old), _frameless(new)


def _frame(version: Snapshot) -> str:
    """Return the language of a frame; that of any country where it is French, the words of which are one."""
    language = version.language.casefold()
    return "fr" if primary(language) == "fr" else language


def _frameless(version: Snapshot) -> Snapshot:
    entries = (
        replace(entry, text=entry.frameless) if entry.item is ItemKind.SOURCE else entry
        for entry in version.entries
    )
    return replace(version, entries=tuple(entries))
