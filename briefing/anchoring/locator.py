"""Where quotations stand in one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.anchoring.chaining import Chain, chains
from briefing.anchoring.choosing import choose
from briefing.anchoring.explaining import Nearest, nearest
from briefing.anchoring.normalising import Normalised
from briefing.anchoring.quoting import as_printed, literally, parts, wordings
from briefing.anchoring.readings import Reading, Readings
from briefing.anchoring.searching import Stretch
from briefing.anchoring.values import Anchor, Place, Query, Trouble
from briefing.model.verification import Verdict


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
        self._readings = Readings(text)

    def locate(
        self, quotation: str, *, prefix: str = "", suffix: str = "", hint: int | None = None
    ) -> Anchor:
        """Return where `quotation` stands, and how surely."""
        query = Query(quotation, prefix, suffix, hint)
        printed = as_printed(quotation)
        return (
            self._exact(self._readings.unmarked, printed, query)
            or self._with_marks(query)
            or self._near(printed)
        )

    def locate_all(self, queries: Iterable[Query | str]) -> list[Anchor]:
        """Return where each of many quotations stands."""
        asked = [Query(query) if isinstance(query, str) else query for query in queries]
        return [
            self.locate(q.quotation, prefix=q.prefix, suffix=q.suffix, hint=q.hint) for q in asked
        ]

    # ---- Exactly ---------------------------------------------------------------------------

    def _with_marks(self, query: Query) -> Anchor | None:
        """Look for a quotation whose marks of markup are the document's own."""
        for form in literally(query.quotation):
            if anchor := self._exact(self._readings.literal, form, query):
                return anchor
        return None

    def _exact(
        self, readings: Callable[[], Iterable[Reading]], printed: str, query: Query
    ) -> Anchor | None:
        for reading in readings():
            for wanted in wordings(printed):
                if found := reading.find(wanted):
                    return _anchor(reading.form, [(stretch,) for stretch in found], query)
        split = parts(printed)
        if len(split) > 1 or (split and split[0] != printed):
            for reading in readings():
                found_parts = [_find_part(reading, part) for part in split]
                if all(found_parts) and (read := chains(found_parts)):
                    return _anchor(reading.form, read, query)
        return None

    # ---- Nearly ----------------------------------------------------------------------------

    def _near(self, printed: str) -> Anchor:
        flowing = self._readings.flowing
        split = parts(printed)
        if len(split) > 1 and (anchor := self._apart(split)):
            return anchor
        found = [nearest(flowing.form, flowing.index, wordings(part)[-1]) for part in split]
        if not found or not all(found):
            return Anchor(Verdict.ABSENT)
        return _near_anchor(flowing.form, [part for part in found if part])

    def _apart(self, split: list[str]) -> Anchor | None:
        """Return what parts make that all stand there, but not as one quotation."""
        flowing = self._readings.flowing
        found = [_find_part(flowing, part) for part in split]
        if not all(found):
            return None
        far = chains(found, reach=None)
        chain = far[0] if far else tuple(places[0] for places in found)
        places = tuple(flowing.form.place(*stretch) for stretch in chain)
        trouble = Trouble.DISTANCE if far else Trouble.ORDER
        return Anchor(
            Verdict.NEAR, min(places).start, max(p.end for p in places), places, trouble=trouble
        )


def _find_part(reading: Reading, part: str) -> list[Stretch]:
    for wanted in wordings(part):
        if found := reading.find(wanted):
            return found
    return []


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
