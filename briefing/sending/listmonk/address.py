"""The address of a listmonk: https, or http to this machine."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.errors import UsageError
from briefing.model.finding import message


@dataclass(frozen=True, slots=True)
class Address:
    """Where its API is."""

    secure: bool
    host: str
    port: int
    prefix: str
    """Of every path, without a slash at its end."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' if self.secure else ''}://{host}:{self.port}{self.prefix}"


def parse_url(url: str) -> Address:
    """Parse the address of listmonk; raises `UsageError` if it is none, or names a password."""
    wrong = UsageError(
        message("“{url}” isn't the address of a listmonk", url=url.rpartition("@")[2]),
        message("write it as https://listmonk.example.org, without a user or a password"),
    )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise wrong from fault
    strange = parts.username or parts.password or parts.query or parts.fragment
    printable = url.isascii() and url.isprintable() and " " not in url
    if parts.scheme not in ("http", "https") or not parts.hostname or strange or not printable:
        raise wrong
    secure = parts.scheme == "https"
    return Address(secure, parts.hostname, port or (443 if secure else 80), parts.path.rstrip("/"))
