"""What a feed is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.errors import BriefingError
from briefing.model.finding import Message, message
from briefing.model.text import RichText
from briefing.model.vocabulary import Tlp

PAGE: Final = "text/html"
PDF: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class Described:
    """What a finished file tells of the edition that it is; texts are set already."""

    title: str
    summary: str = ""
    """The subtitle."""
    authors: tuple[str, ...] = ()
    house: str = ""
    """Who publishes it, else the collection that it is part of."""
    date: str = ""
    """W3C: 2025-02-12, 2025-02 or 2025; empty if it bears none."""
    language: str = "fr"
    """BCP 47, of the text."""
    audience: str = ""
    key_points: tuple[RichText, ...] = ()
    rights: str = ""
    tlp: Tlp | None = None
    embargo: str = ""
    """Its moment or the line that tells it; empty without one."""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file: a page or a PDF."""

    path: str
    """As messages show it."""
    name: str
    """Of the file, without its folder: the last part of its address."""
    media_type: str
    size: int
    """Bytes."""
    told: Described

    @property
    def stem(self) -> str:
        """The name without its suffix, which both files of an edition share."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition in the feed."""

    id: str
    told: Described
    updated: str
    """RFC 3339."""
    files: tuple[Finished, ...]
    """The page, the PDF, or both in this order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a feed is made."""

    base: str
    """The address of the folder in which the files will stand."""
    name: str = "feed.xml"
    """Of the file of the feed."""
    itself: str = ""
    """The address of the feed; by default, its name under `base`."""
    title: str = ""
    """By default, what the editions tell of their house, else the host of `base`."""
    rights: str = ""
    """Of the feed as a whole."""
    tag: str = ""
    """`authority,date` of RFC 4151, for ids that outlast the address."""
    clearance: Tlp = Tlp.CLEAR
    """The highest label that may be published."""
    embargoed: bool = False
    """Whether what bears an embargo may be published."""
    audience: str = ""
    """The one audience whose editions are taken; by default any."""
    limit: int = 20
    fallback: str = ""
    """W3C date of an edition that bears none."""
    generator: str = ""
    """The version of the program."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps the feed from being made."""

    path: str
    message: Message
    hint: Message | None = None


class UnreadableError(Exception):
    """A file that doesn't tell what it is."""

    def __init__(self, text: Message, hint: Message | None = None) -> None:
        super().__init__(str(text))
        self.message = text
        self.hint = hint


class FeedError(BriefingError):
    """No feed can be made; `faults` are all the reasons."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__(message("no feed can be made of these files"))
        self.faults = tuple(faults)
