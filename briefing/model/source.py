"""A source: what the dossier knows of one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.dates import Date
from briefing.model.vocabulary import Dating, Reliability, SourceType, Tlp


@dataclass(frozen=True, slots=True)
class Source:
    """The reference of one document, as the header of its fiche gives it."""

    id: str
    """The fiche's file name without its suffix."""
    title: str
    type: SourceType | None = None
    title_supplied: bool = False
    """The document has no title: the one given, in brackets, is the analyst's (ISBD practice)."""
    authors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Those of `authors` that are organisations, named by `organisme`: never shortened."""
    editors: tuple[str, ...] = ()
    """Who directed a collective work or a thesis (`direction`), « dir. » in print."""
    translators: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()
    account: str = ""
    """The account that a post on a social network stands under, with its @."""
    container: str = ""
    """What it appeared in (`dans`): a newspaper, a review, a book, a programme, a platform."""
    volume: str = ""
    number: str = ""
    edition: str = ""
    pages: str = ""
    """A page or a range; for a book or a report, a bare number is the total."""
    event: str = ""
    """The occasion of a speech."""
    place: str = ""
    publisher: str = ""
    collection: str = ""
    date: Date | None = None
    dating: Dating = Dating.GIVEN
    document: str = ""
    """Of the full text: its file name, or its path in the dossier."""
    document_line: int = field(default=0, compare=False)
    """Line of the tag; 0 if there is none."""
    url: str = ""
    accessed: Date | None = None
    isbn: str = ""
    doi: str = ""
    identifier: str = ""
    """What the law or an institution knows it by: ECLI, CELEX, NOR, a symbol of the UN."""
    key: str = ""
    """The citation key in the dossier's bibliography (`clé`)."""
    language: str = ""
    label: str = ""
    """Short name for notes (`abrégé`)."""
    reliability: Reliability | None = None
    tlp: Tlp | None = None
    note: str = ""
    comment: str = ""
    """What the analyst wrote under the tags; not printed."""
    path: str = ""
    line: int = 0

    @property
    def signed(self) -> bool:
        """Whether the document names who answers for it: author, director, account."""
        return bool(self.authors or self.directors or self.account)

    @property
    def directors(self) -> tuple[str, ...]:
        """Those of `editors` who answer for the document itself, where nobody signs it."""
        led_by_others = (SourceType.CHAPTER, SourceType.THESIS)
        return () if self.authors or self.type in led_by_others else self.editors

    @property
    def document_name(self) -> str:
        """File name of the full text."""
        return self.document.rpartition("/")[2]
