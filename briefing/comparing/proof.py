"""Whether other extracts bear an item out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.comparing.entries import Entry
from briefing.comparing.matching import match
from briefing.comparing.snapshot import Snapshot
from briefing.model.changes import ItemKind


@dataclass(frozen=True, slots=True)
class Proofs:
    """The extracts of two versions, matched: under another id, one is no other extract."""

    new_ids: Mapping[str, str]
    """By their ids in the old version."""
    old_ids: Mapping[str, str]
    """By their ids in the new one."""
    spare: tuple[frozenset[str], frozenset[str]]
    """The ids of those that aren't printed, in the old version and in the new one."""
    comparable: bool = True
    """Whether both versions tell which extracts are printed, or neither."""

    def differences(self, old: Entry, new: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of the extracts that no longer bear an item out, and that now do.

        An extract that isn't printed plays no part: a PDF of ours doesn't name it.
        """
        if not self.comparable:
            return (), ()
        gone, come = old.extracts - new.extracts, new.extracts - old.extracts
        return (
            tuple(sorted(i for i in gone - self.spare[0] if self.new_ids.get(i) not in come)),
            tuple(sorted(i for i in come - self.spare[1] if self.old_ids.get(i) not in gone)),
        )


def proofs(old: Snapshot, new: Snapshot) -> Proofs:
    """Match the extracts of two versions."""
    ours, theirs = _extracts(old), _extracts(new)
    pairs = match(ours, theirs).pairs
    return Proofs(
        {before.id: after.id for before, after in pairs},
        {after.id: before.id for before, after in pairs},
        (_spare(ours), _spare(theirs)),
        comparable=old.verified == new.verified,
    )


def _extracts(snapshot: Snapshot) -> list[Entry]:
    return [entry for entry in snapshot.entries if entry.item is ItemKind.EXTRACT]


def _spare(extracts: list[Entry]) -> frozenset[str]:
    return frozenset(entry.id for entry in extracts if entry.spare)
