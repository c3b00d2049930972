"""What is asked about a quotation, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.verification import CONTEXT, Verdict


class Change(StrEnum):
    """What became of the document's words in a quotation that isn't verbatim."""

    REPLACED = "replaced"
    ADDED = "added"
    """The quotation has words that the document hasn't."""
    DROPPED = "dropped"
    """The document has words that the quotation hasn't."""


class Trouble(StrEnum):
    """Why a quotation is only `near`."""

    WORDING = "wording"
    ORDER = "order"
    """Every part around `[…]` stands there, but in another order."""
    DISTANCE = "distance"
    """Every part stands there, but too far apart to be one quotation."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of the document, in code points; `end` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a quotation and the passage it comes near to."""

    change: Change
    quoted: str
    """The words of the quotation, as they are written there."""
    document: str
    """The words of the document, as they are written there."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quotation stands in its document, and how surely."""

    verdict: Verdict
    start: int | None = None
    """Code points of the original text; for `ambiguous`, of the first candidate."""
    end: int | None = None
    parts: tuple[Place, ...] = ()
    """The places of the parts around `[…]`, in order; the whole place when there is no elision."""
    candidates: tuple[Place, ...] = ()
    """Every place, when there are several, even if context chose one of them."""
    differences: tuple[Difference, ...] = ()
    """For `near`, what differs, word by word."""
    trouble: Trouble | None = None
    """For `near`, why."""

    @property
    def place(self) -> Place | None:
        """Where it stands or would stand, if anywhere."""
        if self.start is None or self.end is None:
            return None
        return Place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Query:
    """A quotation and what is known of its place."""

    quotation: str
    prefix: str = ""
    suffix: str = ""
    hint: int | None = None
    """A code point of the document that it should stand near to."""


def surroundings(text: str, place: Place | Anchor, size: int = CONTEXT) -> tuple[str, str]:
    """Return the prefix and the suffix to keep: `size` code points on either side, as they are."""
    if place.start is None or place.end is None:
        return "", ""
    return text[max(0, place.start - size) : place.start], text[place.end : place.end + size]
