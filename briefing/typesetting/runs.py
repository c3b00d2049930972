"""The runs of one sentence, each set as its own language is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from briefing.model.text import Span
from briefing.typesetting.conventions import is_french
from briefing.typesetting.engine import Typesetter


def set_runs(spans: Sequence[Span], by: Typesetter, *, frozen: Collection[int] = ()) -> list[str]:
    """Typeset `spans` as one text, and return as many texts.

    Those in another language, and those in `frozen`, count as words and stay; French ones amid
    another language are set as French.
    """
    foreign = {index for index, span in enumerate(spans) if span.language}
    texts = by.spans([span.text for span in spans], frozen=foreign | set(frozen))
    if by.sets:
        return texts
    french = sorted(i for i in foreign.difference(frozen) if is_french(spans[i].language))
    for _, run in groupby(enumerate(french), key=lambda pair: pair[1] - pair[0]):
        places = [place for _, place in run]
        setter = by.within(spans[places[0]].language)
        for place, text in zip(places, setter.spans([texts[i] for i in places]), strict=True):
            texts[place] = text
    return texts
