"""What one audience will read, before any template: immutable plain data, all that one may use."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.audience import Depth, NoteStyle
from briefing.model.changes import Changes
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.dossier import Author, Issue, Legal, Party
from briefing.model.extract import Extract
from briefing.model.insets import Illustration, OwnSection, TextBox
from briefing.model.languages import text_language
from briefing.model.mailing import Mailing
from briefing.model.naming import Acronym, Person
from briefing.model.notes import Block, Call, Note, NoteEntry, SourceEntry, SourceExtracts, Support
from briefing.model.text import Paragraph, RichText
from briefing.model.typography import STANDARD, Typography
from briefing.model.vocabulary import Dating, DivergenceKind, Status, Tlp, Voice


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft tells of itself, on its first page."""

    faults: int = 0
    """Errors of the dossier: what they spoil may be missing."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A key point with its note and support."""

    id: str
    text: RichText
    call: Call | None
    support: Support


@dataclass(frozen=True, slots=True)
class Position:
    """What is said of one party on one issue, and by which voice."""

    id: str
    anchor: str
    party: Party
    issue: Issue
    text: RichText
    brief: RichText
    """For a cell of the matrix; the text itself if the analyst gave nothing shorter."""
    voice: Voice | None
    """The most direct voice among its extracts."""
    voices: tuple[Voice, ...]
    """Every voice among them, from the most direct: print names each."""
    status: Status | None
    speakers: tuple[str, ...]
    """Names, or the descriptions of anonymous speakers."""
    date: Date | None
    dating: Dating
    support: Support
    call: Call | None = None
    in_matrix: bool = True
    declared: bool = False
    """Worded by the analyst for several extracts (`[[positions]]`)."""
    see: str = ""
    """Anchor of the same statement under an earlier issue of the party, where it is printed."""
    under: Issue | None = None
    """That earlier issue."""

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of the notes it calls."""
        if not self.call:
            return ()
        return self.call.recalled + ((self.call.note.number,) if self.call.note else ())


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix; without positions it is a gap, and printed as one."""

    party: Party
    issue: Issue
    positions: tuple[Position, ...]
    others: int = 0
    """Positions left to the detail."""

    @property
    def gap(self) -> bool:
        """Whether the documents hold nothing here."""
        return not self.positions


@dataclass(frozen=True, slots=True)
class Row:
    """The positions of every party on one issue."""

    issue: Issue
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties × issues."""

    parties: tuple[Party, ...]
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> int:
        """How many cells hold nothing."""
        return sum(cell.gap for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class IssuePositions:
    """The positions of one party on one issue."""

    issue: Issue
    positions: tuple[Position, ...]
    also: tuple[Position, ...] = ()
    """Those already printed under an earlier issue."""

    @property
    def elsewhere(self) -> tuple[tuple[Issue, tuple[Position, ...]], ...]:
        """Those of `also` by the issue under which they are printed, in order."""
        by_issue: dict[Issue, list[Position]] = {}
        for position in self.also:
            by_issue.setdefault(position.under or position.issue, []).append(position)
        return tuple((issue, tuple(positions)) for issue, positions in by_issue.items())


@dataclass(frozen=True, slots=True)
class PartyPositions:
    """All positions of one party, issue by issue; `gaps` are the issues without any."""

    party: Party
    issues: tuple[IssuePositions, ...]
    gaps: tuple[Issue, ...]
    pull_quotes: tuple[PullQuote, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    boxes: tuple[TextBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact."""

    id: str
    date: Date
    dating: Dating
    text: RichText
    status: Status | None
    support: Support
    call: Call | None
    brief: RichText = ()
    """Its shortest faithful wording, for the timeline."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure printed large, and what it measures."""

    id: str
    figure: str
    """As the analyst displays it: « 15-20 ans »."""
    text: RichText
    """What it measures: the short wording of its extract, or the statement."""
    date: Date | None
    dating: Dating
    status: Status | None
    support: Support
    call: Call | None


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quotation printed large; its note quotes it as any other."""

    id: str
    entry: NoteEntry
    call: Call | None


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a question or divergence."""

    label: str
    text: RichText
    call: Call | None
    support: Support


@dataclass(frozen=True, slots=True)
class Question:
    """An open question and what is known on either side."""

    id: str
    text: RichText
    sides: tuple[SideView, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where the documents part."""

    id: str
    kind: DivergenceKind
    title: RichText
    text: RichText
    sides: tuple[SideView, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Method:
    """What the reader should know of how the briefing was made."""

    extracts: int
    sources: int
    unsigned_sources: int
    undated_sources: int
    anonymous_extracts: int
    single_source_key_points: int
    translated_extracts: int
    voices: tuple[tuple[Voice, int], ...]
    """Positions by voice, from the most direct."""
    rated: bool
    text: tuple[Paragraph, ...]
    noted: bool = False
    """Whether every key point, position and dated fact calls a note."""
    verified: int | None = None
    """Quotations that stand word for word in their document; None when nobody asked."""
    verified_earlier: int = 0
    """Those of them whose document wasn't at hand: the lock answered for it."""
    locked_on: Date | None = None
    """The day the lock was made."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole, in the order of its sections."""

    title: str
    subtitle: str
    collection: str
    genre: str
    publisher: str
    authors: tuple[Author, ...]
    date: Date | None
    language: str
    """Of the frame."""
    audience: str
    audience_name: str
    template: str
    sections: tuple[str, ...]
    told_text_language: str = ""
    """That of the analyst's texts where the dossier says it."""
    draft: Draft | None = None
    """Built in spite of errors: every page says so, and so does each unverified quotation."""
    cover: Illustration | None = None
    illustrations: tuple[Illustration, ...] = ()
    """After sections; those of a party are with its positions."""
    boxes: tuple[TextBox, ...] = ()
    """The same of texts."""
    own_sections: tuple[OwnSection, ...] = ()
    """Those that the dossier adds, in print order."""
    key_points: tuple[KeyPoint, ...] = ()
    changes: Changes | None = None
    """Since the version that the dossier names; None without one, or if nothing changed."""
    introduction: tuple[Block, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    """Those that concern no party, after the chapeau."""
    figures: tuple[Figure, ...] = ()
    matrix: Matrix | None = None
    positions: tuple[PartyPositions, ...] = ()
    highlights: tuple[Position, ...] = ()
    """E-mail alone: the positions that most sources bear out, one a party."""
    events: tuple[Event, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    method: Method | None = None
    legal: Legal = field(default_factory=Legal)
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    people: tuple[Person, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    typography: Typography = STANDARD
    citation_style: CitationStyle | None = None
    tlp: Tlp | None = None
    """The highest mark of what the edition holds; None if nothing of it bears one."""
    depth: Depth = Depth.ALL
    note_style: NoteStyle = NoteStyle.FULL
    headings: tuple[tuple[str, str], ...] = ()
    """Sections that have another heading than usual, and what it is."""
    foreword: tuple[Block, ...] = ()
    contact: tuple[str, ...] = ()
    embargo: str = ""
    """Until when nothing of it may be published."""
    left_out: tuple[tuple[str, int], ...] = ()
    """How many items of which section are left to the complete edition, where some are; `parties`
    and `enjeux` are those of the matrix."""
    annex: tuple[SourceExtracts, ...] = ()
    """Every extract, source by source, where the audience reads such an annex."""
    extracts: tuple[Extract, ...] = field(default=(), repr=False)
    """All that the audience may see, if its edition leaves out nothing; else those in notes."""
    whole: bool = True
    """Whether it leaves out no section, extract or note that says something."""
    mailing: Mailing | None = None
    """E-mail alone: subject, preheader, the address of the web edition."""

    @property
    def text_language(self) -> str:
        """The language of the analyst's texts, as BCP 47 writes it."""
        return text_language(self.told_text_language, self.language)
