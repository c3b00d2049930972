"""What a finished file holds once it is taken apart: texts, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.finding import Message

Where = tuple[Message, ...]
"""From the outermost to the innermost: an attachment, then the page of the PDF that it is."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text that has a place of its own: a page, an attribute, a JSON value."""

    text: str
    where: Message | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a file, in segments that a reader may meet one after the other."""

    where: Where
    segments: tuple[Segment, ...]
    prose: bool = True
    """Whether it is written for people; what is not holds many short words by chance."""
    flowing: bool = False
    """Whether a sentence may go on from one segment to the next, as over pages."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that couldn't be looked into, so that nothing can be said of it."""

    where: Where
    reason: Message


@dataclass(frozen=True, slots=True)
class Opened:
    """A file taken apart."""

    name: str
    pieces: tuple[Piece, ...]
    unread: tuple[Unread, ...] = ()
