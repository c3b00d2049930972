"""Fields of a header, written so that any reader decodes the same text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

from briefing.sending.addresses import Address

_PLAIN = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
_WORD_BYTES = 45
"""Of text in an encoded word, which has 75 characters at the most (RFC 2047, 2)."""


def address_field(field: str, address: Address) -> bytes:
    """Return a whole field, `To: Name <address>`, folded, with its line end.

    The mailbox is UTF-8 where it has accents (RFC 6532); the name is ASCII always.
    """
    pieces = [*_phrase(address.name), f"<{address.mailbox}>" if address.name else address.mailbox]
    return f"{field}: {_folded(field, pieces)}\r\n".encode()


def _folded(field: str, pieces: list[str]) -> str:
    """Join `pieces`, each on a line of its own if they are long together (RFC 5322, 2.1.1)."""
    line = " ".join(pieces)
    return line if len(field) + 2 + len(line) <= 78 else "\r\n ".join(pieces)


def _phrase(name: str) -> list[str]:
    if not name.isascii() or "=?" in name:
        return [f"=?utf-8?b?{b64encode(chunk).decode()}?=" for chunk in _chunks(name)]
    if _PLAIN.fullmatch(name):
        return name.split()
    escaped = re.sub(r'(["\\])', r"\\\1", name)
    return [f'"{escaped}"']


def _chunks(text: str) -> Iterator[bytes]:
    """Cut `text` into encoded pieces that each hold whole characters."""
    chunk = b""
    for sign in text:
        encoded = sign.encode()
        if len(chunk) + len(encoded) > _WORD_BYTES:
            yield chunk
            chunk = b""
        chunk += encoded
    yield chunk
