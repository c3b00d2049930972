"""Needles looked for in one text of a file."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Final

from briefing.auditing.folding import STOP, is_hyphenated, words_of
from briefing.auditing.needles import Needles
from briefing.auditing.shapes import (
    RUN,
    STRETCH,
    STRETCHES,
    Shape,
    letters_of,
    runs_of,
)
from briefing.auditing.values import Form, Leak, Needle
from briefing.model.carrier import Piece, Where

_BY_CHANCE: Final = 8
"""Letters under which a name stands by chance in what isn't written for people."""
_ANYWHERE: Final = 16
"""Letters from which a name is known whatever it is glued to."""
_SPELT: Final = 4
_LONGEST_GLUED: Final = 60
"""Letters beyond which the stretches of a text are enough."""

_Sought = tuple[Needle, Shape]


@dataclass(frozen=True, slots=True)
class _Hit:
    needle: Needle
    first: int
    """Number of the word that it begins at."""
    last: int
    partial: bool = False


class Searcher:
    """Looks for the needles of one audience in many texts."""

    def __init__(self, needles: Needles) -> None:
        self._needles = needles

    @cached_property
    def _by_first(self) -> Mapping[str, list[_Sought]]:
        found: defaultdict[str, list[_Sought]] = defaultdict(list)
        for sought in self._needles.sought:
            found[sought[1].words[0]].append(sought)
        return found

    @cached_property
    def _glued(self) -> list[tuple[Needle, str, bool]]:
        """Return what may stand in pieces, or glued to its neighbours, and whether it has numbers."""
        found = []
        for needle, shape in self._needles.sought:
            letters, _owners = letters_of(shape)
            numbered = letters != shape.glued
            seen = self._needles.visible if numbered else self._needles.visible_letters
            if _SPELT <= len(shape.glued) <= _LONGEST_GLUED and shape.glued not in seen:
                found.append((needle, shape.glued, numbered))
        return found

    def search(self, piece: Piece) -> list[Leak]:
        """Return what of the needles stands in `piece`, once at each of its places."""
        found = self._search(piece, joined=True)
        if any(is_hyphenated(segment.text) for segment in piece.segments):
            found = {**self._search(piece, joined=False), **found}
        return list(found.values())

    def _search(self, piece: Piece, *, joined: bool) -> dict[tuple[int, int], Leak]:
        """Return the leaks by the needle and the number of their segment."""
        tokens: list[str] = []
        starts: list[int] = []
        count = 0
        for segment in piece.segments:
            starts.append(count)
            told = self._needles.aliases.shorten(words_of(segment.text, joined=joined))
            count += len(told) - told.count(STOP)
            tokens += told if piece.flowing else [*told, STOP]
        shape = Shape.of(tokens)
        hits = [*self._whole(shape), *self._pieces(shape), *self._partial(shape)]
        found: dict[tuple[int, int], Leak] = {}
        for hit in hits:
            number = bisect_right(starts, hit.first) - 1
            parted = not piece.flowing and hit.last >= _next(starts, number)
            least = _ANYWHERE if parted else 0 if piece.prose else _BY_CHANCE
            if (parted and hit.partial) or _size(hit, shape) < least:
                continue  # two texts that happen to meet, or letters that do
            if parted and self._are_seen(hit, starts, shape):
                continue
            key = (id(hit.needle), number)
            if key not in found:
                found[key] = self._leak(hit, piece, number, shape)
        return found

    def _are_seen(self, hit: _Hit, starts: Sequence[int], shape: Shape) -> bool:
        """Say whether what a hit takes of each text may be seen: as a title told three times."""
        met = range(bisect_right(starts, hit.first) - 1, bisect_right(starts, hit.last))
        bounds = [hit.first, *(starts[number] for number in met[1:]), hit.last + 1]
        parts = ("".join(shape.words[first:end]) for first, end in pairwise(bounds))
        return all(len(part) >= _ANYWHERE and part in self._needles.visible for part in parts)

    def _leak(self, hit: _Hit, piece: Piece, number: int, shape: Shape) -> Leak:
        part = piece.segments[number]
        where: Where = (*piece.where, part.where) if part.where else piece.where
        words = " ".join(shape.words[hit.first : hit.last + 1])
        if hit.partial:
            return Leak(hit.needle, where, Form.PARTIAL, words)
        form = Form.EXACT if hit.needle.text in part.text else Form.RESHAPED
        return Leak(hit.needle, where, form, words)

    def _whole(self, shape: Shape) -> Iterator[_Hit]:
        """Yield the needles whose words stand in a row."""
        by_first, words = self._by_first, shape.words
        for place, word in enumerate(words):
            for needle, sought in by_first.get(word, ()):
                size = len(sought.words)
                if words[place : place + size] == sought.words:
                    yield _Hit(needle, place, place + size - 1)

    def _pieces(self, shape: Shape) -> Iterator[_Hit]:
        """Yield the needles whose letters stand in a row, though not as these words.

        Numbers may come between, as calls of notes do, unless the needle has some of its own.
        """
        whole = (shape.glued, [i for i, word in enumerate(shape.words) for _ in word])
        bare = letters_of(shape)
        for needle, sought, numbered in self._glued:
            letters, owners = whole if numbered else bare
            start = letters.find(sought)
            while start >= 0:
                end = start + len(sought)
                if _stands(shape, owners, start, end):
                    yield _Hit(needle, owners[start], owners[end - 1])
                start = letters.find(sought, start + 1)

    def _partial(self, shape: Shape) -> Iterator[_Hit]:
        """Yield the words and letters that stand in a row in a withheld text and nowhere else."""
        runs, stretches = self._needles.runs, self._needles.stretches
        telling = shape.telling
        found = [(place, runs[run]) for run, place in runs_of(shape) if run in runs]
        for first, last, needle in _rows(found):
            yield _Hit(needle, telling[first], telling[last + RUN - 1], partial=True)
        letters, owners = letters_of(shape)
        places = range(len(letters) - STRETCH + 1 if stretches else 0)
        hits = [p for p in places if letters[p : p + STRETCH] in stretches]
        found = [(p, stretches[letters[p : p + STRETCH]]) for p in hits]
        for first, last, needle in _rows(found):
            if last - first + 1 >= STRETCHES:
                yield _Hit(needle, owners[first], owners[last + STRETCH - 1], partial=True)


def _rows(found: Sequence[tuple[int, Needle]]) -> Iterator[tuple[int, int, Needle]]:
    """Yield the first and last of places that follow one another, with what stands there."""
    start = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or found[index][0] != found[index - 1][0] + 1:
            yield found[start][0], found[index - 1][0], found[start][1]
            start = index


def _next(starts: Sequence[int], number: int) -> float:
    """Return the first word of the segment after `number`."""
    return starts[number + 1] if number + 1 < len(starts) else inf


def _size(hit: _Hit, shape: Shape) -> int:
    """Return how many letters were found."""
    return sum(map(len, shape.words[hit.first : hit.last + 1]))


def _stands(shape: Shape, owners: Sequence[int], start: int, end: int) -> bool:
    """Say whether letters that stand in a row are no chance meeting of other words' letters."""
    if end - start >= _ANYWHERE:
        return True
    begins = start == 0 or owners[start - 1] != owners[start]
    ends = end == len(owners) or owners[end] != owners[end - 1]
    if not begins or not ends:
        return False
    words = shape.words[owners[start] : owners[end - 1] + 1]
    return end - start >= _BY_CHANCE or all(len(word) == 1 for word in words)
