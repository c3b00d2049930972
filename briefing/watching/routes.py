"""The addresses of the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

HOSTS = ("127.0.0.1", "localhost")


class Kind(StrEnum):
    """What an address asks for."""

    INDEX = "index"
    PAGE = "page"
    """The HTML edition."""
    SHEETS = "sheets"
    """The page that shows the PDF."""
    PDF = "pdf"
    EVENTS = "events"
    """The stream that tells when to reload."""


@dataclass(frozen=True, slots=True)
class Route:
    """What is asked for, and of which audience."""

    kind: Kind
    audience: str = ""


_LAST = {"": Kind.PAGE, "pdf": Kind.SHEETS, "briefing.pdf": Kind.PDF, "events": Kind.EVENTS}


def route(path: str) -> Route | None:
    """Return what the decoded `path` asks for; None if there is nothing there."""
    if path == "/":
        return Route(Kind.INDEX)
    if path == "/events":
        return Route(Kind.EVENTS)
    start, _, below = path.partition("/")
    audience, *rest = below.split("/")
    if start or not audience or len(rest) != 1 or rest[0] not in _LAST:
        return None
    return Route(_LAST[rest[0]], audience)


def address(kind: Kind, audience: str) -> str:
    """Return the path of what `kind` tells."""
    last = next(name for name, known in _LAST.items() if known is kind)
    return f"/{''.join(map(_escaped, audience))}/{last}"


def _escaped(sign: str) -> str:
    """Percent-encode what isn't unreserved (RFC 3986, 2.3)."""
    plain = sign.isascii() and (sign.isalnum() or sign in "-._~")
    return sign if plain else "".join(f"%{byte:02X}" for byte in sign.encode())


def is_foreign(headers: Mapping[str, str], port: int) -> bool:
    """Say whether a page from elsewhere asks: other than by a link that its reader followed."""
    origin = headers.get("origin")
    if origin is not None and not any(origin == f"http://{host}:{port}" for host in HOSTS):
        return True
    followed = headers.get("sec-fetch-mode") == "navigate"
    framed = headers.get("sec-fetch-dest") in ("iframe", "frame", "embed", "object")
    elsewhere = headers.get("sec-fetch-site") in ("cross-site", "same-site")
    return elsewhere and (framed or not followed)


def is_ours(host: str, port: int) -> bool:
    """Say whether the `Host` of a request names this server, and no name that leads to it.

    A page from elsewhere whose name was made to resolve to 127.0.0.1 (DNS rebinding) sends its own.
    """
    name, _, told = host.strip().lower().partition(":")
    return name in HOSTS and (told or "80") == str(port)
