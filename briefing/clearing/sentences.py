"""Sentences of prose, and those that go with the extracts that they cite.

A stop that may be that of an abbreviation ends no sentence here: too much goes rather than too
little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from briefing.model.text import RichText, Span

_MARK: Final = "\ufffc"
"""Stands for a citation, which has no words."""
_SPACE: Final = r"[\s\u00a0\u202f]"
_GROUP: Final = re.compile(rf"{_MARK}(?:{_SPACE}*{_MARK})*")
"""Citations that make one call."""
_END: Final = re.compile(
    rf"[.!?…]+(?:{_SPACE}?[»”\")\]])*(?:{_SPACE}*{_MARK})*"
    rf"(?P<gap>{_SPACE}+)(?=(?:[«“\"(\[–—]{_SPACE}*)*[A-ZÀ-ÖØ-Þ])"
)
_WORD: Final = re.compile(r"[^\W\d_]+\Z")
_SHORT: Final = 3
"""Letters of the shortest word whose stop ends a sentence."""
_ABBREVIATED: Final = frozenset(
    "art chap cit coll col env fig gén hab ibid janv févr avr juil sept oct nov déc dir dr ill inv"
    " mgr mme mlle mmes prof réf sec sén suiv trad vol".split()
)

Run = tuple[int, int]
"""From a place of a text to before another."""


def without(spans: RichText, hidden: Collection[str]) -> tuple[RichText, RichText]:
    """Return `spans` without the sentences that cite what is `hidden`, and those sentences.

    A sentence goes if any of its calls, of one citation or of several side by side, has nothing
    left to cite: what it says there would stand unproved, and could betray what is withheld.
    """
    if not any(set(span.citations) & set(hidden) for span in spans):
        return spans, ()
    text = "".join(_MARK if span.citations else span.text for span in spans)
    cited = [span.citations for span in spans if span.citations]
    kept: list[Run] = []
    gone: list[Run] = []
    for run in _sentences(text):
        (gone if _loses(text, run, cited, hidden) else kept).append(run)
    return _trimmed(_cut(spans, kept, hidden)), _trimmed(_cut(spans, gone, ()))


def _sentences(text: str) -> Iterator[Run]:
    start = 0
    for found in _END.finditer(text):
        word = _WORD.search(text[: found.start()])
        if found[0].startswith(".") and word and _may_be_short(word[0]):
            continue
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def _may_be_short(word: str) -> bool:
    return len(word) < _SHORT or word.casefold() in _ABBREVIATED


def _loses(text: str, run: Run, cited: list[tuple[str, ...]], hidden: Collection[str]) -> bool:
    """Say whether a call of the sentence at `run` has nothing left."""
    first = text.count(_MARK, 0, run[0])
    for group in _GROUP.finditer(text[run[0] : run[1]]):
        count = group[0].count(_MARK)
        ids = [id_ for citations in cited[first : first + count] for id_ in citations]
        first += count
        if all(id_ in hidden for id_ in ids):
            return True
    return False


def _cut(spans: RichText, runs: list[Run], hidden: Collection[str]) -> Iterator[Span]:
    """Yield what of `spans` lies in `runs`; citations keep what isn't hidden."""
    place = 0
    for span in spans:
        end = place + (1 if span.citations else len(span.text))
        for start, stop in runs:
            left, right = max(start, place), min(stop, end)
            if left >= right:
                continue
            if span.citations:
                ids = tuple(id_ for id_ in span.citations if id_ not in hidden)
                yield replace(span, citations=ids)
            else:
                yield replace(span, text=span.text[left - place : right - place])
        place = end


def _trimmed(spans: Iterator[Span]) -> RichText:
    """Return spans with those set alike joined, without emptied citations nor space at an end."""
    made: list[Span] = []
    for span in spans:
        last = made[-1] if made else None
        if not span.text and not span.citations:
            _drop_space(made)
        elif last and not (last.citations or span.citations) and _alike(last, span):
            made[-1] = replace(last, text=last.text + span.text)
        else:
            made.append(span)
    _drop_space(made)
    return tuple(made)


def _drop_space(spans: list[Span]) -> None:
    if spans and not spans[-1].citations:
        bare = spans[-1].text.rstrip()
        spans[-1:] = [replace(spans[-1], text=bare)] if bare else []


def _alike(one: Span, other: Span) -> bool:
    return replace(one, text="") == replace(other, text="")
