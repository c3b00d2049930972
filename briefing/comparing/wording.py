"""Words without their typography: whether two wordings differ, how much, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from briefing.anchoring import Normalised, normalise_quotation
from briefing.anchoring.explaining import Word, words
from briefing.model.changes import Rewording, Run

ALIKE = 0.5
"""Share of words in common from which it helps to show which ones differ."""


@lru_cache(maxsize=8192)
def wording(text: str) -> tuple[str, ...]:
    """Return the words and signs of `text` in the form where typography makes no difference."""
    return tuple(word.key for word in _words(normalise_quotation(text)))


def similarity(old: str, new: str) -> float:
    """Return the share of their words that two wordings have in common, from 0 to 1.

    Dice's coefficient (1945) over words and signs, each counted as often as it stands; their
    order plays no part.
    """
    ours, theirs = wording(old), wording(new)
    total = len(ours) + len(theirs)
    return 2 * (Counter(ours) & Counter(theirs)).total() / total if total else 1.0


def reword(old: str, new: str) -> Rewording:
    """Return both wordings, cut where their words differ.

    Those that have fewer than half of their words in common are two sentences, each one run.
    """
    if similarity(old, new) < ALIKE:
        return Rewording((Run(old, changed=True),), (Run(new, changed=True),))
    before, after = normalise_quotation(old), normalise_quotation(new)
    ours, theirs = _words(before), _words(after)
    keys = [word.key for word in ours], [word.key for word in theirs]
    swapped = keys[0] > keys[1]  # the matcher isn't symmetric, and a change must be
    matcher = SequenceMatcher(None, *(keys[::-1] if swapped else keys), autojunk=False)
    blocks = [
        (b, a, size) if swapped else (a, b, size) for a, b, size in matcher.get_matching_blocks()
    ]
    return Rewording(
        _runs(before, ours, [(a, size) for a, _, size in blocks]),
        _runs(after, theirs, [(b, size) for _, b, size in blocks]),
    )


def _words(text: Normalised) -> list[Word]:
    return words(text, 0, len(text.text))


def _runs(
    text: Normalised, found: Sequence[Word], kept: Sequence[tuple[int, int]]
) -> tuple[Run, ...]:
    """Cut a text into runs; the space between two words goes with the first."""
    starts = [text.place(word.start, word.end).start for word in found]
    starts = [0, *starts[1:], len(text.original)] if starts else [0, len(text.original)]
    runs: list[Run] = []
    done = 0
    for first, size in kept:
        for begin, end, changed in ((done, first, True), (first, first + size, False)):
            if end > begin:
                runs.append(Run(text.original[starts[begin] : starts[end]], changed))
        done = first + size
    return tuple(runs)
