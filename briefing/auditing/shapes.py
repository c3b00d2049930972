"""A text as it is searched: its words, its letters end to end, and stretches of either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.auditing.folding import STOP

RUN: Final = 6
"""Words in a row that betray a text, elided ones not counted."""
RUN_LETTERS: Final = 20
"""The fewest signs that they have, spaces counted."""
STRETCH: Final = 24
"""Letters in a row that are compared, whatever parts them."""
STRETCHES: Final = 17
"""How many overlap where a text is betrayed: lists of names make as many as 16, hence 40 letters."""
MONTHS: Final = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr"
    " avr juil sept oct nov dec january february march april may june july august september october"
    " november december januar februar marz juni juli oktober dezember jan feb mar apr jun jul aug"
    " sep okt dez".split()
)
"""Beside numbers: an edition prints dates next to any text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A text as it is searched."""

    words: tuple[str, ...]
    spaced: str
    """The words, each between spaces."""
    glued: str
    """The words end to end."""
    telling: tuple[int, ...]
    """Places of the words of several letters that are neither numbers nor months."""
    row: tuple[int, ...]
    """For each of them, how many stops, numbers and months stand before it."""

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Shape:
        """Shape folded words, and the stops between them."""
        words = [token for token in tokens if token != STOP]
        telling, rows = _telling(tokens)
        return cls(tuple(words), f" {' '.join(words)} ", "".join(words), telling, rows)

    def holds(self, other: Shape) -> bool:
        """Say whether all words of `other` stand here in a row."""
        return other.spaced in self.spaced


def _telling(tokens: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of the words that tell something, and the row that each stands in."""
    telling, rows = [], []
    place = row = 0
    for token in tokens:
        if token == STOP:
            row += 1
            continue
        if token.isdigit() or token in MONTHS:
            row += 1
        elif len(token) > 1:
            telling.append(place)
            rows.append(row)
        place += 1
    return tuple(telling), tuple(rows)


def runs_of(shape: Shape) -> Iterator[tuple[str, int]]:
    """Yield each run of words that no stop or number parts, and the number of its first word."""
    telling, row = shape.telling, shape.row
    words = [shape.words[place] for place in telling]
    for first in range(len(words) - RUN + 1):
        if row[first] == row[first + RUN - 1]:
            run = " ".join(words[first : first + RUN])
            if len(run) >= RUN_LETTERS:
                yield run, first


def letters_of(shape: Shape) -> tuple[str, list[int]]:
    """Return the letters of all words but numbers and months, and the word that each is of."""
    words = shape.words
    kept = [i for i, word in enumerate(words) if not word.isdigit() and word not in MONTHS]
    owners = [place for place in kept for _ in words[place]]
    return "".join([words[place] for place in kept]), owners


def stretches_of(letters: str) -> Iterator[tuple[str, int]]:
    """Yield each stretch of `letters` and where it begins."""
    for first in range(len(letters) - STRETCH + 1):
        yield letters[first : first + STRETCH], first
