"""What is said of a process that was stopped: what it was doing, and what may be at fault."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from briefing.confinement.limits import Limits
from briefing.errors import BriefingError
from briefing.model.finding import Message, Value, message


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was being made, at which stage, within which limits."""

    name: str
    """Of the file."""
    stage: str
    """`starting`, `rendering` or `layout`."""
    limits: Limits


_LATE: Final = {
    "starting": message("“{name}” wasn't begun within {seconds} s").template,
    "rendering": message("“{name}”: its template was still running after {seconds} s").template,
    "layout": message("“{name}”: its pages were still being laid out after {seconds} s").template,
}
_LARGE: Final = {
    "starting": message("“{name}” couldn't be begun within {memory} MB").template,
    "rendering": message("“{name}”: its template needed more than {memory} MB").template,
    "layout": message("“{name}”: laying its pages out needed more than {memory} MB").template,
}
_REASONS: Final = {
    "ZeroDivisionError": message("a length is beyond all measure"),
    "OverflowError": message("a number is beyond all measure"),
    "RecursionError": message("elements, or values, are nested too deep"),
}


def ran_out(stopped: Stopped, *, killed: bool) -> BriefingError:
    """Return the fault of a process out of time, where it was `killed`, or out of memory."""
    words = _LATE if killed else _LARGE
    values: dict[str, Value] = {
        "name": stopped.name,
        "seconds": f"{stopped.limits.timeout:g}",
        "memory": stopped.limits.memory,
    }
    said = Message(words.get(stopped.stage, words["starting"]), MappingProxyType(values))
    option = "--timeout" if killed else "--memory"
    hint = message(
        "the template or style sheet may be at fault; {option} allows more", option=option
    )
    return BriefingError(said, hint)


def refused(stopped: Stopped, what: str) -> BriefingError:
    """Return the fault of a process that asked for a file, the network or a program."""
    said = message(
        "“{name}”: its template or style sheet asked for “{what}”", name=stopped.name, what=what
    )
    return BriefingError(said, message("an edition refers to nothing outside itself"))


def crashed(stopped: Stopped, kind: str) -> BriefingError:
    """Return the fault of a process in which the layout engine failed."""
    said = message("“{name}” can't be laid out", name=stopped.name)
    return BriefingError(said, _REASONS.get(kind) or _unknown(kind))


def _unknown(kind: str) -> Message:
    return message("its template or style sheet is more than the engine bears ({kind})", kind=kind)
