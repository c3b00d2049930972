"""What was verified, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.finding import Message


class State(StrEnum):
    """What came of one check."""

    PASSED = "passed"
    PARTLY = "partly"
    """What could be compared passed."""
    FAILED = "failed"
    UNCHECKED = "not checked"
    """What it takes isn't at hand."""


QUOTATIONS = "documents.quotations"
"""Name of the check that proves the quotations again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that isn't as it should be."""

    subject: str
    """The id of an extract or item, or the name of a file; may be empty."""
    message: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report."""

    name: str
    """For programs: `print.quotations`."""
    label: Message
    """For people."""
    count: int = 0
    """How many things were compared."""
    faults: tuple[Fault, ...] = ()
    unchecked: tuple[Fault, ...] = ()
    """What couldn't be compared, and why."""
    verdicts: tuple[tuple[str, int], ...] = ()
    """Of quotations proved again: how many have each verdict."""
    left: int = 0
    """How many things couldn't be compared, what they take not being at hand."""

    @property
    def state(self) -> State:
        """Whether it passed; unchecked only if nothing at all could be compared."""
        if self.faults:
            return State.FAILED
        if not self.count:
            return State.UNCHECKED
        return State.PARTLY if self.left else State.PASSED


@dataclass(frozen=True, slots=True)
class Report:
    """All that was verified of one PDF."""

    name: str
    checks: tuple[Check, ...]

    @property
    def failed(self) -> bool:
        """Whether anything isn't as it should be."""
        return any(check.faults for check in self.checks)

    @property
    def unproved(self) -> int:
        """How many quotations weren't proved again."""
        return sum(check.left for check in self.checks if check.name == QUOTATIONS)
