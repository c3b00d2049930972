"""French type set in one go, beside the two libraries that set French on PyPI, on the same text."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from itertools import pairwise

from briefing.typesetting import typeset
from tests.benchmarks.figures import Figure
from tests.benchmarks.french import prose
from tests.benchmarks.measuring import Job, measure, median, ratio, seconds_of

TEXT = 1_000_000
"""Bytes to typeset."""
OURS = "typeset"
SIZES = (4, 2, 1)
"""Shares of the text that are set as well, from the least."""
LINEAR_BOUND = 2.5
FASTER_BOUND = 1.0

Setter = Callable[[str], object]


def typesetting(repeat: int) -> Iterator[Figure]:
    """Megabytes in a second, ours and others', and what twice the text takes."""
    text = prose(TEXT)
    megabytes = len(text.encode()) / 1e6
    rounds = measure({name: job(set_, text) for name, set_ in setters().items()}, repeat=repeat)
    for name in rounds[0]:
        yield Figure(
            f"{name}, {megabytes:.1f} MB of prose", megabytes / median(rounds, name), "MB/s"
        )
        if name != OURS:
            share = ratio(rounds, OURS, name)
            yield Figure(f"  typeset takes, of {name}", share, "", FASTER_BOUND)
    yield from _growth(repeat)


def setters() -> dict[str, Setter]:
    """Return what sets French: ours, and the others as far as they are installed."""
    found: dict[str, Setter] = {OURS: typeset}
    if importlib.util.find_spec("polytypo"):
        from polytypo.text import transform

        found["polytypo"] = lambda text: transform(text, locale="fr-FR")
    if importlib.util.find_spec("typographeur"):
        from typographeur import typographeur

        found["typographeur"] = typographeur
    return found


def job(set_: Setter, text: str) -> Job:
    """Return the setting of `text` as work to measure."""
    return lambda: seconds_of(lambda: set_(text))


def _growth(repeat: int) -> Iterator[Figure]:
    texts = {str(share): prose(TEXT // share) for share in SIZES}
    rounds = measure({name: job(typeset, text) for name, text in texts.items()}, repeat=repeat)
    for small, large in pairwise(SIZES):
        growth = ratio(rounds, str(large), str(small))
        label = f"  {TEXT // large:,} bytes take, of {TEXT // small:,}"
        yield Figure(label, growth, "", LINEAR_BOUND)
