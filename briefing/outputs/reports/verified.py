"""What was verified of a PDF as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from briefing.model.finding import Message
from briefing.verifying import Check, Fault, Report

VERSION = 1
"""Raised when a field changes its meaning or goes."""

Translate = Callable[[Message], str]


def verification_json(report: Report, translate: Translate) -> str:
    """Return the whole report, every fault included, one line end at the end."""
    document = {
        "version": VERSION,
        "file": report.name,
        "passed": not report.failed,
        "checks": [_check(check, translate) for check in report.checks],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _check(check: Check, translate: Translate) -> dict[str, Any]:
    return {
        "name": check.name,
        "label": translate(check.label),
        "state": check.state.value,
        "count": check.count,
        "total": check.count + check.left,
        "verdicts": dict(check.verdicts),
        "faults": [_fault(fault, translate) for fault in check.faults],
        "unchecked": [_fault(fault, translate) for fault in check.unchecked],
    }


def _fault(fault: Fault, translate: Translate) -> dict[str, Any]:
    return {
        "id": fault.subject or None,
        "message": translate(fault.message),
        "hint": translate(fault.hint) if fault.hint else None,
    }
