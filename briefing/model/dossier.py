"""A dossier: everything the analyst wrote, read and cross-checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from briefing.model.audience import Audience
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.extract import Extract
from briefing.model.languages import text_language
from briefing.model.mailing import NO_MAILING, Mailing
from briefing.model.naming import Acronym, Person
from briefing.model.parts import DeclaredBox, DeclaredFigure, DeclaredSection
from briefing.model.source import Source
from briefing.model.text import Paragraph, RichText
from briefing.model.theme import UNNAMED, NamedTheme
from briefing.model.typography import STANDARD, Typography
from briefing.model.vocabulary import DivergenceKind, Tlp


@dataclass(frozen=True, slots=True)
class Author:
    """An author of the briefing itself."""

    name: str
    notice: RichText = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the matter: a state, a group, a voice of its own."""

    id: str
    name: str
    line: int = field(default=0, compare=False)
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue on which the parties hold positions."""

    id: str
    name: str
    line: int = field(default=0, compare=False)
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class DeclaredKeyPoint:
    """A key point in the analyst's words; extracts join it through `appuie`."""

    id: str
    text: RichText
    lead: str = ""
    """Id of the extract quoted in its note; the most direct one if empty."""
    line: int = 0
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class DeclaredPosition:
    """A position several extracts hold together, worded once by the analyst."""

    id: str
    party: str
    issue: str
    text: RichText
    brief: RichText = ()
    line: int = 0
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What is known on one side of a question or of a divergence."""

    label: str
    text: RichText
    extracts: tuple[str, ...] = ()
    line: int = 0
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class DeclaredQuestion:
    """An open question and what is known on either side."""

    id: str
    text: RichText
    sides: tuple[Side, ...] = ()
    line: int = 0
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class DeclaredDivergence:
    """A divergence between documents, or within one."""

    id: str
    kind: DivergenceKind
    title: RichText
    text: RichText = ()
    sides: tuple[Side, ...] = ()
    line: int = 0
    tlp: Tlp | None = None


DeclaredItem: TypeAlias = (
    DeclaredKeyPoint | DeclaredPosition | DeclaredQuestion | DeclaredDivergence
)


@dataclass(frozen=True, slots=True)
class Legal:
    """The lines of the back page that protect author and reader."""

    isbn: str = ""
    issn: str = ""
    disclaimer: RichText = ()
    copyright: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What `[controle]` sets for `briefing check`."""

    longest_quotation: int = 60
    """Words; a longer extract is told (`longueur-citation`)."""
    largest_share: float = 0.25
    """Of the words of one document; more is told (`part-citee`). A figure, no legal claim."""
    silenced: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Codes of warnings that aren't shown, with the analyst's reasons (`[controle.taire]`)."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """Where each code is silenced."""


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """The version that « Ce qui a changé » starts from."""

    path: str
    """Of a dossier, a PDF of ours or an exported JSON; relative to the dossier."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier; every reference in it resolves, or a finding said so."""

    title: str
    subtitle: str = ""
    collection: str = ""
    genre: str = ""
    authors: tuple[Author, ...] = ()
    date: Date | None = None
    language: str = "fr"
    """Of the frame: titles of sections, labels, dates. One of `FRAMES`."""
    told_text_language: str = ""
    """That of the analyst's texts where they said it (`langue-des-textes`)."""
    publisher: str = ""
    bibliography: str = ""
    """File name of the bibliography that completes the fiches, relative to the dossier."""
    citation_style: CitationStyle | None = None
    """What sets the references in place of the house style."""
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    people: tuple[Person, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    key_points: tuple[DeclaredKeyPoint, ...] = ()
    positions: tuple[DeclaredPosition, ...] = ()
    questions: tuple[DeclaredQuestion, ...] = ()
    divergences: tuple[DeclaredDivergence, ...] = ()
    introduction: tuple[Paragraph, ...] = ()
    cover: DeclaredFigure | None = None
    figures: tuple[DeclaredFigure, ...] = ()
    """Pictures that the dossier adds; key figures are those of its extracts."""
    boxes: tuple[DeclaredBox, ...] = ()
    sections: tuple[DeclaredSection, ...] = ()
    """Those that it adds to ours."""
    method: tuple[Paragraph, ...] = ()
    legal: Legal = field(default_factory=Legal)
    audiences: Mapping[str, Audience] = field(default_factory=lambda: MappingProxyType({}))
    checks: CheckSettings = field(default_factory=CheckSettings)
    typography: Typography = STANDARD
    theme: NamedTheme = UNNAMED
    """The look of every edition whose audience names no other."""
    since: EarlierVersion | None = None
    mailing: Mailing = NO_MAILING
    sources: tuple[Source, ...] = ()
    extracts: tuple[Extract, ...] = ()

    @property
    def text_language(self) -> str:
        """The language of the analyst's texts, as BCP 47 writes it."""
        return text_language(self.told_text_language, self.language)
