"""What changed between two versions, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.comparing.matching import match
from briefing.comparing.snapshot import Entry, Snapshot
from briefing.comparing.wording import reword, wording
from briefing.model.changes import Change, ChangeKind, ItemKind

_MOVING = frozenset(ChangeKind) - {ChangeKind.SUPPORT}
"""What makes a position another one; more sources for the same don't."""

_COMING = (ChangeKind.ADDED, ChangeKind.WITHDRAWN)


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Return the changes from `old` to `new`: by kind of item, then in the order of `new`.

    Items are matched by id, then by words (see `match`). An item whose words differ by their
    typography alone hasn't changed. The positions of one party on one issue make one change. The
    sides of a question or divergence follow it. Extracts come or go if they are printed, which a
    version without verdicts doesn't tell: then only two such versions are compared in that.
    """
    return tuple(change for kind in ItemKind for change in _of_kind(kind, old, new))


def _of_kind(kind: ItemKind, old: Snapshot, new: Snapshot) -> Iterator[Change]:
    ours = [entry for entry in old.entries if entry.item is kind]
    theirs = [entry for entry in new.entries if entry.item is kind]
    if kind is not ItemKind.POSITION:
        changes = _compare(ours, theirs)
        told = kind is not ItemKind.EXTRACT or old.verified == new.verified
        yield from (change for change in changes if told or change.kind not in _COMING)
        return
    for place in dict.fromkeys(entry.place for entry in (*theirs, *ours)):
        before = [entry for entry in ours if entry.place == place]
        after = [entry for entry in theirs if entry.place == place]
        yield from _at_place(before, after)


def _at_place(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    """Compare the positions of one party on one issue: there may be none, one or several."""
    changes = tuple(_compare(old, new))
    parts = tuple(change for change in changes if change.kind in _MOVING)
    if not (old and new):
        yield from changes
        return
    if parts:
        yield Change(
            ChangeKind.MOVED, ItemKind.POSITION, "", label=(new or old)[0].label, parts=parts
        )
    yield from (change for change in changes if change.kind not in _MOVING)


def _compare(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    matching = match(old, new)
    for entry in (entry for entry in matching.added if not entry.spare):
        yield Change(ChangeKind.ADDED, entry.item, entry.id, "", entry.text, entry.label)
    for before, after in matching.pairs:
        yield from _differences(before, after)
        yield from _compare(before.sides, after.sides)
    for entry in (entry for entry in matching.withdrawn if not entry.spare):
        yield Change(
            ChangeKind.WITHDRAWN, entry.item, "", entry.text, "", entry.label, old_id=entry.id
        )


def _differences(old: Entry, new: Entry) -> Iterator[Change]:
    """Tell what changed in one item: its words, then each aspect that both versions tell."""

    def change(kind: ChangeKind, before: str, after: str, text: str) -> Change:
        return Change(kind, new.item, new.id, before, after, new.label, text, old.id)

    if wording(old.text) != wording(new.text):
        reworded = change(ChangeKind.REWORDED, old.text, new.text, "")
        yield replace(reworded, rewording=reword(old.text, new.text))
    for kind in ChangeKind:
        before, after = old.aspects.get(kind), new.aspects.get(kind)
        if before is not None and after is not None and wording(before) != wording(after):
            yield change(kind, before, after, new.text)
