"""Names and moments as Atom wants them: ids that last, addresses, RFC 3339."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from typing import Final

from briefing.feeding.values import Settings

_NAMESPACE: Final = uuid.UUID("b0e6f1a4-6a0e-5d56-9c0b-6a1f0f6f6f52")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_BASE: Final = re.compile(
    r"https?://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
)
"""RFC 3986, without user, query or fragment: names of files are put after it."""
_TAG: Final = re.compile(
    r"(?:[\w.-]+@)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
    r",\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?",
    re.ASCII,
)
"""RFC 4151, 2.1: a DNS name or an address of e-mail, and a date."""
_PLAIN: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def is_base(address: str) -> bool:
    """Say whether files may be addressed under `address`."""
    return _BASE.fullmatch(address) is not None


def host_of(base: str) -> str:
    """Return the host of an address, in lower case."""
    found = _BASE.match(base)
    return found["host"].lower() if found else ""


def is_tag(text: str) -> bool:
    """Say whether `text` is what a `tag:` URI begins with, as `exemple.org,2026`."""
    return _TAG.fullmatch(text) is not None


def address(base: str, name: str) -> str:
    """Return the address of the file `name`."""
    return f"{base.rstrip('/')}/{_escaped(name)}"


def entry_id(stem: str, settings: Settings) -> str:
    """Return the id of an edition, that of its name: contents and dates may be corrected.

    A tag URI (RFC 4151) if the house has one, else a UUID of the address without its scheme.
    """
    return _id("briefing", stem, settings)


def feed_id(settings: Settings) -> str:
    """Return the id of the feed itself."""
    return _id("feed", settings.name, settings)


def _id(kind: str, name: str, settings: Settings) -> str:
    if settings.tag:
        return f"tag:{settings.tag}:{kind}/{_escaped(name)}"
    place = settings.base.rstrip("/").partition("://")[2]
    host, slash, path = place.partition("/")
    key = json.dumps([kind, f"{host.lower()}{slash}{path}", name])
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, key)}"


def _escaped(name: str) -> str:
    return "".join(chr(b) if b in _PLAIN else f"%{b:02X}" for b in name.encode("utf-8", "replace"))


def moment(date: str) -> str:
    """Return the first moment of a W3C date as RFC 3339 has it; "" for what is none."""
    found = _DATE.match(date)
    if not found:
        return ""
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return f"{dt.date(year, month, day).isoformat()}T00:00:00Z"
    except ValueError:
        return ""
