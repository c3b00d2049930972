"""The lines of a journal: what was about to be given to a server, and what it answered.

One JSON object a line: `message` (fingerprint), `to` (key of the recipient), `event`, and for an
answer `code` and `reply`. An intent without an answer after it is a message that may have arrived.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from briefing.model.finding import message
from briefing.sending.outcomes import Reply, Status, Verdict, answered

INTENT = "intent"
_EVENTS = {INTENT, *(status.value for status in Status)}
_LONGEST_REPLY = 500

CUT_OFF = message("a run was cut off before the server's answer")


@dataclass(frozen=True, slots=True)
class History:
    """What earlier runs left."""

    verdicts: Mapping[str, Verdict]
    """Of each recipient's key that has one."""
    unread: int = 0
    """Lines that make no sense: cut off by a crash, or spoilt."""


NO_HISTORY = History(MappingProxyType({}))


def record(fingerprint: str, key: str, event: str, reply: Reply | None = None) -> bytes:
    """Return one line, without its end."""
    fields: dict[str, str | int] = {"message": fingerprint, "to": key, "event": event}
    if reply is not None:
        fields |= {"code": reply.code, "reply": reply.text[:_LONGEST_REPLY]}
    return json.dumps(fields, ensure_ascii=True).encode()


def read_history(data: bytes, fingerprint: str) -> History:
    """Read the lines of `data` that concern one message."""
    verdicts: dict[str, Verdict] = {}
    unread = 0
    for entry in _entries(data):
        if entry is None:
            unread += 1
        elif entry["message"] == fingerprint:
            verdicts[entry["to"]] = _verdict(entry)
    return History(MappingProxyType(verdicts), unread)


def _entries(data: bytes) -> Iterator[dict[str, Any] | None]:
    for line in data.split(b"\n"):
        if line.strip():
            yield _entry(line)


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(entry, dict):
        return None
    named = all(isinstance(entry.get(key), str) for key in ("message", "to", "event"))
    return entry if named and entry["event"] in _EVENTS else None


def _verdict(entry: Mapping[str, Any]) -> Verdict:
    event = entry["event"]
    status = Status.UNCERTAIN if event == INTENT else Status(event)
    code = entry.get("code")
    if not isinstance(code, int):
        return Verdict(status, CUT_OFF if status is Status.UNCERTAIN else message(""), earlier=True)
    said = answered(status, Reply(code, str(entry.get("reply", ""))))
    return Verdict(status, said.reason, code, earlier=True)
