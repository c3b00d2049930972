"""Findings as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from briefing.model.finding import Finding, Message

VERSION = 1
"""Raised when a field changes its meaning or goes."""


def to_json(findings: Iterable[Finding], translate: Callable[[Message], str]) -> str:
    """Return the findings and how many there are of each severity, one line end at the end."""
    every = tuple(findings)
    errors = sum(finding.is_error for finding in every)
    document = {
        "version": VERSION,
        "errors": errors,
        "warnings": len(every) - errors,
        "findings": [_finding(finding, translate) for finding in every],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, translate: Callable[[Message], str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line or None,
        "message": translate(finding.message),
        "hint": translate(finding.hint) if finding.hint else None,
    }
