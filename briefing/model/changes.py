"""What changed between two versions of a briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from briefing.model.dates import Date


class ChangeKind(StrEnum):
    """What became of an item."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"
    """Its words changed, not their typography alone."""
    COMPLETED = "completed"
    """Others joined the positions of one party on one issue."""
    REDUCED = "reduced"
    """Some of the positions of one party on one issue are gone, not all."""
    RETAGGED = "retagged"
    """Nothing but tags changed in the positions of one party on one issue."""
    MODIFIED = "modified"
    """The positions of one party on one issue changed in more than one of these ways."""
    VOICE = "voice"
    """Other voices speak: direct, reported, attributed, own."""
    SPEAKERS = "speakers"
    STATUS = "status"
    """Of assertion: fact, claim, analysis, hypothesis."""
    DATE = "date"
    DATING = "dating"
    """How its date is known: given or deduced."""
    APPROXIMATION = "approximation"
    """Its date became exact or approximate, otherwise the same; “~” is approximate, as in EDTF."""
    NAME = "name"
    """Of a side."""
    NATURE = "nature"
    """Of a divergence; of a source, its type."""
    BRIEF = "brief"
    """The wording of a position in the matrix, otherwise than by following its text."""
    FIGURE = "figure"
    """What a key figure shows large."""
    STATEMENT = "statement"
    """What an extract is said to say."""
    RELIABILITY = "reliability"
    """Of a source."""
    NOTE = "note"
    """What the analyst notes of a source."""
    SUPPORT = "support"
    """More or fewer distinct sources bear it out; `old` and `new` are their numbers."""
    PROOF = "proof"
    """As many sources bear it out, by other extracts: `old` are the ids of those that no longer
    do, `new` of those that now do."""
    PICTURE = "picture"
    """The file of a figure, or of the cover, is another; the values begin its SHA-256."""
    ALTERNATIVE = "alternative"
    """The words that stand for a picture."""
    CREDIT = "credit"
    VERDICT = "verdict"
    """The quotation stands otherwise in its document."""


class ItemKind(StrEnum):
    """What it became of; the members are in the order of importance to a reader."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    PUBLICATION = "publication"
    """The briefing as such: its date."""
    KEY_POINT = "key_point"
    INTRODUCTION = "introduction"
    """A paragraph, heading or item of the chapeau."""
    FIGURE = "figure"
    """A figure printed large; its words are what it measures."""
    POSITION = "position"
    DIVERGENCE = "divergence"
    DIVERGENCE_SIDE = "divergence_side"
    """What is known on one side of it."""
    QUESTION = "question"
    QUESTION_SIDE = "question_side"
    EVENT = "event"
    PULL_QUOTE = "pull_quote"
    """A quotation printed large as well; that its words changed is told of its extract."""
    COVER = "cover"
    ILLUSTRATION = "illustration"
    """A picture with its caption."""
    SECTION = "section"
    """One that the dossier adds to ours."""
    BOX = "box"
    PARTY = "party"
    ISSUE = "issue"
    SOURCE = "source"
    EXTRACT = "extract"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a wording; `changed` if the other wording hasn't its words there."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two wordings cut where they differ; the runs of each make it whole."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one item."""

    kind: ChangeKind
    item: ItemKind
    id: str
    """In the new version; "" for what was withdrawn, and for what has none."""
    old: str = ""
    """Words, or value; "" where there was none."""
    new: str = ""
    label: str = ""
    """Party and issue of a position, the item and the name of a side, short name of a source,
    what a key figure shows."""
    text: str = ""
    """Its words in the new version, where the change isn't one of words."""
    old_id: str = ""
    """In the old version; "" for what was added."""
    rewording: Rewording | None = None
    """For `reworded`, unless it has parts."""
    parts: tuple[Change, ...] = ()
    """Where one party has positions on one issue, what became of each."""

    @property
    def statement(self) -> str:
        """The words of the item: the new ones, or the old ones of what was withdrawn."""
        return self.text or self.new or self.old

    @property
    def items(self) -> tuple[tuple[Change, ...], ...]:
        """The parts, those of one position together."""
        return tuple(by_item(self.parts))

    @property
    def mirrored(self) -> Change:
        """The same change, seen from the new version to the old one."""
        words = self.rewording
        return replace(
            self,
            kind=_OPPOSITES.get(self.kind, self.kind),
            id=self.old_id,
            old_id=self.id,
            old=self.new,
            new=self.old,
            rewording=Rewording(words.new, words.old) if words else None,
            parts=tuple(part.mirrored for part in self.parts),
        )


_OPPOSITES = {
    ChangeKind.ADDED: ChangeKind.WITHDRAWN,
    ChangeKind.WITHDRAWN: ChangeKind.ADDED,
    ChangeKind.COMPLETED: ChangeKind.REDUCED,
    ChangeKind.REDUCED: ChangeKind.COMPLETED,
}

_OF_PARTS = {
    ChangeKind.ADDED: ChangeKind.COMPLETED,
    ChangeKind.WITHDRAWN: ChangeKind.REDUCED,
    ChangeKind.REWORDED: ChangeKind.REWORDED,
}
"""What becomes of a place where all the parts are of one kind; parts of other kinds are tags."""


def at_place(label: str, parts: tuple[Change, ...]) -> Change:
    """Return the change of the positions at a place, of the kind that all its `parts` have."""
    kinds = {_OF_PARTS.get(part.kind, ChangeKind.RETAGGED) for part in parts}
    kind = kinds.pop() if len(kinds) == 1 else ChangeKind.MODIFIED
    return Change(kind, ItemKind.POSITION, "", label=label, parts=parts)


def by_item(changes: Iterable[Change]) -> Iterator[tuple[Change, ...]]:
    """Yield the changes of one item together, as long as they follow each other."""
    for _, group in groupby(changes, _item):
        yield tuple(group)


def _item(change: Change) -> tuple[object, ...]:
    """Return what the changes of one item share; what came, went or has parts stands alone."""
    alone = change.parts or change.kind in _OPPOSITES
    return change.item, change.id, change.old_id, change.statement, id(change) if alone else 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a briefing tells of its changes: the most important ones, and how many others."""

    since: Date | None
    """The date of the old version, if it had one."""
    shown: tuple[Change, ...]
    sources_added: tuple[str, ...] = ()
    """Their short names."""
    sources_withdrawn: tuple[str, ...] = ()
    others: int = 0
