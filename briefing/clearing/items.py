"""Key points, positions, questions and divergences that an audience may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.clearing.hidden import Hidden
from briefing.clearing.withheld import Consequence, Going
from briefing.model.audience import Audience
from briefing.model.dossier import (
    DeclaredDivergence,
    DeclaredItem,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    Side,
)

Item = TypeVar("Item", DeclaredKeyPoint, DeclaredPosition)


class ItemClearer:
    """Clears the items of a dossier, and collects those that go."""

    def __init__(self, audience: Audience, hidden: Hidden) -> None:
        self._audience = audience
        self._hidden = hidden
        self.gone: list[DeclaredItem | Side] = []
        self.consequences: list[Consequence] = []

    def cleared(self, dossier: Dossier) -> Dossier:
        """Return `dossier` with the items that stay."""
        places = (self._hidden.parties, self._hidden.issues)
        seen = [p for p in dossier.positions if self._sees_place(p, *places)]
        points = self._borne_out(dossier.key_points, Going.KEY_POINT)
        return replace(
            dossier,
            key_points=tuple(
                replace(point, lead="") if point.lead in self._hidden.extracts else point
                for point in points
            ),
            positions=tuple(self._borne_out(seen, Going.POSITION)),
            questions=tuple(filter(None, map(self._question, dossier.questions))),
            divergences=tuple(filter(None, map(self._divergence, dossier.divergences))),
        )

    def _sees_place(
        self, position: DeclaredPosition, parties: frozenset[str], issues: frozenset[str]
    ) -> bool:
        if position.party not in parties and position.issue not in issues:
            return True
        self._let_go(position, Going.POSITION, position.id)
        return False

    def _borne_out(self, items: Iterable[Item], what: Going) -> Iterable[Item]:
        """Return the items that aren't marked, and of whose extracts any is left."""
        left: list[Item] = []
        for item in items:
            unproved = self._hidden.all_of(self._hidden.supporters.get(item.id, ()))
            if unproved or not self._audience.may_see(item.tlp):
                self._let_go(item, what, item.id)
            else:
                left.append(item)
        return left

    def _question(self, question: DeclaredQuestion) -> DeclaredQuestion | None:
        if not self._audience.may_see(question.tlp):
            self.gone.append(question)
            return None
        return replace(question, sides=self._sides(question))

    def _divergence(self, divergence: DeclaredDivergence) -> DeclaredDivergence | None:
        if not self._audience.may_see(divergence.tlp):
            self.gone.append(divergence)
            return None
        sides = self._sides(divergence)
        if divergence.sides and not sides:
            self._let_go(divergence, Going.DIVERGENCE, divergence.id)
            return None
        return replace(divergence, sides=sides)

    def _sides(self, item: DeclaredQuestion | DeclaredDivergence) -> tuple[Side, ...]:
        left: list[Side] = []
        for side in item.sides:
            if self._hidden.all_of(side.extracts) or not self._audience.may_see(side.tlp):
                self._let_go(side, Going.SIDE, side.label or item.id)
            else:
                seen = (id_ for id_ in side.extracts if id_ not in self._hidden.extracts)
                left.append(replace(side, extracts=tuple(seen)))
        return tuple(left)

    def _let_go(self, item: DeclaredItem | Side, what: Going, name: str) -> None:
        self.gone.append(item)
        if self._audience.may_see(item.tlp):
            self.consequences.append(Consequence(what, name, item.line))
