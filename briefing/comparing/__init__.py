"""Comparing: two versions of a briefing in, what changed between them out.

Plain data in, values out: nothing here opens a file.
"""

from __future__ import annotations

from briefing.comparing.compare import compare
from briefing.comparing.snapshot import Snapshot, SnapshotError, read_snapshot
from briefing.comparing.summary import summarise

__all__ = ["Snapshot", "SnapshotError", "compare", "read_snapshot", "summarise"]
