"""« Ce qui a changé » : the few changes that a returning reader should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.comparing.snapshot import Snapshot
from briefing.model.changes import Change, ChangeKind, Changes, ItemKind, at_place

MOST = 6
"""Changes told one by one, the sources apart; the others are counted."""
MOST_PARTS = 3
"""Positions of one party on one issue that are told of."""

_SECTIONS = {
    ItemKind.KEY_POINT: "points-clés",
    ItemKind.FIGURE: "chiffres",
    ItemKind.POSITION: "positions",
    ItemKind.DIVERGENCE: "divergences",
    ItemKind.QUESTION: "questions",
    ItemKind.DIVERGENCE_SIDE: "divergences",
    ItemKind.QUESTION_SIDE: "questions",
    ItemKind.EVENT: "chronologie",
    ItemKind.INTRODUCTION: "chapeau",
    ItemKind.PARTY: "positions",
    ItemKind.ISSUE: "positions",
    ItemKind.SOURCE: "sources",
}
"""The section that prints each kind of item; the others are printed in any case."""
_IN_ITEMS = (ItemKind.PARTY, ItemKind.ISSUE, ItemKind.EXTRACT)
"""That one came or went shows in the items that it has or bears out."""
_OF_NOTES = (ChangeKind.REWORDED, ChangeKind.SPEAKERS, ChangeKind.VERDICT)
"""What a note prints of an extract; its other tags show in the items that it bears out."""
_ITEMS = (
    *(ItemKind.KEY_POINT, ItemKind.FIGURE, ItemKind.POSITION, ItemKind.DIVERGENCE),
    ItemKind.QUESTION,
)
_SIDES = (ItemKind.DIVERGENCE_SIDE, ItemKind.QUESTION_SIDE)
_COMING = (ChangeKind.ADDED, ChangeKind.WITHDRAWN)
_MAJOR = (*_COMING, ChangeKind.REWORDED, ChangeKind.FIGURE)


def summarise(
    changes: Iterable[Change],
    old: Snapshot,
    new: Snapshot,
    sections: Sequence[str],
    *,
    reticent: bool = False,
) -> Changes | None:
    """Choose what an edition with `sections` tells of the `changes` from `old` to `new`.

    Told one by one, `MOST` of them at the most, with `MOST_PARTS` positions each: what is new,
    withdrawn or changed among key points, figures, positions, divergences and questions, in this
    order, then key points that more or fewer sources bear out, then sides of divergences and
    questions, then the chapeau, all its changes as one, then key points that lost a proof for
    another, then pull quotes.
    Sources that came or went make one line each. All else that the sections print is counted, but
    for the date of publication, which the section names, and what shows in other items. None if
    there is nothing to tell.

    An old version made for another audience may hold what this one must not: nothing is then said
    of what it alone holds, nor of any old version if the edition is to be `reticent`.
    """
    printed = [change for change in changes if _is_printed(change, sections)]
    if reticent or old.audience != new.audience:
        printed = [kept for change in printed for kept in _without_old(change)]
    printed = list(_with_one_introduction(printed))
    added = _sources(printed, ChangeKind.ADDED)
    withdrawn = _sources(printed, ChangeKind.WITHDRAWN)
    told = tuple(_told(printed))[:MOST]
    shown = tuple(_shortened(change) for change in told)
    others = len(printed) - len(shown) - len(added) - len(withdrawn)
    others += sum(len(change.items[MOST_PARTS:]) for change in told)
    return Changes(old.date, shown, added, withdrawn, others) if printed else None


def _shortened(change: Change) -> Change:
    kept = change.items[:MOST_PARTS]
    return replace(change, parts=tuple(part for parts in kept for part in parts))


def _is_printed(change: Change, sections: Sequence[str]) -> bool:
    if change.item is ItemKind.PUBLICATION:
        return False
    if change.item in _IN_ITEMS and change.kind in _COMING:
        return False
    if change.item is ItemKind.EXTRACT and change.kind not in _OF_NOTES:
        return False
    return change.item not in _SECTIONS or _SECTIONS[change.item] in sections


def _with_one_introduction(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield `changes`, those of the chapeau as one."""
    introduced = False
    for change in changes:
        if change.item is not ItemKind.INTRODUCTION:
            yield change
        elif not introduced:
            introduced = True
            yield Change(ChangeKind.MODIFIED, ItemKind.INTRODUCTION, "")


def _without_old(change: Change) -> Iterator[Change]:
    """Yield `change` without the words of the old version, if anything is left of it."""
    if change.parts:
        parts = tuple(kept for part in change.parts for kept in _without_old(part))
        if parts:
            yield at_place(change.label, parts)
    elif change.kind is not ChangeKind.WITHDRAWN and (
        change.kind is not ChangeKind.PROOF or change.new
    ):
        yield replace(change, old="", rewording=None)


def _sources(changes: Iterable[Change], kind: ChangeKind) -> tuple[str, ...]:
    sources = (change for change in changes if change.item is ItemKind.SOURCE)
    return tuple(change.label for change in sources if change.kind is kind)


def _told(changes: Sequence[Change]) -> Iterator[Change]:
    told = [change for change in changes if change.item in _ITEMS and _is_major(change)]
    yield from told
    points = [change for change in changes if change.item is ItemKind.KEY_POINT]
    reworded = {change.id for change in told}
    points = [change for change in points if change.id not in reworded]
    yield from (change for change in points if change.kind is ChangeKind.SUPPORT)
    yield from (change for change in changes if change.item in _SIDES and _is_major(change))
    yield from (change for change in changes if change.item is ItemKind.INTRODUCTION)
    yield from (change for change in points if change.kind is ChangeKind.PROOF and change.old)
    yield from (change for change in changes if change.item is ItemKind.PULL_QUOTE)


def _is_major(change: Change) -> bool:
    return change.kind in _MAJOR or bool(change.parts)
