"""Explaining a miss: the passage that a quotation comes nearest to, and what differs.

Words that the quotation shares with the document, the rarest first, point to a few stretches; the
words of each are aligned with those of the quotation. Nothing here can make a quotation verbatim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.anchoring.aligning import align
from briefing.anchoring.index import WordIndex
from briefing.anchoring.normalising import Normalised
from briefing.anchoring.searching import Stretch
from briefing.anchoring.values import Change, Difference

SIMILAR = 0.5
"""Share of a quotation's words that a passage must have to be called near."""
_SEEDS = 8
_PLACES = 400
"""Places of a word beyond which it tells too little."""
_WINDOWS = 3
_SHORT = 100_000
"""Characters of a document that may be aligned as a whole, when no word tells where."""
_TOKEN = re.compile(r"\w+'?|[^\w\s]")
_CHANGES = {"replace": Change.REPLACED, "delete": Change.ADDED, "insert": Change.DROPPED}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign, with its place in a normalised text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest passage of a document."""

    stretch: Stretch
    similarity: float
    differences: tuple[Difference, ...]


def nearest(document: Normalised, index: WordIndex, wanted: Normalised) -> Nearest | None:
    """Return the passage that `wanted` comes nearest to, if any comes near."""
    quoted = words(wanted, 0, len(wanted.text))
    if not quoted:
        return None
    best: tuple[int, Sequence[Word]] | None = None
    for start, end in _windows(document, index, wanted.text):
        window = words(document, start, end)
        cost, first, last = align([w.key for w in quoted], [w.key for w in window])
        if first < last and (best is None or cost < best[0]):
            best = cost, _widened(quoted, window, first, last)
    if best is None:
        return None
    cost, passage = best
    similarity = 1 - cost / len(quoted)
    if similarity < SIMILAR:
        return None
    stretch = (passage[0].start, passage[-1].end)
    return Nearest(stretch, similarity, tuple(_differences(wanted, quoted, document, passage)))


def _widened(quoted: Sequence[Word], window: Sequence[Word], first: int, last: int) -> list[Word]:
    """Return the passage, with the word that another one stands for at either end."""
    if len(quoted) > last - first and first and quoted[0].key != window[first].key:
        first -= 1
    if len(quoted) > last - first and last < len(window) and quoted[-1].key != window[last - 1].key:
        last += 1
    return list(window[first:last])


def words(text: Normalised, start: int, end: int) -> list[Word]:
    """Return the words of a stretch, whole, with the hyphens that the search leaves out."""
    sign = text.text
    while 0 < start < len(sign) and sign[start - 1].isalnum() and sign[start].isalnum():
        start -= 1
    while 0 < end < len(sign) and sign[end - 1].isalnum() and sign[end].isalnum():
        end += 1
    return [
        Word(_hyphenated(text, m.start(), m.end()), m.start(), m.end())
        for m in _TOKEN.finditer(sign, start, end)
    ]


def _hyphenated(text: Normalised, start: int, end: int) -> str:
    word = text.text[start:end]
    hard, _ = text.hyphens(start, end)
    for place in reversed(hard):
        word = f"{word[:place]}-{word[place:]}"
    return word


def _windows(document: Normalised, index: WordIndex, wanted: str) -> list[Stretch]:
    """Return the stretches to which most of the rarest words point."""
    size = len(wanted)
    slack = 40 + size // 3
    seeds = index.seeds(wanted)
    if not seeds:
        return [(0, len(document.text))] if len(document.text) <= _SHORT else []
    chosen = [seed for seed in seeds if len(seed[1]) <= _PLACES][:_SEEDS] or seeds[:1]
    votes: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for offset, places in chosen:
        for place in places:
            box = (place - offset) // slack
            votes[box].setdefault(offset, place - offset)
            votes[box + 1].setdefault(offset, place - offset)
    ranked = sorted(votes, key=lambda box: (-len(votes[box]), box))[: 2 * _WINDOWS]
    starts = sorted({min(votes[box].values()) for box in ranked[:_WINDOWS]})
    length = len(document.text)
    return [(max(0, s - slack), min(length, s + size + 2 * slack)) for s in starts]


def _differences(
    wanted: Normalised, quoted: Sequence[Word], document: Normalised, passage: Sequence[Word]
) -> list[Difference]:
    matcher = SequenceMatcher(
        None, [w.key for w in quoted], [w.key for w in passage], autojunk=False
    )
    return [
        Difference(_CHANGES[op], _shown(wanted, quoted[a:b]), _shown(document, passage[c:d]))
        for op, a, b, c, d in matcher.get_opcodes()
        if op != "equal"
    ]


def _shown(text: Normalised, chosen: Sequence[Word]) -> str:
    """Return words as the original writes them, on one line."""
    if not chosen:
        return ""
    place = text.place(chosen[0].start, chosen[-1].end)
    return " ".join(text.original[place.start : place.end].split())
