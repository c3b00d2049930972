"""Addresses as people write them: `La rédaction <redaction@exemple.fr>`."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from briefing.mailing.fields import field_fault
from briefing.model.finding import Message, message
from briefing.model.mailing import Address

_NAMED: Final = re.compile(r"(?P<name>[^<>]*)<(?P<spec>[^<>]*)>")
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LONGEST_LOCAL: Final = 64
_LONGEST: Final = 254
"""Octets of the local part, and of an address (RFC 5321, 4.5.3.1)."""


def parse_address(text: str) -> Address | Message:
    """Return the mailbox that `text` writes, or what is wrong with it.

    A domain with accents is written as IDNA has it. An accented local part would ask SMTPUTF8 of
    every server on the way: it is refused.
    """
    if fault := field_fault(text):
        return fault
    whole = text.strip()
    named = _NAMED.fullmatch(whole)
    name = named["name"].strip() if named else ""
    spec = (named["spec"] if named else whole).strip()
    local, at, domain = spec.rpartition("@")
    if not at or not local or not domain or "@" in local:
        return _no_address(whole)
    if not local.isascii():
        return message(
            "“{spec}” has accents before the “@”: many servers refuse such addresses", spec=spec
        )
    host = _ascii_domain(domain)
    if not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(host):
        return _no_address(whole)
    if len(local) > _LONGEST_LOCAL or len(local) + len(host) >= _LONGEST:
        return message("the address “{spec}” is too long", spec=f"{spec[:60]}…")
    return Address(f"{local}@{host}", _unquoted(name))


def _ascii_domain(domain: str) -> str:
    """Return a domain as IDNA writes it; "" if it can't be."""
    if domain.isascii():
        return domain
    try:
        encoded = domain.encode("idna")
        same = encoded.decode("idna") == normalize("NFC", domain).lower()
    except UnicodeError:
        return ""
    # Python's codec is of 2003: where that of 2008 differs (straße.de), it names somebody else's.
    return encoded.decode() if same else ""


def _unquoted(name: str) -> str:
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return name.strip()


def _no_address(text: str) -> Message:
    return message("“{text}” isn't an address", text=text[:80])
