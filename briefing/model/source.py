"""A source: what the dossier knows of one document."""

from __future__ import annotations

from dataclasses import dataclass

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
    publisher: str = ""
    collection: str = ""
    date: Date | None = None
    dating: Dating = Dating.GIVEN
    document: str = ""
    """Path of the full text, relative to the dossier."""
    url: str = ""
    accessed: Date | None = None
    isbn: str = ""
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
        """Whether the document names an author."""
        return bool(self.authors)

    @property
    def document_name(self) -> str:
        """File name of the full text."""
        return self.document.rpartition("/")[2]
