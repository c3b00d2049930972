"""The TLP label that a finished file bears."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.model.vocabulary import TLP_RANKS, Tlp

_LABEL: Final = re.compile(r"\s*TLP:\s*([A-Z+]+)\s*", re.IGNORECASE)


def told_mark(labels: Iterable[str]) -> Tlp | None:
    """Return the highest of `labels`, such as `TLP:AMBER`; one that no TLP 2.0 knows is red."""
    found = (_LABEL.fullmatch(label) for label in labels if label.strip())
    marks = [_mark(label[1].lower() if label else "") for label in found]
    return max(marks, key=TLP_RANKS.__getitem__, default=None)


def printed_mark(page: str) -> Tlp | None:
    """Return the label that a printed page bears on a line of its own."""
    return told_mark(line for line in page.splitlines() if _LABEL.fullmatch(line))


def _mark(name: str) -> Tlp:
    return Tlp(name) if name in TLP_RANKS else Tlp.RED
