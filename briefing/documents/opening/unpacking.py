"""What is gathered of a file while it is taken apart, within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefing.documents.errors import DocumentError
from briefing.model.carrier import Piece, Segment, Unread, Where
from briefing.model.finding import Message, message

MAX_UNPACKED = 400_000_000
"""Bytes that a file may hold once unpacked: more is a bomb, or no edition."""
MAX_DEPTH = 16
"""Files within files."""


@dataclass(slots=True)
class Unpacking:
    """The texts found so far; `sort` knows the formats and is called for what is inside."""

    sort: Callable[[Unpacking, Where, bytes, str], None]
    pieces: list[Piece] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    left: int = MAX_UNPACKED
    depth: int = 0

    def add(
        self,
        where: Where,
        segments: Iterable[Segment],
        *,
        prose: bool = True,
        flowing: bool = False,
    ) -> None:
        """Keep texts that a reader may meet one after the other."""
        kept = tuple(segment for segment in segments if segment.text.strip())
        if kept:
            self.pieces.append(Piece(where, kept, prose, flowing))

    def say(self, where: Where, text: str, *, prose: bool = True) -> None:
        """Keep one text."""
        self.add(where, [Segment(text)], prose=prose)

    def unpack(self, where: Where, data: bytes, name: str = "") -> None:
        """Take apart what is inside; raises `DocumentError` if it is too much."""
        self.spend(len(data))
        if self.depth >= MAX_DEPTH:
            self.fail(where, message("too many files within files"))
            return
        self.depth += 1
        self.sort(self, where, data, name)
        self.depth -= 1

    def spend(self, size: int) -> None:
        """Count `size` bytes more; raises `DocumentError` if they are too many."""
        self.left -= size
        if self.left < 0:
            limit = MAX_UNPACKED // 1_000_000
            raise DocumentError(message("it unpacks to more than {limit} MB", limit=limit))

    def fail(self, where: Where, reason: Message) -> None:
        """Tell of a place that can't be looked into."""
        self.unread.append(Unread(where, reason))
