"""What became of one message to one recipient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import BriefingError
from briefing.model.finding import Message, message
from briefing.sending.addresses import Address


class Status(StrEnum):
    """What is known of a message."""

    SENT = "sent"
    """The server has taken it."""
    REFUSED = "refused"
    """The server will not take it, or this program couldn't give it."""
    DEFERRED = "deferred"
    """Not taken yet; the next run tries again."""
    UNCERTAIN = "uncertain"
    """Given whole, and the answer never came: it may have been taken."""
    UNTRIED = "untried"
    """The run stopped before its turn."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a server."""

    code: int
    text: str = ""

    @property
    def is_yes(self) -> bool:
        """Whether the server goes along."""
        return 200 <= self.code < 400

    @property
    def is_transient(self) -> bool:
        """Whether it may go along later."""
        return 400 <= self.code < 500

    def __str__(self) -> str:
        return f"{self.code or ''} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last that is known of a recipient."""

    status: Status
    reason: Message
    code: int = 0
    """Of the server's answer; 0 without one."""
    earlier: bool = False
    """Whether an earlier run left it so."""
    attempts: int = 0
    """Of this run."""


UNTRIED = Verdict(Status.UNTRIED, message("the run ended before its turn"))


def answered(status: Status, reply: Reply) -> Verdict:
    """Return the verdict that the server's own words give."""
    return Verdict(status, message("{reply}", reply=str(reply)), reply.code)


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did, recipient by recipient, in the order of the list."""

    verdicts: Mapping[Address, Verdict]
    stopped: BriefingError | None = None
    """Why it ended before its time."""

    def count(self, status: Status) -> int:
        """Return how many messages have this status."""
        return sum(verdict.status is status for verdict in self.verdicts.values())

    @property
    def complete(self) -> bool:
        """Whether everyone has their message."""
        return all(verdict.status is Status.SENT for verdict in self.verdicts.values())
