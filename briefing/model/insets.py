"""What a dossier adds to an assembled briefing: figures and boxes, sections of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from briefing.model.parts import PARTY_PLACE, Breadth, Picture
from briefing.model.text import RichText
from briefing.model.vocabulary import Tlp

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing
    from briefing.model.notes import Block, SourceEntry


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture with its caption and credit, or the cover."""

    id: str
    anchor: str
    place: str
    """As `DeclaredFigure.place`."""
    picture: Picture
    file: str
    alt: str
    """The words that stand for it; "" if it is decorative."""
    caption: RichText
    credit: str
    source: SourceEntry | None = None
    breadth: Breadth = Breadth.COLUMN
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text beside the text, with its notes."""

    id: str
    anchor: str
    place: str
    title: RichText
    blocks: tuple[Block, ...]
    extracts: tuple[str, ...] = ()
    """Ids of those it cites."""
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class OwnSection:
    """A section that the dossier adds, with its notes."""

    id: str
    """As `sections` names it."""
    anchor: str
    title: RichText
    blocks: tuple[Block, ...]
    extracts: tuple[str, ...] = ()
    """Ids of those it cites."""
    tlp: Tlp | None = None

    @property
    def block(self) -> str:
        """Its name among the blocks of a page."""
        return f"section:{self.id}"


Inset = TypeVar("Inset", Illustration, TextBox)


def all_illustrations(briefing: Briefing) -> tuple[Illustration, ...]:
    """Return every figure in print order, the cover apart."""
    parties = (item for party in briefing.positions for item in party.illustrations)
    return _in_order(briefing.sections, (*parties, *briefing.illustrations))


def all_boxes(briefing: Briefing) -> tuple[TextBox, ...]:
    """Return every box in print order."""
    parties = (item for party in briefing.positions for item in party.boxes)
    return _in_order(briefing.sections, (*parties, *briefing.boxes))


def _in_order(sections: tuple[str, ...], insets: tuple[Inset, ...]) -> tuple[Inset, ...]:
    """Return insets by section; those of parties come before those that follow the section."""

    def order(inset: Inset) -> int:
        is_partys = inset.place.startswith(PARTY_PLACE)
        return sections.index("positions" if is_partys else inset.place)

    return tuple(sorted(insets, key=order))
