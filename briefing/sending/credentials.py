"""Names and passwords: from the environment or the system's keyring, never from a file of ours."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from briefing.errors import MachineError, UsageError
from briefing.model.finding import message


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who sends; the secret is never shown."""

    user: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the two are found."""

    user: str
    """Variable of the name."""
    secret: str
    """Variable of the password or token."""


SMTP = Keys("BRIEFING_SMTP_USER", "BRIEFING_SMTP_PASSWORD")
LISTMONK = Keys("BRIEFING_LISTMONK_USER", "BRIEFING_LISTMONK_TOKEN")


def find_credentials(keys: Keys, host: str, user: str = "") -> Credentials | None:
    """Return the credentials for `host`, None if no user is named anywhere.

    Without a variable that has it, the secret is asked of the keyring, under `briefing:host`.
    Raises `UsageError` if one of the two is missing, `MachineError` if the keyring fails.
    """
    named = user or os.environ.get(keys.user, "")
    secret = os.environ.get(keys.secret, "")
    if not named:
        if secret:
            raise UsageError(
                message("{secret} is set, and {user} isn't", secret=keys.secret, user=keys.user),
                message("set both, or name the user with --user"),
            )
        return None
    found = Credentials(named, secret or _from_keyring(keys, host, named))
    _check(keys, found)
    return found


def _check(keys: Keys, credentials: Credentials) -> None:
    for text, name in ((credentials.user, keys.user), (credentials.secret, keys.secret)):
        try:
            whole = "\0" not in text and bool(text.encode())
        except UnicodeEncodeError:  # bytes of the environment that are no UTF-8
            whole = False
        if not whole:
            raise UsageError(message("{name} isn't text in UTF-8", name=name))
        if re.search(r"[\r\n]", text):  # a field of HTTP would end there
            raise UsageError(
                message("{name} holds the end of a line", name=name),
                message("set it without one, as by: {name}=$(tr -d '\\r\\n' < FILE)", name=name),
            )


def _from_keyring(keys: Keys, host: str, user: str) -> str:
    service = f"briefing:{host}"
    hint = message(
        "set {secret}, or run: keyring set {service} {user}",
        secret=keys.secret,
        service=service,
        user=user,
    )
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as fault:
        raise UsageError(
            message(
                "the password of {user} isn't known, and the keyring can't be asked", user=user
            ),
            message(
                "set {secret}, or install what asks the keyring: pip install 'briefing[send]'",
                secret=keys.secret,
            ),
        ) from fault
    try:
        secret = keyring.get_password(service, user)
    except KeyringError as fault:
        text = message("the keyring can't be asked for the password of {user}", user=user)
        raise MachineError(text, hint) from fault
    if not secret:
        text = message("the keyring has no password of {user} for {host}", user=user, host=host)
        raise UsageError(text, hint)
    return secret
