"""The runs of one sentence, each set as its own language is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from briefing.model.text import Span
from briefing.typesetting.characters import NARROW
from briefing.typesetting.engine import Typesetter
from briefing.typesetting.foreign_marks import collide
from briefing.typesetting.frame import base


def set_runs(spans: Sequence[Span], by: Typesetter, *, frozen: Collection[int] = ()) -> list[str]:
    """Typeset `spans` as one text, and return as many texts.

    Those in another language count as words for the others, and are set by their own habits;
    those in `frozen` stay. Quotation marks of two languages never touch.
    """
    foreign = {index for index, span in enumerate(spans) if span.language}
    texts = by.spans([span.text for span in spans], frozen=foreign | set(frozen))
    others = sorted(foreign.difference(frozen))
    for (_, language), run in groupby(
        enumerate(others), key=lambda pair: (pair[1] - pair[0], spans[pair[1]].language)
    ):
        places = [place for _, place in run]
        setter = by.within(language)
        for place, text in zip(places, setter.spans([texts[i] for i in places]), strict=True):
            texts[place] = text
    return _apart(texts, [base(span.language or by.locale) for span in spans])


def _apart(texts: list[str], languages: Sequence[str]) -> list[str]:
    """Set a thin space between quotation marks of two languages, on the side of the first text."""
    for i in range(len(texts) - 1):
        if languages[i] != languages[i + 1] and collide(texts[i], texts[i + 1]):
            texts[i] += NARROW
    return texts
