"""The cover, figures and boxes that an audience may see."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.clearing.hidden import Hidden
from briefing.clearing.prose import ClearedProse, clear_prose
from briefing.clearing.withheld import Consequence, Going
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.parts import PARTY_PLACE, DeclaredBox, DeclaredFigure


@dataclass(frozen=True, slots=True)
class ClearedParts:
    """The parts that stay, and what went."""

    cover: DeclaredFigure | None
    figures: tuple[DeclaredFigure, ...]
    boxes: tuple[DeclaredBox, ...]
    gone: tuple[DeclaredFigure | DeclaredBox, ...]
    texts: tuple[ClearedProse, ...]
    """Those of the boxes that stay or go for want of text."""
    consequences: tuple[Consequence, ...]


def clear_parts(dossier: Dossier, audience: Audience, hidden: Hidden) -> ClearedParts:
    """Return the parts of `dossier` without those that are marked.

    A part goes with the party that it is placed under; a figure with the source that it is taken
    from; a box with the last of its text, cleared as that of the chapeau is.
    """
    return _PartClearer(audience, hidden).cleared(dossier)


class _PartClearer:
    def __init__(self, audience: Audience, hidden: Hidden) -> None:
        self._audience = audience
        self._hidden = hidden
        self._gone: list[DeclaredFigure | DeclaredBox] = []
        self._texts: list[ClearedProse] = []
        self._consequences: list[Consequence] = []

    def cleared(self, dossier: Dossier) -> ClearedParts:
        cover = self._figure(dossier.cover) if dossier.cover else None
        figures = tuple(filter(None, map(self._figure, dossier.figures)))
        boxes = tuple(filter(None, map(self._box, dossier.boxes)))
        gone, texts, consequences = self._gone, self._texts, self._consequences
        return ClearedParts(cover, figures, boxes, tuple(gone), tuple(texts), tuple(consequences))

    def _figure(self, figure: DeclaredFigure) -> DeclaredFigure | None:
        if self._keeps(figure) and figure.source not in self._hidden.sources:
            return figure
        self._let_go(figure, Going.FIGURE)
        return None

    def _box(self, box: DeclaredBox) -> DeclaredBox | None:
        if not self._keeps(box):
            self._let_go(box, Going.BOX)
            return None
        text = clear_prose(box.text, self._audience, self._hidden.extracts)
        told = tuple(replace(going, path=box.file) for going in text.consequences)
        self._texts.append(replace(text, consequences=told))
        if box.text and not text.kept:
            self._let_go(box, Going.BOX)
            return None
        return replace(box, text=text.kept)

    def _keeps(self, part: DeclaredFigure | DeclaredBox) -> bool:
        party = part.place.removeprefix(PARTY_PLACE)
        is_partys = party != part.place
        return self._audience.may_see(part.tlp) and not (
            is_partys and party in self._hidden.parties
        )

    def _let_go(self, part: DeclaredFigure | DeclaredBox, what: Going) -> None:
        self._gone.append(part)
        if self._audience.may_see(part.tlp):
            self._consequences.append(Consequence(what, part.id, part.line))
