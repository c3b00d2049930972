"""What of a briefing its reader sees: nothing else may be in a file that goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefing.model.briefing import Briefing
from briefing.model.notes import NoteEntry, SourceEntry


def printed(briefing: Briefing) -> tuple[NoteEntry, ...]:
    """Return the extracts that the notes quote, in their order."""
    return tuple(entry for note in briefing.notes for entry in note.entries)


def shown(briefing: Briefing) -> tuple[SourceEntry, ...]:
    """Return the sources that the list shows; without a list, those that the notes name."""
    entries = briefing.sources if "sources" in briefing.sections else tuple(_named(briefing))
    return tuple(_without_folder(entry) for entry in entries)


def _named(briefing: Briefing) -> Iterator[SourceEntry]:
    """Yield the sources of the notes, without what only a list would say of them."""
    quoted = Counter(entry.extract.source for entry in printed(briefing))
    for entry in briefing.sources:
        if count := quoted[entry.source.id]:
            bare = replace(entry.source, note="", reliability=None)
            yield replace(entry, source=bare, extracts=count)


def _without_folder(entry: SourceEntry) -> SourceEntry:
    return replace(entry, source=replace(entry.source, path=base_name(entry.source.path)))


def base_name(path: str) -> str:
    """Return the last part of `path`: a PDF bears no path of a machine."""
    return path.replace("\\", "/").rpartition("/")[2]
