"""What is withheld from an audience, and what goes along with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.dossier import DeclaredItem, Issue, Party, Side
from briefing.model.extract import Extract
from briefing.model.naming import Person
from briefing.model.parts import DeclaredBox, DeclaredFigure, DeclaredSection
from briefing.model.source import Source
from briefing.model.text import Paragraph


class Going(StrEnum):
    """What goes, though it bears no mark itself."""

    SOURCE = "source"
    EXTRACT = "extract"
    KEY_POINT = "key point"
    POSITION = "position"
    SIDE = "side"
    DIVERGENCE = "divergence"
    SENTENCE = "sentence"
    HEADING = "heading"
    SECTION = "section"
    FIGURE = "figure"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Consequence:
    """Something unmarked that goes since nothing that bears it out is left."""

    what: Going
    name: str
    """Its id, or the words that go."""
    line: int = 0
    path: str = ""
    """Of its fiche, or of the text of its box, as the dossier names it; empty for what stands in
    `dossier.toml` or in the chapeau."""
    in_introduction: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """Everything of a dossier that an audience may not see, as the dossier has it."""

    sources: tuple[Source, ...] = ()
    extracts: tuple[Extract, ...] = ()
    quotations: tuple[Extract, ...] = ()
    """Those of whom the statement stays: their quotation and their speaker are withheld."""
    items: tuple[DeclaredItem | Side, ...] = ()
    passages: tuple[Paragraph, ...] = ()
    """Whole paragraphs, or the sentences that go out of one."""
    sections: tuple[DeclaredSection, ...] = ()
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    people: tuple[Person, ...] = ()
    parts: tuple[DeclaredFigure | DeclaredBox, ...] = ()
    """The cover, figures and boxes."""
    consequences: tuple[Consequence, ...] = ()
    """Those of `sources`, `extracts`, `items`, `passages` and `parts` that bear no mark themselves."""
