"""The optional parts of a page: a cover, figures, boxes, sections; as they are declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from briefing.model.text import Paragraph, RichText
from briefing.model.vocabulary import Tlp

PARTY_PLACE = "partie:"
"""What stands before the id of a party, where the place of a part is the detail of that party."""
LARGEST_PART = 20_000_000
"""Bytes of a file that a part names: a photograph straight from a good camera has as many."""


class Breadth(StrEnum):
    """How wide a figure is printed."""

    COLUMN = "colonne"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for print and screen."""

    media_type: str
    """`image/png`, `image/jpeg` or `image/svg+xml`."""
    data: bytes = field(repr=False)
    """Turned upright, in sRGB, opaque and without metadata, or a drawing that does nothing."""
    width: int
    height: int
    """Pixels; for a drawing, of its view box."""
    sha256: str
    """Of the file of the dossier, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class DeclaredFigure:
    """A picture that the dossier adds, or its cover."""

    id: str
    file: str
    """Relative to the dossier."""
    alt: str = ""
    """The words that stand for it; "" if it is decorative."""
    caption: RichText = ()
    credit: str = ""
    source: str = ""
    """Id of the source that it is taken from."""
    place: str = ""
    """A section, or `PARTY_PLACE` and the id of a party."""
    breadth: Breadth = Breadth.COLUMN
    tlp: Tlp | None = None
    picture: Picture | None = None
    """None until the file is read, and if it can't be."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class DeclaredBox:
    """A text beside the text, under a title of its own."""

    id: str
    title: RichText
    text: tuple[Paragraph, ...] = ()
    file: str = ""
    """Of the text, relative to the dossier; "" if it stands in `dossier.toml`."""
    place: str = ""
    tlp: Tlp | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class DeclaredSection:
    """A section that the dossier adds to those that every edition may have."""

    id: str
    title: RichText
    text: tuple[Paragraph, ...] = ()
    file: str = ""
    """Of the text, relative to the dossier; "" if it stands in `dossier.toml`."""
    beside: str = ""
    """The section that it follows or precedes: one of ours, or the id of another one."""
    precedes: bool = False
    only_for: tuple[str, ...] = ()
    """Ids of the audiences that read it; empty for all whose order doesn't leave it out."""
    tlp: Tlp | None = None
    path: str = ""
    """Of the file of its text; "" if that stands in `dossier.toml`."""
    line: int = 0
