"""The changes between two versions as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from briefing.comparing import Snapshot
from briefing.model.changes import Change, Run

VERSION = 1
"""Raised when a field changes its meaning or goes."""


def changes_to_json(changes: Iterable[Change], old: Snapshot, new: Snapshot) -> str:
    """Return the changes from `old` to `new` as one document, one line end at its end."""
    document = {
        "version": VERSION,
        "old": _version(old),
        "new": _version(new),
        "changes": [_change(change) for change in changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _version(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "title": snapshot.title,
        "date": snapshot.date.edtf if snapshot.date else None,
        "audience": snapshot.audience,
    }


def _change(change: Change) -> dict[str, Any]:
    words = change.rewording
    return {
        "kind": change.kind,
        "item": change.item,
        "id": change.id or None,
        "old_id": change.old_id or None,
        "label": change.label or None,
        "text": change.text or None,
        "old": change.old or None,
        "new": change.new or None,
        "difference": {"old": _runs(words.old), "new": _runs(words.new)} if words else None,
        "parts": [_change(part) for part in change.parts],
    }


def _runs(runs: Sequence[Run]) -> list[dict[str, Any]]:
    return [{"text": run.text, "changed": run.changed} for run in runs]
