"""Names and passwords given to a server of mail, in UTF-8 (RFC 4616, RFC 4954)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from briefing.errors import MachineError
from briefing.model.finding import message
from briefing.sending.credentials import Credentials
from briefing.sending.outcomes import Reply
from briefing.sending.wire import DisconnectedError, Wire

_LONGEST_COMMAND = 500
"""Octets that any server takes (RFC 5321, 4.5.3.1.4)."""


class AuthenticationError(MachineError):
    """The server doesn't let this user in."""


def authenticate(wire: Wire, features: Mapping[str, str], credentials: Credentials) -> None:
    """Log in by PLAIN, or by LOGIN where the server has nothing better.

    Raises `AuthenticationError` if it has neither, or refuses.
    """
    offered = features.get("AUTH", "").upper().split()
    if "PLAIN" in offered:
        reply = _plain(wire, credentials)
    elif "LOGIN" in offered:
        reply = _login(wire, credentials)
    else:
        raise AuthenticationError(
            message(
                "the server takes no password by PLAIN or LOGIN, but: {offered}",
                offered=" ".join(offered) or "–",
            )
        )
    if reply.is_transient:
        raise DisconnectedError(message("the server refused: {reply}", reply=str(reply)))
    if reply.code != 235:
        raise AuthenticationError(
            message("the server refused the user and the password: {reply}", reply=str(reply)),
            message("check the user's name and the password in the environment or the keyring"),
        )


def _plain(wire: Wire, credentials: Credentials) -> Reply:
    response = _encoded(f"\0{credentials.user}\0{credentials.secret}")
    command = f"AUTH PLAIN {response}"
    if len(command) <= _LONGEST_COMMAND:
        return wire.command(command)
    reply = wire.command("AUTH PLAIN")
    return wire.command(response) if reply.code == 334 else reply


def _login(wire: Wire, credentials: Credentials) -> Reply:
    reply = wire.command("AUTH LOGIN")
    for text in (credentials.user, credentials.secret):
        if reply.code != 334:
            break
        reply = wire.command(_encoded(text))
    return reply


def _encoded(text: str) -> str:
    return b64encode(text.encode()).decode()
