"""Addresses of mail, parsed strictly: none can carry a second header, command or recipient."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from briefing.model.finding import Message, message
from briefing.sending.domains import encode_domain

_ATEXT = r"A-Za-z0-9!#$%&'*+/=?^_`{|}~\-"
_LOCAL = re.compile(rf"[{_ATEXT}\u00a1-\U0010ffff]+(?:\.[{_ATEXT}\u00a1-\U0010ffff]+)*")
_NAMED = re.compile(r'\s*(?P<name>"(?:[^"\\]|\\.)*"|[^<>"]*?)\s*<(?P<address>[^<>]*)>\s*')
_NOT_PRINTED = ("Cc", "Cf", "Cs", "Zl", "Zp")
_LONGEST_LOCAL = 64
"""Octets (RFC 5321, 4.5.3.1.1)."""
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox."""

    local: str
    domain: str
    """In ASCII, as on the wire."""
    name: str = ""
    """Whose it is, as people read it."""
    written: str = ""
    """The mailbox as it was typed."""

    @property
    def mailbox(self) -> str:
        """`local@domain`, its domain encoded."""
        return f"{self.local}@{self.domain}"

    @property
    def needs_utf8(self) -> bool:
        """Whether only SMTPUTF8 (RFC 6531) can carry it; an accented domain alone is encoded."""
        return not self.local.isascii()

    @property
    def key(self) -> str:
        """What two spellings of one mailbox share; in practice, no server tells cases apart."""
        return unicodedata.normalize("NFC", self.mailbox).lower()  # not casefold: ß is no ss

    @property
    def shown(self) -> str:
        """As a person would write it."""
        mailbox = self.written or self.mailbox
        return f"{self.name} <{mailbox}>" if self.name else mailbox


def parse_address(text: str) -> Address | Message:
    """Parse `a@b.fr` or `Name <a@b.fr>`, or say what is wrong.

    Dot-atoms only (RFC 5322, 3.4.1; RFC 6532 for letters beyond ASCII): quoted local parts,
    address literals, comments and groups are refused, for parsers disagree about them.
    """
    if any(unicodedata.category(sign) in _NOT_PRINTED for sign in text.strip(" \t")):
        return message("an address holds a control character: “{text}”", text=text)
    named = _NAMED.fullmatch(text)
    name, mailbox = (_unquoted(named["name"]), named["address"]) if named else ("", text.strip())
    if len(name) > _LONGEST_NAME:
        return message("the name is longer than {limit} characters", limit=_LONGEST_NAME)
    return _mailbox(mailbox, name)


def _unquoted(name: str) -> str:
    if name.startswith('"'):
        return re.sub(r"\\(.)", r"\1", name[1:-1]).strip()
    return " ".join(name.split())


def _mailbox(mailbox: str, name: str) -> Address | Message:
    typed = unicodedata.normalize("NFC", mailbox)
    local, at, domain = typed.rpartition("@")
    if not at or not domain or not _is_local(local):
        return message("“{text}” isn't an address", text=mailbox)
    encoded = encode_domain(domain)
    if isinstance(encoded, Message):
        return encoded
    return Address(local, encoded, name, typed)


def _is_local(local: str) -> bool:
    """Say whether `local` is a dot-atom that nobody could take for an encoded word."""
    spaced = any(unicodedata.category(sign) == "Zs" for sign in local)
    short = len(local.encode()) <= _LONGEST_LOCAL
    return bool(_LOCAL.fullmatch(local)) and short and not spaced and "=?" not in local
