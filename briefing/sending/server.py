"""Which server, and how it is trusted."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from briefing.errors import MachineError, UsageError
from briefing.model.finding import message


class Security(StrEnum):
    """How the line is kept from others."""

    STARTTLS = "starttls"
    """TLS from a command on (RFC 3207)."""
    TLS = "tls"
    """TLS from the first byte (RFC 8314)."""
    PLAIN = "plain"
    """None: to this machine alone."""


SUBMISSION = 587
SUBMISSIONS = 465
_PLACE = re.compile(
    r"(?:\[(?P<literal>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s:/@\[\]]+))(?::(?P<port>\d{1,5}))?"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server of mail."""

    host: str
    port: int
    security: Security
    ca_file: str = ""
    """Of a private authority; the system's are then not asked."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def parse_server(text: str, security: str = "", ca_file: str = "") -> Server:
    """Parse `HOST`, `HOST:PORT` or `[IPv6]:PORT`.

    Port 465 speaks TLS at once and any other after STARTTLS, unless `security` says otherwise.
    Raises `UsageError` if it is no server.
    """
    match = _PLACE.fullmatch(text.strip())
    port = int(match["port"] or 0) if match else 0
    if not match or port > 65535:
        raise UsageError(
            message("“{text}” isn't a server", text=text),
            message("write it as smtp.example.org or smtp.example.org:587"),
        )
    by_port = Security.TLS if port == SUBMISSIONS else Security.STARTTLS
    chosen = Security(security) if security else by_port
    default = SUBMISSIONS if chosen is Security.TLS else SUBMISSION
    return Server(match["literal"] or match["host"], port or default, chosen, ca_file)


def is_loopback(address: str) -> bool:
    """Say whether an IP address is of this machine."""
    try:
        return ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False


def trust(ca_file: str = "") -> ssl.SSLContext:
    """Return what checks certificates and names: by the system's authorities, or `ca_file` alone.

    Raises `MachineError` if the file can't be read or holds no certificate.
    """
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ValueError) as fault:
        raise MachineError(
            message("“{path}” holds no certificate that can be read", path=ca_file),
            message("name a PEM file with the certificate of the authority"),
        ) from fault
