"""Names of domains as the wire has them: ASCII, accents encoded (IDNA 2008, RFC 5891)."""

from __future__ import annotations

import re
from functools import cache

from briefing.model.finding import Message, message

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST = 253


@cache
def encode_domain(domain: str) -> str | Message:
    """Return `domain` in ASCII and lower case, or what is wrong with it.

    One label alone is a slip of the pen (jean@gmail), but for `localhost`.
    """
    encoded = domain.lower() if domain.isascii() else _encode(domain)
    if isinstance(encoded, Message):
        return encoded
    labels = encoded.split(".")
    named = all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit()
    whole = len(labels) > 1 or encoded == "localhost"
    if not named or not whole or len(encoded) > _LONGEST:
        return message("“{domain}” isn't the name of a domain", domain=domain)
    return encoded


def _encode(domain: str) -> str | Message:
    try:
        import idna
    except ImportError:
        # Python's own codec is of 2003: it would write straße.de to strasse.de, someone else's.
        return message(
            "“{domain}”: domains with accents need the package idna: pip install 'briefing[send]'",
            domain=domain,
        )
    try:
        return idna.encode(domain, uts46=True).decode("ascii").lower()
    except idna.IDNAError:
        return message("“{domain}” isn't the name of a domain", domain=domain)
