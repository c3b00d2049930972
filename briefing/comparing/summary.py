"""« Ce qui a changé » : the few changes that a returning reader should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.comparing.snapshot import Snapshot
from briefing.model.changes import Change, ChangeKind, Changes, ItemKind

MOST = 6
"""Changes told one by one, the sources apart; the others are counted."""
MOST_PARTS = 3
"""Of the positions of one party on one issue that changed."""

_SECTIONS = {
    ItemKind.KEY_POINT: "points-clés",
    ItemKind.POSITION: "positions",
    ItemKind.DIVERGENCE: "divergences",
    ItemKind.QUESTION: "questions",
    ItemKind.DIVERGENCE_SIDE: "divergences",
    ItemKind.QUESTION_SIDE: "questions",
    ItemKind.EVENT: "chronologie",
    ItemKind.SOURCE: "sources",
}
"""The section that prints each kind of item; the others are printed in any case."""
_ITEMS = (ItemKind.KEY_POINT, ItemKind.POSITION, ItemKind.DIVERGENCE, ItemKind.QUESTION)
_MAJOR = (ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.REWORDED, ChangeKind.MOVED)


def summarise(
    changes: Iterable[Change], old: Snapshot, new: Snapshot, sections: Sequence[str]
) -> Changes | None:
    """Choose what an edition with `sections` tells of the `changes` from `old` to `new`.

    Told one by one, `MOST` of them at the most, with `MOST_PARTS` each: what is new, withdrawn, reworded or moved among
    key points, positions, divergences and questions, in this order, then key points that more or
    fewer sources bear out. Sources that came or went make one line each. All else that the
    sections print is counted; extracts that came or went show in the items that they bear out.
    None if there is nothing to tell.

    An old version made for another audience may hold what this one must not: nothing is then said
    of what it alone holds.
    """
    printed = [change for change in changes if _is_printed(change, sections)]
    if old.audience != new.audience:
        printed = [kept for change in printed for kept in _without_old(change)]
    added = _sources(printed, ChangeKind.ADDED)
    withdrawn = _sources(printed, ChangeKind.WITHDRAWN)
    told = tuple(_told(printed))[:MOST]
    shown = tuple(replace(change, parts=change.parts[:MOST_PARTS]) for change in told)
    others = len(printed) - len(shown) - len(added) - len(withdrawn)
    others += sum(len(change.parts[MOST_PARTS:]) for change in told)
    return Changes(old.date, shown, added, withdrawn, others) if printed else None


def _is_printed(change: Change, sections: Sequence[str]) -> bool:
    if change.item is ItemKind.EXTRACT and change.kind in _MAJOR[:2]:
        return False
    return change.item not in _SECTIONS or _SECTIONS[change.item] in sections


def _without_old(change: Change) -> Iterator[Change]:
    """Yield `change` without the words of the old version, if anything is left of it."""
    parts = tuple(kept for part in change.parts for kept in _without_old(part))
    gone = change.kind is ChangeKind.WITHDRAWN or (change.parts and not parts)
    if not gone:
        yield replace(change, old="", rewording=None, parts=parts)


def _sources(changes: Iterable[Change], kind: ChangeKind) -> tuple[str, ...]:
    sources = (change for change in changes if change.item is ItemKind.SOURCE)
    return tuple(change.label for change in sources if change.kind is kind)


def _told(changes: Sequence[Change]) -> Iterator[Change]:
    told = [change for change in changes if change.item in _ITEMS and change.kind in _MAJOR]
    yield from told
    reworded = {change.id for change in told}
    for change in changes:
        support = change.kind is ChangeKind.SUPPORT and change.item is ItemKind.KEY_POINT
        if support and change.id not in reworded:
            yield change
