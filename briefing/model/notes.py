"""What bears the items of a briefing out: sources with their numbers, notes, calls, support."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.extract import Extract
from briefing.model.source import Source
from briefing.model.text import RichText
from briefing.model.verification import Verification
from briefing.model.vocabulary import Status


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its number, in order of first citation."""

    number: int
    source: Source
    extracts: int
    """How many extracts the dossier takes from it."""
    cited: bool = True


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One extract in a note."""

    extract: Extract
    source: SourceEntry
    verification: Verification | None = None
    """None when the briefing was assembled without asking documents or lock."""
    doubtful: bool = False
    """Whether print says that nobody verified it."""
    ibid: bool = False
    """Its source is that of what stands just before: print may say « ibid. »."""
    own_words: bool = False
    """Whether the document speaks for itself: its author, or an unsigned text."""

    @property
    def page(self) -> str:
        """The page to print: the one that the analyst gives, else that of the document."""
        found = self.verification.page if self.verification else None
        return self.extract.page or (str(found) if found else "")


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """One extract in an annex."""

    entry: NoteEntry
    note: int = 0
    """The number of the note that quotes it; 0 if none does."""


@dataclass(frozen=True, slots=True)
class SourceExtracts:
    """What an annex quotes of one source, in the order of its fiche."""

    source: SourceEntry
    entries: tuple[AnnexEntry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: what bears out the item it is called from."""

    number: int
    entries: tuple[NoteEntry, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What is called from an item: notes already printed, and a new one."""

    recalled: tuple[int, ...] = ()
    """Numbers of the notes that print the other quotations: each is printed once."""
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What bears an item out, at a glance."""

    extracts: tuple[str, ...]
    sources: int
    """Distinct sources: extracts of one document, or of one origin, count once."""
    numbers: tuple[int, ...]
    """Numbers of the sources in the source list."""
    statuses: tuple[Status, ...] = ()
    anonymous: bool = False
    """All of it rests on unnamed speakers."""

    @property
    def single(self) -> bool:
        """Whether one source alone says so."""
        return self.sources == 1

    @property
    def factual(self) -> bool:
        """Whether nothing but facts and claims bear it out: then it is corroborated."""
        kinds = set(self.statuses)
        return bool(kinds) and kinds <= {Status.FACT, Status.CLAIM}

    @property
    def analytical(self) -> bool:
        """Whether nothing but analyses and hypotheses bear it out."""
        kinds = set(self.statuses)
        return bool(kinds) and kinds <= {Status.ANALYSIS, Status.HYPOTHESIS}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose, and what is called at its end, if anything."""

    spans: RichText
    call: Call | None = None
    stop: str = ""
    """The punctuation after the call: the call comes before it, and never parts from it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or item of prose with its notes."""

    role: str
    passages: tuple[Passage, ...]
