"""What a confined process tells the one that started it: lines of JSON, then the bytes it made.

Nothing that it says is run, or unpickled: whoever took it over could only tell words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from briefing.errors import (
    BriefingError,
    DossierError,
    FaultyTemplateError,
    MachineError,
    UsageError,
)
from briefing.model.finding import Finding, Message, Severity, message
from briefing.producing import Produced

Told = Mapping[str, Any]

_KINDS: Final[Mapping[str, type[BriefingError]]] = {
    kind.__name__: kind for kind in (BriefingError, MachineError, UsageError)
}


def line(told: Told) -> bytes:
    """Return one line of the wire."""
    return json.dumps(told, ensure_ascii=True).encode() + b"\n"


def done(made: Produced) -> bytes:
    """Return the lines and bytes of what was made."""
    about = {
        "pages": made.pages,
        "warnings": list(made.warnings),
        "boxes": made.boxes,
        "size": len(made.data) + sum(len(data) for _, data in made.files),
        "files": [(name, len(data)) for name, data in made.files],
        "findings": [_finding(finding) for finding in made.findings],
    }
    return line({"done": about}) + made.data + b"".join(data for _, data in made.files)


def made(about: Told, data: bytes) -> Produced:
    """Return what was made."""
    warnings = tuple(str(text) for text in about["warnings"])
    sizes = [(str(name), int(size)) for name, size in about["files"]]
    start = len(data) - sum(size for _, size in sizes)
    files = []
    for name, size in sizes:
        end = start + size
        files.append((name, data[start:end]))
        start = end
    return Produced(
        data[: len(data) - sum(size for _, size in sizes)],
        int(about["pages"]),
        warnings,
        str(about["boxes"]),
        tuple(files),
        tuple(_read_finding(found) for found in about["findings"]),
    )


def fault_line(fault: BriefingError) -> bytes:
    """Return a fault as a line."""
    told: dict[str, Any] = {
        "kind": type(fault).__name__,
        "message": _message(fault.message),
        "hint": _message(fault.hint),
    }
    if isinstance(fault, FaultyTemplateError):
        told |= {"finding": _finding(fault.finding), "excerpt": fault.excerpt}
    if isinstance(fault, DossierError):
        told |= {"findings": [_finding(finding) for finding in fault.findings]}
    return line({"fault": told})


def fault(told: Told) -> BriefingError:
    """Return the fault that a line tells."""
    said = _read(told["message"]) or message("")
    hint = _read(told["hint"])
    if told["kind"] == FaultyTemplateError.__name__:
        lines = [(int(number), str(text)) for number, text in told["excerpt"]]
        return FaultyTemplateError(_read_finding(told["finding"]), lines)
    if told["kind"] == DossierError.__name__:
        return DossierError(said, [_read_finding(found) for found in told["findings"]], hint)
    return _KINDS.get(str(told["kind"]), BriefingError)(said, hint)


def _message(said: Message | None) -> Sequence[Any] | None:
    return [said.template, dict(said.values)] if said else None


def _read(told: Sequence[Any] | None) -> Message | None:
    if told is None:
        return None
    template, values = told
    plain = {str(n): v for n, v in values.items() if isinstance(v, str | int | float)}
    return Message(str(template), MappingProxyType(plain))


def _finding(found: Finding) -> Told:
    return {
        "severity": found.severity.value,
        "code": found.code,
        "path": found.path,
        "line": found.line,
        "message": _message(found.message),
        "hint": _message(found.hint),
    }


def _read_finding(told: Told) -> Finding:
    return Finding(
        Severity(told["severity"]),
        str(told["code"]),
        str(told["path"]),
        int(told["line"]),
        _read(told["message"]) or message(""),
        _read(told["hint"]),
    )
