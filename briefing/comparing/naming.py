"""Two versions in one form of their names: « D. Trump » is no rewording of « Donald Trump ».

An earlier item that comes or goes moves the first mention of a person or an acronym: the words
that print change, and nobody changed them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from briefing.assembling.neutral import neutral
from briefing.comparing.entries import Entry
from briefing.comparing.snapshot import Snapshot
from briefing.model.changes import ChangeKind, ItemKind

_WORDED = (
    ItemKind.KEY_POINT,
    ItemKind.INTRODUCTION,
    ItemKind.FIGURE,
    ItemKind.POSITION,
    ItemKind.DIVERGENCE,
    ItemKind.DIVERGENCE_SIDE,
    ItemKind.QUESTION,
    ItemKind.QUESTION_SIDE,
    ItemKind.EVENT,
    ItemKind.COVER,
    ItemKind.ILLUSTRATION,
    ItemKind.SECTION,
    ItemKind.BOX,
)
"""Whose words are the analyst's."""
_WORDED_ASPECTS = (ChangeKind.BRIEF, ChangeKind.STATEMENT, ChangeKind.NOTE)


def alike(old: Snapshot, new: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Return both versions with the people of either in short, its acronyms not spelled out."""
    people, acronyms = (*old.people, *new.people), (*old.acronyms, *new.acronyms)
    if not people and not acronyms:
        return old, new
    rewrite = neutral(people, acronyms)
    return _rewritten(old, rewrite), _rewritten(new, rewrite)


def _rewritten(version: Snapshot, rewrite: Callable[[str], str]) -> Snapshot:
    return replace(version, entries=tuple(_entry(entry, rewrite) for entry in version.entries))


def _entry(entry: Entry, rewrite: Callable[[str], str]) -> Entry:
    aspects = {
        kind: rewrite(value) if kind in _WORDED_ASPECTS else value
        for kind, value in entry.aspects.items()
    }
    return replace(
        entry,
        text=rewrite(entry.text) if entry.item in _WORDED else entry.text,
        aspects=MappingProxyType(aspects),
        sides=tuple(_entry(side, rewrite) for side in entry.sides),
    )
