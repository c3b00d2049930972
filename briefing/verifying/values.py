"""What was verified, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.finding import Message


class State(StrEnum):
    """What came of one check."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "not checked"
    """What it takes isn't at hand."""


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

    @property
    def state(self) -> State:
        """Whether it passed; unchecked only if nothing at all could be compared."""
        if self.faults:
            return State.FAILED
        return State.PASSED if self.count else State.UNCHECKED


@dataclass(frozen=True, slots=True)
class Report:
    """All that was verified of one PDF."""

    name: str
    checks: tuple[Check, ...]

    @property
    def failed(self) -> bool:
        """Whether anything isn't as it should be."""
        return any(check.faults for check in self.checks)
