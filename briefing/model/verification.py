"""How a quotation stands in its document, as a briefing tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.dates import Date


class Verdict(StrEnum):
    """How a quotation stands in its document."""

    VERBATIM = "verbatim"
    """Found, once or at the place that its context tells."""
    AMBIGUOUS = "ambiguous"
    """Found at several places, and nothing tells which is meant."""
    NEAR = "near"
    """Not found, but a close passage stands there: never printable as a quotation."""
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of the document that a quotation quotes: one for each part around `[…]`."""

    start: int
    """Code points of the document's text; `end` is exclusive."""
    end: int
    exact: str
    """The stretch as the document has it, its own typography and line ends included."""
    prefix: str = ""
    """The 32 code points before it, fewer at the start of the document."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found when a quotation was looked for in its document."""

    verdict: Verdict | None = None
    """None when neither the document nor the lock could be asked."""
    earlier: bool = False
    """Asked of the lock: the document isn't at hand."""
    document: str = ""
    """File name."""
    sha256: str = ""
    """Of the document, in hexadecimal."""
    page: int | None = None
    """On which the quotation begins, where the document has pages."""
    fragments: tuple[Fragment, ...] = ()
    """Empty unless the quotation stands word for word."""

    @property
    def verified(self) -> bool:
        """Whether the quotation stands word for word in its document, at one place or several."""
        return self.verdict in (Verdict.VERBATIM, Verdict.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of all quotations of a dossier."""

    verifications: Mapping[str, Verification]
    """By the id of the extract."""
    locked_on: Date | None = None
    """The day the lock was made, if there is one."""

    @property
    def verified(self) -> int:
        """How many quotations stand word for word in their document."""
        return sum(found.verified for found in self.verifications.values())

    @property
    def earlier(self) -> Date | None:
        """The day on which quotations were verified whose document isn't at hand."""
        asked = any(found.verified and found.earlier for found in self.verifications.values())
        return self.locked_on if asked else None
