"""Where quotations stand in one document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from briefing.anchoring.chaining import Chain, chains
from briefing.anchoring.choosing import choose
from briefing.anchoring.explaining import Nearest, nearest
from briefing.anchoring.index import WordIndex
from briefing.anchoring.normalising import Normalised, normalise
from briefing.anchoring.quoting import parts, wordings
from briefing.anchoring.searching import Stretch, all_starts, occurrences
from briefing.anchoring.values import Anchor, Place, Query, Trouble
from briefing.model.verification import Verdict

INDEX_FROM = 40
"""Searches of a document after which an index of its words costs less than reading it again."""


def locate(
    text: str, quotation: str, *, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Anchor:
    """Return where `quotation` stands in `text`, and how surely.

    `prefix`, `suffix` and `hint` only choose between exact occurrences.
    """
    return Locator(text).locate(quotation, prefix=prefix, suffix=suffix, hint=hint)


class Locator:
    """A document, normalised once, in which many quotations are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0

    def locate(
        self, quotation: str, *, prefix: str = "", suffix: str = "", hint: int | None = None
    ) -> Anchor:
        """Return where `quotation` stands, and how surely."""
        query = Query(quotation, prefix, suffix, hint)
        return self._exact(query) or self._near(quotation)

    def locate_all(self, queries: Iterable[Query | str]) -> list[Anchor]:
        """Return where each of many quotations stands."""
        asked = [Query(query) if isinstance(query, str) else query for query in queries]
        return [
            self.locate(q.quotation, prefix=q.prefix, suffix=q.suffix, hint=q.hint) for q in asked
        ]

    # ---- Exactly ---------------------------------------------------------------------------

    def _exact(self, query: Query) -> Anchor | None:
        for document in self._readings():
            for wanted in wordings(query.quotation):
                if found := self._find(document, wanted):
                    return _anchor(document, [(stretch,) for stretch in found], query)
        split = parts(query.quotation)
        if len(split) > 1 or (split and split[0] != query.quotation):
            for document in self._readings():
                found_parts = [self._find_part(document, part) for part in split]
                if all(found_parts) and (read := chains(found_parts)):
                    return _anchor(document, read, query)
        return None

    def _readings(self) -> Iterable[Normalised]:
        yield self._flowing
        if self._flowing.interrupted:
            yield self._literal

    @cached_property
    def _flowing(self) -> Normalised:
        return normalise(self._text, flowing=True)

    @cached_property
    def _literal(self) -> Normalised:
        """The document with all that interrupts it, for a quotation that holds it too."""
        return normalise(self._text)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._flowing.text)

    @cached_property
    def _literal_index(self) -> WordIndex:
        return WordIndex(self._literal.text)

    def _find_part(self, document: Normalised, part: str) -> list[Stretch]:
        for wanted in wordings(part):
            if found := self._find(document, wanted):
                return found
        return []

    def _find(self, document: Normalised, wanted: Normalised) -> list[Stretch]:
        if not any(sign.isalnum() for sign in wanted.text):
            return []
        self._searches += 1
        starts = None
        if self._searches > INDEX_FROM:
            index = self._index if document is self._flowing else self._literal_index
            starts = index.starts(wanted.text)
        return occurrences(
            document, wanted, all_starts(document, wanted) if starts is None else starts
        )

    # ---- Nearly ----------------------------------------------------------------------------

    def _near(self, quotation: str) -> Anchor:
        split = parts(quotation)
        if len(split) > 1 and (anchor := self._apart(split)):
            return anchor
        found = [nearest(self._flowing, self._index, wordings(part)[-1]) for part in split]
        if not found or not all(found):
            return Anchor(Verdict.ABSENT)
        return _near_anchor(self._flowing, [part for part in found if part])

    def _apart(self, split: list[str]) -> Anchor | None:
        """Return what parts make that all stand there, but not as one quotation."""
        found = [self._find_part(self._flowing, part) for part in split]
        if not all(found):
            return None
        far = chains(found, reach=None)
        chain = far[0] if far else tuple(places[0] for places in found)
        places = tuple(self._flowing.place(*stretch) for stretch in chain)
        trouble = Trouble.DISTANCE if far else Trouble.ORDER
        return Anchor(
            Verdict.NEAR, min(places).start, max(p.end for p in places), places, trouble=trouble
        )


def _anchor(document: Normalised, found: list[Chain], query: Query) -> Anchor:
    """Return the verdict on a quotation that stands there at least once."""
    candidates = tuple(
        Place(document.place(*chain[0]).start, document.place(*chain[-1]).end) for chain in found
    )
    chosen = choose(document, found, query)
    parts_ = tuple(document.place(*stretch) for stretch in chosen or found[0])
    return Anchor(
        Verdict.AMBIGUOUS if chosen is None else Verdict.VERBATIM,
        parts_[0].start,
        parts_[-1].end,
        parts_,
        candidates if len(candidates) > 1 else (),
    )


def _near_anchor(document: Normalised, found: list[Nearest]) -> Anchor:
    places = tuple(document.place(*part.stretch) for part in found)
    differences = tuple(difference for part in found for difference in part.differences)
    return Anchor(
        Verdict.NEAR,
        min(places).start,
        max(place.end for place in places),
        places,
        differences=differences,
        trouble=Trouble.WORDING,
    )
