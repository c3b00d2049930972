"""An audience: for whom an edition is made, what it may see and how much it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from briefing.model.naming import Naming
from briefing.model.text import Paragraph
from briefing.model.theme import UNNAMED, NamedTheme
from briefing.model.vocabulary import Tlp


class Depth(StrEnum):
    """How many extracts bear an item out in its note (`profondeur`)."""

    ALL = "complète"
    ONE = "une"
    """The most direct one."""
    NONE = "aucune"
    """Nothing is quoted, and positions stand in the matrix alone."""


class NoteStyle(StrEnum):
    """What a note says (`notes`)."""

    FULL = "complètes"
    SHORT = "courtes"
    """Who says it and where, without the quotation."""
    NONE = "aucune"


class Anonymous(StrEnum):
    """What becomes of statements whose speaker is unnamed (`anonymes`)."""

    SHOWN = "montrés"
    SUMMARISED = "résumés"
    """The statement stays; its quotation goes, and so does what would describe the speaker."""
    WITHHELD = "retirés"


@dataclass(frozen=True, slots=True)
class Product:
    """What sets a built-in edition apart, beside its template."""

    digest: bool = False
    """Cut to what one page holds, by the rules of `briefing.assembling.digest`."""
    quotations: int = 0
    """How many quotations are chosen to be printed large, ready to be taken up."""
    mail: bool = False
    """Cut to what an e-mail holds, by the rules of `briefing.assembling.mail`."""
    annex: bool = False
    """Every extract in an annex, source by source."""
    theme: str = ""
    """Its look, where neither audience nor dossier names one."""


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom an edition is made."""

    id: str
    name: str
    template: str
    sections: tuple[str, ...]
    """In order; those that the dossier adds are named by their ids."""
    formats: tuple[str, ...] = ("pdf", "html")
    naming: Naming = Naming.SHORT
    theme: NamedTheme = UNNAMED
    clearance: Tlp = Tlp.CLEAR
    """The highest mark that it may see; what bears none is for everybody."""
    anonymous: Anonymous = Anonymous.SHOWN
    depth: Depth = Depth.ALL
    notes: NoteStyle = NoteStyle.FULL
    rating: bool = True
    """Whether the ratings of sources and extracts are shown."""
    language: str = ""
    """Of the frame; that of the dossier if empty."""
    file: str = ""
    """Pattern of the file names, without suffix: `{titre}-{public}`; the usual ones if empty."""
    pages: int = 0
    """The most that its PDF may have; 0 without a limit."""
    headings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What a section is called here in place of its usual name, by section."""
    foreword: tuple[Paragraph, ...] = ()
    contact: tuple[str, ...] = ()
    """Whom a reader may write to, line by line."""
    embargo: str = ""
    """Until when nothing of it may be published, in words."""
    mailed: tuple[str, ...] = ()
    """The sections of its e-mail, in order; those of `MAILED` that it has, if empty."""
    product: Product = field(default_factory=Product)
    ordered: bool = False
    """Whether the dossier says which sections it has: what it doesn't name stays out."""

    @property
    def is_restricted(self) -> bool:
        """Whether anything of a dossier may be withheld from it."""
        return self.clearance is not Tlp.RED or self.anonymous is not Anonymous.SHOWN

    def may_see(self, mark: Tlp | None) -> bool:
        """Whether what bears `mark` is for this audience."""
        return mark is None or mark.rank <= self.clearance.rank
