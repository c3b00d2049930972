"""How a quotation stands in its document, as a briefing tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.dates import Date

CONTEXT = 32
"""Code points kept on either side of a quotation, to know its place again."""


CUT = "[…]"
"""Stands for what a passage leaves out."""


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
class Run:
    """A stretch of a passage: quoted, or around what is."""

    text: str
    quoted: bool


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

    @property
    def passage(self) -> tuple[Run, ...]:
        """The quotation in its context, as the document has it; empty without a known place."""
        if not self.fragments:
            return ()
        first, last = self.fragments[0], self.fragments[-1]
        runs = [Run(_before(first), quoted=False)]
        for before, fragment in zip((None, *self.fragments), self.fragments, strict=False):
            if before:
                runs.append(Run(_between(before, fragment), quoted=False))
            runs.append(Run(fragment.exact, quoted=True))
        return (*runs, Run(_after(last), quoted=False))


def _between(one: Fragment, other: Fragment) -> str:
    """Return what is known of the text between two fragments, a gap in it marked."""
    gap = other.start - one.end
    if gap <= len(one.suffix):
        return one.suffix[: max(0, gap)]
    if gap <= len(one.suffix) + len(other.prefix):
        return one.suffix + other.prefix[len(one.suffix) + len(other.prefix) - gap :]
    return f"{_tail(one.suffix)}{CUT}{_head(other.prefix)}"


def _before(fragment: Fragment) -> str:
    cut = len(fragment.prefix) == CONTEXT and fragment.start > CONTEXT
    return f"{CUT}{_head(fragment.prefix)}" if cut else fragment.prefix


def _after(fragment: Fragment) -> str:
    cut = len(fragment.suffix) == CONTEXT
    return f"{_tail(fragment.suffix)}{CUT}" if cut else fragment.suffix


def _head(prefix: str) -> str:
    """Return `prefix` without the word that it begins in the middle of."""
    return re.sub(r"\A\S*", "", prefix, count=1)


def _tail(suffix: str) -> str:
    return re.sub(r"\S*\Z", "", suffix, count=1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of all quotations of a dossier."""

    verifications: Mapping[str, Verification]
    """By the id of the extract."""
    locked_on: Date | None = None
    """The day the lock was made, if there is one."""
    accepted: bool = False
    """The analyst answers for quotations that nobody could verify: they aren't marked."""

    @property
    def verified(self) -> int:
        """How many quotations stand word for word in their document."""
        return sum(found.verified for found in self.verifications.values())

    @property
    def earlier(self) -> int:
        """How many of these were verified when the lock was made: no document was at hand."""
        return sum(found.verified and found.earlier for found in self.verifications.values())
