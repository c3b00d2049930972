"""What a confined process may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one edition; those of a long one with pictures are far below."""

    timeout: float = 120.0
    """Seconds, by the clock on the wall and by that of the processor."""
    memory: int = 2048
    """Megabytes of address space."""
