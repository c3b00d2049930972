"""What a message is made of, before it is bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from briefing.model.mailing import Address


@dataclass(frozen=True, slots=True)
class Inline:
    """A picture that the HTML part shows, as `cid:NAME`."""

    cid: str
    """`couverture@briefing`."""
    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attached file."""

    name: str
    """As the reader sees it; it may have accents."""
    plain_name: str
    """In ASCII, for clients that know no other."""
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to nobody in particular: whoever sends it adds the recipient."""

    subject: str
    sender: Address
    date: datetime
    language: str
    """BCP 47."""
    text: str = field(repr=False)
    html: str = field(repr=False)
    reply_to: Address | None = None
    headers: tuple[tuple[str, str], ...] = ()
    inline: tuple[Inline, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
