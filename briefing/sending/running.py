"""A run: every recipient in turn, whatever the server does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from briefing.errors import BriefingError, MachineError
from briefing.model.finding import message
from briefing.sending.addresses import Address
from briefing.sending.journal import Journal
from briefing.sending.outcomes import UNTRIED, Reply, Result, Status, Verdict
from briefing.sending.outgoing import Outgoing
from briefing.sending.session import ServerError, Session
from briefing.sending.timing import Turn, Turns, back_off
from briefing.sending.transfer import transfer
from briefing.sending.wire import DisconnectedError

_IDLE = 20.0
"""Seconds of waiting over which a server needn't be kept on the line."""
_IN_A_SESSION = 100
"""Messages in a session; many servers hang up on those who go on."""

_INTENDED = Verdict(Status.UNCERTAIN, message("cut off before the server's answer"))


@dataclass(frozen=True, slots=True)
class Patience:
    """How often, how fast, and whom to try again."""

    attempts: int = 4
    """For each recipient, and in a row for a server that doesn't answer."""
    wait: float = 60.0
    """Seconds after a first failure; then three times as many each time."""
    interval: float = 0.0
    """Seconds from one message to the next, at least."""
    uncertain_too: bool = False
    refused_too: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What a run asks of the world; the tests have one of their own."""

    open_session: Callable[[], Session]
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    progress: Callable[[float], None] | None = None


def settled(verdict: Verdict | None, patience: Patience) -> bool:
    """Say whether what an earlier run left is to stay so."""
    if verdict is None or verdict.status in (Status.DEFERRED, Status.UNTRIED):
        return False
    if verdict.status is Status.UNCERTAIN:
        return not patience.uncertain_too
    return verdict.status is Status.SENT or not patience.refused_too


def run(
    outgoing: Outgoing,
    recipients: Iterable[Address],
    journal: Journal,
    patience: Patience,
    world: World,
) -> Result:
    """Send to all `recipients` who haven't the message yet; what stops it is in the result."""
    return _Run(outgoing, tuple(recipients), journal, patience, world).go()


class _Run:
    def __init__(
        self,
        outgoing: Outgoing,
        recipients: tuple[Address, ...],
        journal: Journal,
        patience: Patience,
        world: World,
    ) -> None:
        self._outgoing = outgoing
        self._journal = journal
        self._patience = patience
        self._world = world
        before = journal.history.verdicts
        kept = {
            one: before[one.key] for one in recipients if settled(before.get(one.key), patience)
        }
        self._verdicts = {one: kept.get(one, UNTRIED) for one in recipients}
        left = [one for one in recipients if one not in kept]
        self._turns = Turns(left, patience.wait, patience.attempts)
        self._count = len(left)
        self._session: Session | None = None
        self._intended = _INTENDED
        self._was_there = False
        self._next = 0.0

    def go(self) -> Result:
        stopped: BriefingError | None = None
        try:
            while self._turns:
                self._pause()
                self._try(self._turns.take())
                self._tell()
        except BriefingError as fault:
            stopped = fault
        except KeyboardInterrupt:
            stopped = MachineError(message("interrupted"))
        finally:
            self._hang_up()
        return Result(self._verdicts, stopped)

    def _pause(self) -> None:
        """Wait for the next turn, and for the rate; not on the line if that is long."""
        delay = max(self._turns.due, self._next) - self._world.now()
        if delay <= 0:
            return
        if delay > _IDLE:
            self._hang_up()
        self._world.sleep(delay)

    def _try(self, turn: Turn) -> None:
        session = self._connected()
        self._next = self._world.now() + self._patience.interval
        try:
            verdict = transfer(session, self._outgoing, turn.recipient, lambda: self._intend(turn))
        except DisconnectedError as fault:
            session.wire.close()
            verdict = Verdict(Status.DEFERRED, fault.reason)
        except BaseException:
            session.wire.close()  # in the middle of a message, QUIT would be a line of it
            raise
        self._conclude(turn, verdict)

    def _intend(self, turn: Turn) -> None:
        self._journal.intend(turn.recipient)
        self._intended = replace(_INTENDED, attempts=turn.attempt)
        self._verdicts[turn.recipient] = self._intended

    def _conclude(self, turn: Turn, verdict: Verdict) -> None:
        intended = self._verdicts[turn.recipient] is self._intended
        self._verdicts[turn.recipient] = replace(verdict, attempts=turn.attempt)
        if verdict.status is not Status.UNCERTAIN and (verdict.code or intended):
            said = str(verdict.reason)
            reply = Reply(verdict.code, said.partition(" ")[2] if verdict.code else said)
            self._journal.conclude(turn.recipient, verdict.status, reply)
        if verdict.status is Status.DEFERRED:
            self._turns.put_off(turn, self._world.now())

    def _connected(self) -> Session:
        """Return the session, a new one if need be; raises `ServerError` if there is none to have."""
        if self._session and (self._session.is_over or self._session.given >= _IN_A_SESSION):
            self._hang_up()
        failures = 0
        while self._session is None:
            try:
                self._session = self._world.open_session()
                self._was_there = True
            except DisconnectedError as fault:
                failures += 1
                if failures >= self._patience.attempts or not self._was_there:
                    hint = message("the same command, run later, goes on from here")
                    if not self._was_there:
                        hint = message("check --smtp HOST:PORT; the same command goes on from here")
                    raise ServerError(fault.reason, hint) from fault
                self._world.sleep(back_off(self._patience.wait, failures))
        return self._session

    def _hang_up(self) -> None:
        session, self._session = self._session, None
        if session:
            session.close()

    def _tell(self) -> None:
        if self._world.progress and self._count:
            left = sum(verdict is UNTRIED for verdict in self._verdicts.values())
            self._world.progress(1 - left / self._count)
