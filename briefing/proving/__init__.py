"""Proving: a dossier against the full texts of its sources, or against its lock."""

from __future__ import annotations

from briefing.proving.lock import Lock, LockEntry, is_proved, write_lock
from briefing.proving.lock_reading import read_lock
from briefing.proving.prove import Proof, Proofs, prove
from briefing.proving.trace import Trace, trace

__all__ = [
    "Lock",
    "LockEntry",
    "Proof",
    "Proofs",
    "Trace",
    "is_proved",
    "prove",
    "read_lock",
    "trace",
    "write_lock",
]
