"""What a label says: the date of one or several facts, their numbers and short wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from briefing.drawing.values import Box, Fact, Label, Mark, Measure, Run

SIZE: Final = 7.0
LEADING: Final = 8.4
MEASURE: Final = 104.0
"""The longest line of a label."""
_INDENT: Final = 3.2
"""From the leader to the words."""
_SPACE: Final = 2.6
"""Between a number and what stands beside it."""
_NOTCH: Final = 2.0
_ASCENT: Final = 5.6


Line: TypeAlias = tuple[tuple[str, str], ...]
"""Runs: text and style."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A label before it has a place."""

    numbers: tuple[int, ...]
    leader: float
    foot: float
    lines: tuple[Line, ...]
    widths: tuple[float, ...]
    """Of the lines."""

    @property
    def width(self) -> float:
        """The width of its box: its longest line, and the room beside the leader."""
        return max(self.widths) + _INDENT

    @property
    def height(self) -> float:
        """The height of its box."""
        return len(self.lines) * LEADING


def flags(
    marks: Sequence[Mark], dates: Sequence[str], measure: Measure, *, worded: bool
) -> list[Flag]:
    """Return one flag for each date, in order; one that is inferred has its own.

    `dates` are those of the marks, in words. With `worded`, the facts that have a wording show it; the others show their number.
    """
    groups: dict[tuple[str, bool], list[Mark]] = {}
    for mark, date in zip(marks, dates, strict=True):
        groups.setdefault((date, mark.fact.inferred), []).append(mark)
    return [_flag(date, group, measure, worded=worded) for (date, _), group in groups.items()]


def _flag(date: str, group: Sequence[Mark], measure: Measure, *, worded: bool) -> Flag:
    lines: list[Line] = [((date, "date"),)]
    told = [mark for mark in group if worded and mark.fact.text]
    others = [mark for mark in group if mark not in told]
    for mark in told:
        lines += _worded(mark.number, mark.fact, measure)
    if others and (told or len(others) > 3):
        lines += [((text, "number"),) for text in _numbers(others, measure)]
    elif others:
        lines[0] = ((date, "date"), (_joined(others), "number"))
    if group[0].fact.inferred:
        lines[0] = ((f"[{date}]", "date"), *lines[0][1:])
    widths = tuple(_starts(line, measure)[-1] for line in lines)
    top = min(group, key=lambda mark: mark.y)
    leader = (top.first + top.last) / 2
    numbers = tuple(mark.number for mark in group)
    return Flag(numbers, leader, top.y, tuple(lines), widths)


def _worded(number: int, fact: Fact, measure: Measure) -> list[Line]:
    key = str(number)
    first = MEASURE - measure(f"{key} ", SIZE, bold=True) - 1
    head, *rest = balanced(fact.text, MEASURE, measure, first=first)
    return [((key, "number"), (head, "words")), *(((line, "words"),) for line in rest)]


def _numbers(marks: Sequence[Mark], measure: Measure) -> list[str]:
    return wrap(_joined(marks), MEASURE / 2, measure)


def _joined(marks: Sequence[Mark]) -> str:
    return ", ".join(str(mark.number) for mark in marks)


def balanced(text: str, width: float, measure: Measure, *, first: float) -> list[str]:
    """Break a text into as few lines as `wrap` does, of lengths as even as may be."""
    lines = wrap(text, width, measure, first=first)
    while len(lines) > 1 and width > _longest(lines, measure) / 2:
        width, first = width - _NOTCH, first - _NOTCH
        narrower = wrap(text, width, measure, first=first)
        if len(narrower) > len(lines) or _longest(narrower, measure) > _longest(lines, measure):
            break
        lines = narrower
    return lines


def _longest(lines: Sequence[str], measure: Measure) -> float:
    return max(measure(line, SIZE) for line in lines)


def wrap(text: str, width: float, measure: Measure, *, first: float | None = None) -> list[str]:
    """Break a text at its spaces into lines no wider than `width`, were a word not wider.

    The first line may be of another width.
    """
    lines: list[str] = []
    room = width if first is None else first
    for word in text.split(" "):
        if lines and measure(f"{lines[-1]} {word}", SIZE) <= room:
            lines[-1] += f" {word}"
        else:
            room = width if lines else room
            lines.append(word)
    return lines


def _starts(line: Line, measure: Measure) -> list[float]:
    """Return where each run of a line begins, and where the last one ends."""
    starts = [0.0]
    for text, style in line:
        starts.append(starts[-1] + measure(text, SIZE, bold=style != "words") + _SPACE)
    starts[-1] -= _SPACE
    return starts


def label_of(flag: Flag, box: Box, measure: Measure) -> Label:
    """Set the lines of a flag in its box, against the leader."""
    to_right = box.x >= flag.leader - box.width / 2
    runs: list[Run] = []
    for number, (line, width) in enumerate(zip(flag.lines, flag.widths, strict=True)):
        left = box.x + _INDENT if to_right else box.right - _INDENT - width
        y = box.y + number * LEADING + _ASCENT
        starts = _starts(line, measure)
        runs += [Run(left + x, y, *run) for x, run in zip(starts, line, strict=False)]
    return Label(flag.numbers, box, flag.leader, flag.foot, tuple(runs))
