"""How a briefing travels by e-mail: `[courriel]` of a dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

ATTACHMENT_LIMIT: Final = 10_000_000
"""Bytes of a PDF that most servers take, once base64 has made it a third longer."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox (RFC 5322, 3.4)."""

    spec: str
    """`redaction@exemple.fr`, in ASCII: an accented domain is written as IDNA has it."""
    name: str = ""
    """As a reader sees it."""

    @property
    def domain(self) -> str:
        """What stands after the `@`."""
        return self.spec.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Mailing:
    """What `[courriel]` says; no header of it holds the end of a line, nor an encoded word."""

    subject: str = ""
    """The title of the dossier if empty."""
    preheader: str = ""
    """What a list of messages shows beside the subject; the subtitle if empty."""
    sender: Address | None = None
    reply_to: Address | None = None
    web: str = ""
    """The address of the web edition, where `{fichier}` is the name of its file."""
    headers: tuple[tuple[str, str], ...] = ()
    """`List-*` alone (RFC 2369, RFC 2919)."""
    attachment_limit: int = ATTACHMENT_LIMIT
    """Bytes that the PDF may have."""
    cover: bool = True
    """Whether the cover of the dossier stands in the message."""
    thumbnail: bool = False
    """Whether the first page of the PDF stands beside the link to it."""
    path: str = field(default="", compare=False)
    """Of `dossier.toml`; empty where there is no `[courriel]`."""
    line: int = field(default=0, compare=False)


NO_MAILING: Final = Mailing()
