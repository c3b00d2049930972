"""Which item of the old version is which of the new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from briefing.comparing.entries import Entry
from briefing.comparing.wording import similarity, wording
from briefing.model.changes import ItemKind

SIMILAR = 0.75
"""Share of words in common from which an item under another id is taken for the same one."""

_NAMELESS = (ItemKind.AUTHOR, ItemKind.INTRODUCTION)
"""They have no id: only their words tell which is which."""

_Token = tuple[int, str, int]
"""How often a word stands in all, the word, and which time it stands in its item."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Items in pairs, old and new, and those that have no other."""

    pairs: tuple[tuple[Entry, Entry], ...]
    withdrawn: tuple[Entry, ...]
    added: tuple[Entry, ...]


def match(old: Sequence[Entry], new: Sequence[Entry]) -> Matching:
    """Match items of one kind: by id, then by the same words, then by words nearly the same.

    Seen from the new version to the old one, the pairs are the same.
    """
    pairs: list[tuple[Entry, Entry]] = []
    gone, come = list(old), list(new)
    for key in (lambda entry: (entry.id, wording(entry.text)), _name, _words):
        gone, come = _take(gone, come, key, pairs)
    for before, after in _near(gone, come):
        pairs.append((before, after))
        gone.remove(before)
        come.remove(after)
    order = {id(entry): place for place, entry in enumerate(new)}
    pairs.sort(key=lambda pair: order[id(pair[1])])
    return Matching(tuple(pairs), tuple(gone), tuple(come))


def _name(entry: Entry) -> Hashable:
    return _words(entry) if entry.item in _NAMELESS else entry.id


def _words(entry: Entry) -> Hashable:
    return wording(entry.text)


def _take(
    old: Iterable[Entry],
    new: Iterable[Entry],
    key: Callable[[Entry], Hashable],
    pairs: list[tuple[Entry, Entry]],
) -> tuple[list[Entry], list[Entry]]:
    """Move those of one key to `pairs`, in their order; return the others."""
    waiting: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for entry in new:
        waiting[key(entry)].append(entry)
    gone = []
    for entry in old:
        same = waiting.get(key(entry))
        if same:
            pairs.append((entry, same.pop(0)))
        else:
            gone.append(entry)
    left = {id(entry) for entries in waiting.values() for entry in entries}
    return gone, [entry for entry in new if id(entry) in left]


def _near(old: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return the pairs whose words are nearly the same, the nearest first."""
    scored = (
        (-similarity(old[i].text, new[j].text), sorted((old[i].text, new[j].text)), i, j)
        for i, j in _candidates(old, new)
    )
    pairs: dict[int, int] = {}
    for score, _, i, j in sorted(scored):
        if -score >= SIMILAR and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(old[i], new[j]) for i, j in pairs.items()]


def _candidates(old: Sequence[Entry], new: Sequence[Entry]) -> set[tuple[int, int]]:
    """Return the places of those that may be near: they have one of their rarest words in common.

    Of a words, similar ones share so many that one is among the a - share + 1 rarest of both:
    prefix filtering (Chaudhuri, Ganti and Kaushik, 2006).
    """
    counts = Counter(word for entry in (*old, *new) for word in wording(entry.text))
    places: defaultdict[_Token, list[int]] = defaultdict(list)
    for j, entry in enumerate(new):
        for token in _rarest(entry, counts):
            places[token].append(j)
    return {
        (i, j)
        for i, entry in enumerate(old)
        for token in _rarest(entry, counts)
        for j in places.get(token, ())
    }


def _rarest(entry: Entry, counts: Mapping[str, int]) -> list[_Token]:
    words = wording(entry.text)
    seen: Counter[str] = Counter()
    tokens = []
    for word in words:
        tokens.append((counts[word], word, seen[word]))
        seen[word] += 1
    shared = ceil(len(words) * SIMILAR / (2 - SIMILAR))
    return sorted(tokens)[: len(words) - shared + 1]
