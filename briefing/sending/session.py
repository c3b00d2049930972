"""A session with a server of mail: greeted, secured, authenticated."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass

from briefing.errors import MachineError
from briefing.model.finding import message
from briefing.sending.authentication import authenticate
from briefing.sending.credentials import Credentials
from briefing.sending.outcomes import Reply
from briefing.sending.server import Security, Server, is_loopback, trust
from briefing.sending.wire import DisconnectedError, Wire, lost


class ServerError(MachineError):
    """The server can't be used, and asking it again would change nothing."""


@dataclass(slots=True)
class Session:
    """A session in which mail may be given."""

    wire: Wire
    features: dict[str, str]
    """What the server offers (EHLO), by keyword in capitals."""
    timeout: float
    given: int = 0
    """Messages tried in it."""

    @property
    def size(self) -> int:
        """The largest message that it takes (RFC 1870), 0 if it doesn't say."""
        told = self.features.get("SIZE", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 20 else 0

    @property
    def is_over(self) -> bool:
        """Whether one of the two has hung up, or is about to."""
        return self.wire.closed or self.wire.has_news()

    def close(self) -> None:
        """Take leave, if the server still listens."""
        with suppress(DisconnectedError):
            if not self.is_over:
                self.wire.command("QUIT", min(self.timeout, 5))
        self.wire.close()


def open_session(server: Server, credentials: Credentials | None, timeout: float) -> Session:
    """Connect, secure the line, authenticate.

    Raises `ServerError` for what a second try won't mend (no such host, a certificate that isn't
    trusted, no STARTTLS, a wrong password) and `DisconnectedError` for what it may.
    """
    wire = Wire(_connect(server, timeout), timeout)
    try:
        features = _greeted(wire, server)
        if credentials:
            authenticate(wire, features, credentials)
    except BaseException:
        wire.close()
        raise
    return Session(wire, features, timeout)


def _connect(server: Server, timeout: float) -> socket.socket:
    try:
        return socket.create_connection((server.host, server.port), timeout)
    except socket.gaierror as fault:
        raise _not_found(server) from fault
    except UnicodeError as fault:  # a host that no name can be made of
        raise _not_found(server) from fault
    except ConnectionRefusedError as fault:
        text = message("nothing answers at {server}", server=str(server))
        raise DisconnectedError(text) from fault
    except OSError as fault:
        raise lost(fault) from fault


def _not_found(server: Server) -> ServerError:
    return ServerError(
        message("the server {server} isn't found", server=str(server)),
        message("check --smtp HOST:PORT and the network"),
    )


def _greeted(wire: Wire, server: Server) -> dict[str, str]:
    """Bring the line to where mail or a password may pass."""
    if server.security is Security.PLAIN and not is_loopback(wire.there):
        raise ServerError(
            message(
                "without TLS, mail is given to this machine alone, not to {server}",
                server=str(server),
            ),
            message("leave out --security plain"),
        )
    if server.security is Security.TLS:
        _secure(wire, server)
    _require(wire.read())
    features = _hello(wire)
    if server.security is not Security.STARTTLS:
        return features
    if "STARTTLS" not in features:
        clear = message("this machine alone may be spoken to in clear: --security plain")
        raise ServerError(
            message(
                "{server} doesn't offer STARTTLS, and mail isn't sent in clear", server=str(server)
            ),
            clear if is_loopback(wire.there) else message("try port 465, which speaks TLS at once"),
        )
    _require(wire.command("STARTTLS"))
    _secure(wire, server)
    return _hello(wire)


def _secure(wire: Wire, server: Server) -> None:
    try:
        wire.secure(trust(server.ca_file), server.host)
    except ssl.SSLCertVerificationError as fault:
        raise ServerError(
            message(
                "the certificate of {server} isn't trusted: {reason}",
                server=str(server),
                reason=fault.verify_message,
            ),
            message("give that of a private authority with --ca-file FILE"),
        ) from fault
    except ssl.SSLError as fault:
        raise ServerError(
            message(
                "{server} doesn't speak TLS as it should: {reason}",
                server=str(server),
                reason=fault.reason or "",
            ),
            message("port 465 speaks TLS at once, 587 after STARTTLS: --security says which"),
        ) from fault
    except OSError as fault:
        raise lost(fault) from fault


def _hello(wire: Wire) -> dict[str, str]:
    """Say who speaks, by its address (RFC 5321, 4.1.3), and return what the server offers."""
    here = wire.here
    literal = f"IPv6:{here}" if ":" in here else here
    reply = _require(wire.command(f"EHLO [{literal.partition('%')[0]}]"))
    offered = (line.partition(" ") for line in reply.text.split("\n")[1:])
    return {keyword.upper(): told.strip() for keyword, _space, told in offered}


def _require(reply: Reply) -> Reply:
    if reply.is_yes:
        return reply
    text = message("the server refused: {reply}", reply=str(reply))
    if reply.is_transient:
        raise DisconnectedError(text)
    raise ServerError(text)
