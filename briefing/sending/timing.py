"""When the next message is due: back-off for those put off, and a rate for all. No clock here."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from briefing.errors import UsageError
from briefing.model.finding import message
from briefing.sending.addresses import Address

_GROWTH = 3.0
_LONGEST_WAIT = 1800.0
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}
_RATE = re.compile(r"(\d{1,6})(?:/(s|min|h))?")


def back_off(wait: float, attempt: int) -> float:
    """Return the seconds to wait after the `attempt`th failure: three times longer each time."""
    return min(wait * _GROWTH ** (attempt - 1), _LONGEST_WAIT)


def parse_rate(text: str) -> float:
    """Return the seconds from one message to the next for `30/min`, `5/s`, `200/h` or `30`.

    Raises `UsageError` if it is no rate.
    """
    match = _RATE.fullmatch(text.replace(" ", ""))
    if not match or not int(match[1]):
        raise UsageError(
            message("“{text}” isn't a rate", text=text), message("write it as 30/min or 500/h")
        )
    return _SECONDS[match[2] or "min"] / int(match[1])


@dataclass(order=True, slots=True)
class Turn:
    """A recipient's turn."""

    due: float
    order: int
    recipient: Address = field(compare=False)
    attempt: int = field(compare=False, default=1)


class Turns:
    """Those still to be written to: in the order of the list, those put off when they are due."""

    def __init__(self, recipients: Iterable[Address], wait: float, attempts: int) -> None:
        """`wait` seconds after a first failure; `attempts` in all."""
        self._order = count()
        self._turns = [Turn(0.0, next(self._order), recipient) for recipient in recipients]
        self._wait = wait
        self._attempts = attempts

    def __bool__(self) -> bool:
        return bool(self._turns)

    @property
    def due(self) -> float:
        """When the next is due."""
        return self._turns[0].due

    def take(self) -> Turn:
        """Return the next."""
        return heapq.heappop(self._turns)

    def put_off(self, turn: Turn, now: float) -> bool:
        """Have `turn` come again later; False if it has come often enough."""
        if turn.attempt >= self._attempts:
            return False
        due = now + back_off(self._wait, turn.attempt)
        heapq.heappush(self._turns, Turn(due, next(self._order), turn.recipient, turn.attempt + 1))
        return True
