"""What an audit found as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from briefing.auditing import AuditedFile, Leak, Needle, Report
from briefing.model.finding import Message

VERSION = 1
"""Raised when a field changes its meaning or goes."""

Translate = Callable[[Message], str]


def audit_json(report: Report, translate: Translate) -> str:
    """Return the whole report, every leak included, one line end at the end."""
    document = {
        "version": VERSION,
        "audience": report.audience,
        "passed": report.clean,
        "needles": report.needles,
        "indistinct": [_needle(needle) for needle in report.indistinct],
        "files": [_file(file, translate) for file in report.files],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _file(file: AuditedFile, translate: Translate) -> dict[str, Any]:
    return {
        "name": file.name,
        "passed": file.clean,
        "places": file.places,
        "leaks": [_leak(leak, translate) for leak in file.leaks],
        "unread": [
            {
                "where": [translate(step) for step in unread.where],
                "reason": translate(unread.reason),
            }
            for unread in file.unread
        ],
    }


def _leak(leak: Leak, translate: Translate) -> dict[str, Any]:
    return {
        **_needle(leak.needle),
        "where": [translate(step) for step in leak.where],
        "form": leak.form.value,
        "found": leak.found,
    }


def _needle(needle: Needle) -> dict[str, Any]:
    return {
        "kind": needle.kind,
        "id": needle.id or None,
        "field": needle.field,
        "text": needle.text,
        "path": needle.path or None,
        "line": needle.line or None,
    }
