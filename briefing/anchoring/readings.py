"""The ways to read one document, each made once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefing.anchoring.index import WordIndex
from briefing.anchoring.normalising import Normalised, normalise
from briefing.anchoring.searching import Stretch, all_starts, occurrences

INDEX_FROM = 40
"""Searches of a document after which an index of its words costs less than reading it again."""


class Reading:
    """A document in one form, in which many quotations are looked for."""

    def __init__(self, form: Normalised) -> None:
        self.form = form
        self._searches = 0

    @cached_property
    def index(self) -> WordIndex:
        """Return where its longer words stand."""
        return WordIndex(self.form.text)

    def find(self, wanted: Normalised) -> list[Stretch]:
        """Return every place where `wanted` stands word for word."""
        if not any(sign.isalnum() for sign in wanted.text):
            return []
        self._searches += 1
        starts = self.index.starts(wanted.text) if self._searches > INDEX_FROM else None
        return occurrences(
            self.form, wanted, all_starts(self.form, wanted) if starts is None else starts
        )


class Readings:
    """A document as it may be read."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def flowing(self) -> Reading:
        """Without what interrupts its sentences."""
        return Reading(normalise(self._text, flowing=True))

    @cached_property
    def interrupted(self) -> Reading:
        """With all that interrupts it, for a quotation that holds it too."""
        return Reading(normalise(self._text))

    @cached_property
    def marked(self) -> Reading:
        """With its marks of markup, for a quotation that holds them too."""
        return Reading(normalise(self._text, markup=False))

    def unmarked(self) -> Iterator[Reading]:
        """Yield the document without its markup: as it flows, then as it stands."""
        yield self.flowing
        if self.flowing.form.interrupted:
            yield self.interrupted

    def literal(self) -> Iterator[Reading]:
        """Yield the document with its markup."""
        yield self.marked
