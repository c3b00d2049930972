"""What changed between two versions of a briefing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.model.dates import Date


class ChangeKind(StrEnum):
    """What became of an item."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"
    """Its words changed, not their typography alone."""
    MOVED = "moved"
    """The positions of one party on one issue changed; `parts` tell how."""
    VOICE = "voice"
    """Other voices speak: direct, reported, attributed, own."""
    SPEAKERS = "speakers"
    STATUS = "status"
    """Of assertion: fact, claim, analysis, hypothesis."""
    DATE = "date"
    NATURE = "nature"
    """Of a divergence."""
    SUPPORT = "support"
    """More or fewer distinct sources bear it out; `old` and `new` are their numbers."""
    VERDICT = "verdict"
    """The quotation stands otherwise in its document."""


class ItemKind(StrEnum):
    """What it became of; the members are in the order of importance to a reader."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    KEY_POINT = "key_point"
    POSITION = "position"
    DIVERGENCE = "divergence"
    DIVERGENCE_SIDE = "divergence_side"
    """What is known on one side of it."""
    QUESTION = "question"
    QUESTION_SIDE = "question_side"
    EVENT = "event"
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
    """Party and issue of a position, the item and the name of a side, short name of a source."""
    text: str = ""
    """Its words in the new version, where the change isn't one of words."""
    old_id: str = ""
    """In the old version; "" for what was added."""
    rewording: Rewording | None = None
    """For `reworded`."""
    parts: tuple[Change, ...] = ()
    """For `moved`, what became of each position."""

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
}


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
