"""What bears a mark above an audience's clearance, told from the marks alone.

Clearing does more, and should do this too: an audit asks again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import Tlp

_DESCRIBING = frozenset({"quotation", "speaker"})
"""Fields of an extract that may tell who an anonymous speaker is."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an audience may not see, by its marks."""

    audience: Audience
    sources: Collection[str]
    """Ids of those that are marked: their extracts go with them."""

    @classmethod
    def of(cls, dossier: Dossier, audience: Audience) -> Marks:
        """Read the marks of `dossier`."""
        sources = {s.id for s in dossier.sources if not audience.may_see(s.tlp)}
        return cls(audience, frozenset(sources))

    def withhold(self, value: Any) -> bool:  # noqa: ANN401 - any part of a dossier
        """Say whether `value`, an item of a dossier, is withheld as a whole."""
        mark = getattr(value, "tlp", None)
        if isinstance(mark, Tlp) and not self.audience.may_see(mark):
            return True
        if not isinstance(value, Extract):
            return False
        unnamed = value.anonymous and self.audience.anonymous is Anonymous.WITHHELD
        return unnamed or value.source in self.sources

    def withhold_field(self, value: Any, name: str) -> bool:  # noqa: ANN401 - any part of a dossier
        """Say whether the field `name` of an item is withheld, though the item isn't."""
        return (
            isinstance(value, Extract)
            and value.anonymous
            and self.audience.anonymous is Anonymous.SUMMARISED
            and name in _DESCRIBING
        )
