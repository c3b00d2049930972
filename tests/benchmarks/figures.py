"""What a benchmark found, as the lines it prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; with a bound, it is either OK or OVER."""

    label: str
    value: float
    unit: str = ""
    bound: float | None = None

    @property
    def over(self) -> bool:
        """Whether the figure passes its bound."""
        return self.bound is not None and self.value > self.bound

    def __str__(self) -> str:
        line = f"  {self.label:<58}{self.value:>7.3f} {self.unit:<5}"
        if self.bound is None:
            return line.rstrip()
        return f"{line}≤ {self.bound:<6g}{'OVER' if self.over else 'OK'}"
