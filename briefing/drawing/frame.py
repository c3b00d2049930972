"""The frame of a figure: everything moved down, so that it begins at the top."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from briefing.drawing.ticks import DEPTH
from briefing.drawing.values import Box, Label, Mark, Run, Timeline

_TOP: Final = 2.0
_BOTTOM: Final = 2.5
_GRID: Final = 3.5
"""A printed page is set on lines that far apart; the text below the drawing keeps to them."""


def framed(figure: Timeline) -> Timeline:
    """Return a figure whose axis lay at 0, in a frame that holds all of it."""
    tops = [mark.box.y for mark in figure.marks] + [label.box.y for label in figure.labels]
    down = _TOP - min(tops)
    depth = max([DEPTH, *(key.y + _BOTTOM for key in figure.legend)])
    return replace(
        figure,
        height=math.ceil((down + depth) / _GRID) * _GRID,
        axis=down,
        ticks=tuple(replace(t, text=t.text and _run(t.text, down)) for t in figure.ticks),
        breaks=tuple(replace(cut, text=_run(cut.text, down)) for cut in figure.breaks),
        marks=tuple(_mark(mark, down) for mark in figure.marks),
        labels=tuple(_label(label, down) for label in figure.labels),
        legend=tuple(
            replace(key, y=key.y + down, text=_run(key.text, down)) for key in figure.legend
        ),
    )


def _run(run: Run, down: float) -> Run:
    return replace(run, y=run.y + down)


def _box(box: Box, down: float) -> Box:
    return replace(box, y=box.y + down)


def _mark(mark: Mark, down: float) -> Mark:
    runs = tuple(_run(run, down) for run in mark.runs)
    return replace(mark, y=mark.y + down, box=_box(mark.box, down), runs=runs)


def _label(label: Label, down: float) -> Label:
    runs = tuple(_run(run, down) for run in label.runs)
    return replace(label, foot=label.foot + down, box=_box(label.box, down), runs=runs)
