"""An extract: a quotation, the statement drawn from it, and its tags."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.dates import Date
from briefing.model.text import RichText
from briefing.model.vocabulary import Credibility, Dating, Kind, Likelihood, Status, Tlp, Voice


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. For an anonymous speaker, `name` is the description the document gives."""

    name: str
    role: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """One tagged extract; parties and issues are ids of the dossier."""

    id: str
    """`source#local`, unique in the dossier."""
    source: str
    statement: RichText
    quotation: str
    """Byte for byte what the fiche holds, lines of the block quote joined by a space."""
    kinds: tuple[Kind, ...] = ()
    parties: tuple[str, ...] = ()
    """Whom the extract concerns; never who speaks."""
    issues: tuple[str, ...] = ()
    speaker: Speaker | None = None
    voice: Voice | None = None
    via: tuple[str, ...] = ()
    """Who relays it: two extracts of one origin corroborate nothing."""
    status: Status | None = None
    date: Date | None = None
    dating: Dating = Dating.GIVEN
    supports: tuple[str, ...] = ()
    brief: RichText = ()
    """The shortest faithful wording, for a cell of the matrix or the label of an event."""
    figure: str = ""
    """The figure to print large, as the analyst displays it (`chiffre`)."""
    pulled: bool = False
    """Whether its quotation is also printed large, between sections (`exergue`)."""
    credibility: Credibility | None = None
    likelihood: Likelihood | None = None
    tlp: Tlp | None = None
    page: str = ""
    locator: str = ""
    language: str = ""
    """BCP 47 language of the original words."""
    translated: bool = False
    note: str = ""
    comment: str = ""
    path: str = ""
    line: int = 0

    @property
    def anonymous(self) -> bool:
        """Whether the speaker is unnamed."""
        return self.speaker is not None and self.speaker.anonymous
