"""What changed between two versions, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.comparing.entries import Entry
from briefing.comparing.framing import without_frames
from briefing.comparing.matching import match
from briefing.comparing.naming import alike
from briefing.comparing.proof import Proofs, proofs
from briefing.comparing.snapshot import Snapshot
from briefing.comparing.wording import reword, wording
from briefing.model.changes import Change, ChangeKind, ItemKind, at_place

_CHANGING = frozenset(ChangeKind) - {ChangeKind.SUPPORT, ChangeKind.PROOF, ChangeKind.BRIEF}
"""What changes a position; more sources or other words in the matrix for the same don't."""

_COMING = (ChangeKind.ADDED, ChangeKind.WITHDRAWN)


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Return the changes from `old` to `new`: by kind of item, then in the order of `new`.

    Items are matched by id, then by words (see `match`). An item whose words differ by their
    typography alone hasn't changed. The positions of one party on one issue make one change. The
    sides of a question or divergence follow it. A pull quote comes or goes. Extracts come or go if they are printed, which a
    version without verdicts doesn't tell: then only two such versions are compared in that. So are
    chapeaus, if both versions tell theirs. What changed in an extract isn't told again where the
    figure, position or event that it is has told it. People are named in short, and acronyms not spelled
    out: see `alike`; references in two languages are compared by what they hold.
    """
    old, new = alike(*without_frames(old, new))
    proof = proofs(old, new)
    return tuple(_once([c for kind in ItemKind for c in _of_kind(kind, old, new, proof)]))


def _once(changes: Sequence[Change]) -> Iterator[Change]:
    all_ = [part for change in changes for part in (change, *change.parts)]
    told = {_tag(change) for change in all_ if change.item in _OF_EXTRACTS}
    for change in changes:
        if change.item is not ItemKind.EXTRACT or _tag(change) not in told:
            yield change


_OF_EXTRACTS = (ItemKind.FIGURE, ItemKind.POSITION, ItemKind.EVENT)
"""An extract may be one by itself, under its id, which a position follows by “/” and its place."""


def _tag(change: Change) -> tuple[str, ...]:
    """Return what changed; the words of such an item are the statement of its extract."""
    words = change.kind is ChangeKind.REWORDED and change.item in _OF_EXTRACTS
    kind = ChangeKind.STATEMENT if words else change.kind
    ids = (id_.partition("/")[0] for id_ in (change.old_id, change.id))
    return kind, *ids, change.old, change.new


def _of_kind(kind: ItemKind, old: Snapshot, new: Snapshot, proof: Proofs) -> Iterator[Change]:
    ours = [entry for entry in old.entries if entry.item is kind]
    theirs = [entry for entry in new.entries if entry.item is kind]
    if kind is ItemKind.INTRODUCTION and old.introduced != new.introduced:
        return
    if kind is not ItemKind.POSITION:
        changes = _compare(ours, theirs, proof)
        told = kind is not ItemKind.EXTRACT or old.verified == new.verified
        yield from (
            change
            for change in changes
            if (kind is not ItemKind.PULL_QUOTE if change.kind not in _COMING else told)
        )
        return
    for place in dict.fromkeys(entry.place for entry in (*theirs, *ours)):
        before = [entry for entry in ours if entry.place == place]
        after = [entry for entry in theirs if entry.place == place]
        yield from _at_place(before, after, proof)


def _at_place(old: Sequence[Entry], new: Sequence[Entry], proof: Proofs) -> Iterator[Change]:
    """Compare the positions of one party on one issue: there may be none, one or several."""
    changes = tuple(_compare(old, new, proof))
    parts = tuple(change for change in changes if change.kind in _CHANGING)
    if not (old and new):
        yield from changes
        return
    if parts:
        yield at_place(new[0].label, parts)
    yield from (change for change in changes if change.kind not in _CHANGING)


def _compare(old: Sequence[Entry], new: Sequence[Entry], proof: Proofs) -> Iterator[Change]:
    matching = match(old, new)
    for entry in (entry for entry in matching.added if not entry.spare):
        yield Change(ChangeKind.ADDED, entry.item, entry.id, "", entry.text, entry.label)
    for before, after in matching.pairs:
        yield from _differences(before, after, proof)
        yield from _compare(before.sides, after.sides, proof)
    for entry in (entry for entry in matching.withdrawn if not entry.spare):
        yield Change(
            ChangeKind.WITHDRAWN, entry.item, "", entry.text, "", entry.label, old_id=entry.id
        )


def _differences(old: Entry, new: Entry, proof: Proofs) -> Iterator[Change]:
    """Tell what changed in one item: its words, each aspect that both versions tell, its proof."""

    def change(kind: ChangeKind, before: str, after: str, text: str) -> Change:
        return Change(kind, new.item, new.id, before, after, new.label, text, old.id)

    if _differ(old.text, new.text):
        reworded = change(ChangeKind.REWORDED, old.text, new.text, "")
        yield replace(reworded, rewording=reword(old.text, new.text))
    changed = tuple(_aspects(old, new))
    for kind in changed:
        yield change(kind, old.aspects[kind], new.aspects[kind], new.text)
    gone, come = proof.differences(old, new)
    if (gone or come) and ChangeKind.SUPPORT not in changed:
        yield change(ChangeKind.PROOF, ", ".join(gone), ", ".join(come), new.text)


def _aspects(old: Entry, new: Entry) -> Iterator[ChangeKind]:
    """Yield the aspects that changed, without those that only follow another change."""
    known = [kind for kind in ChangeKind if kind in old.aspects and kind in new.aspects]
    changed = {kind for kind in known if _differ(old.aspects[kind], new.aspects[kind])}
    if ChangeKind.DATE in changed:
        changed -= {ChangeKind.APPROXIMATION}
    if all(
        not _differ(entry.aspects.get(ChangeKind.BRIEF, ""), entry.text) for entry in (old, new)
    ):
        changed -= {ChangeKind.BRIEF}
    yield from (kind for kind in known if kind in changed)


def _differ(one: str, other: str) -> bool:
    return wording(one) != wording(other)
