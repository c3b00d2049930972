"""What a timeline is made of. Lengths are in user units of the SVG: points, in print.

`x` grows to the right, `y` downwards; the axis lies at `y = 0` until the figure is framed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from briefing.model.dates import Date
from briefing.model.vocabulary import Status


class Measure(Protocol):
    """How wide texts are."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a text at a size, both in user units."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact; its number is its place among the facts, from 1."""

    date: Date
    anchor: str
    """The id that a link to the fact leads to."""
    text: str = ""
    """A short wording, set already; without one, the number alone stands for the fact."""
    status: Status | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a figure, in the language of its page."""

    month: Callable[[int], str]
    """1 to 12 → a short name."""
    date: Callable[[Date], str]
    """A date in short words."""
    gap: Callable[[int], str]
    """The length of a cut stretch, in days → « 5 mois »."""
    legend: Mapping[str, str]
    """The word of each form; those of `LEGEND`."""


LEGEND = (*Status, "approximate", "inferred", "open")
"""The forms that a legend may explain, in order."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left, its top and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The abscissa of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The ordinate of the lower side."""
        return self.y + self.height

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two overlap, or come nearer than `gap`."""
        return self.meets_across(other, gap) and (
            self.y < other.bottom + gap and other.y < self.bottom + gap
        )

    def meets_across(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two share an abscissa, or come nearer than `gap`."""
        return self.x < other.right + gap and other.x < self.right + gap


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on one line: `style` is `date`, `number` or `words`."""

    x: float
    y: float
    """Of the baseline."""
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The form of one fact; `first` and `last` are its true ends on the axis."""

    number: int
    fact: Fact
    first: float
    last: float
    y: float
    """Of its middle line."""
    box: Box
    """What it takes, with brackets, arrow and number."""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What is written of the facts of one date, beside the leader that rises from its mark."""

    numbers: tuple[int, ...]
    box: Box
    leader: float
    """The abscissa of the leader: one side of the box."""
    foot: float
    """Where the leader begins, at the mark."""
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken part of the axis: days `first` to `last` (excluded), counted from 1-1-1."""

    first: int
    last: int
    x: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the calendar; a text may stand without line, and a line without text."""

    x: float
    major: bool
    text: Run | None = None
    line: bool = True


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch that is left out, and its length in words."""

    x: float
    right: float
    text: Run


@dataclass(frozen=True, slots=True)
class Key:
    """One form of the legend and its word."""

    form: str
    x: float
    y: float
    text: Run


@dataclass(frozen=True, slots=True)
class Timeline:
    """A figure laid out; `axis` is the ordinate of its axis."""

    width: float
    height: float
    axis: float
    segments: tuple[Segment, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    legend: tuple[Key, ...]
