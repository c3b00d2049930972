"""Verifying: a finished PDF against its attachments, and these against the documents."""

from __future__ import annotations

from briefing.verifying.attached import NAMES, Attached, read_attached
from briefing.verifying.originals import Original, originals
from briefing.verifying.values import Check, Fault, Report, State
from briefing.verifying.verify import verify

__all__ = [
    "NAMES",
    "Attached",
    "Check",
    "Fault",
    "Original",
    "Report",
    "State",
    "originals",
    "read_attached",
    "verify",
]
