"""A finished message, and its copies: the same bytes for all but `To` and `Message-ID`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from briefing.errors import BriefingError
from briefing.model.finding import Message, message
from briefing.sending.addresses import Address, parse_address
from briefing.sending.headers import address_field
from briefing.sending.looking import attachment_names, decode_field

_FIELD = re.compile(rb"([!-9;-~]+):")
_OF_A_COPY = (b"to", b"cc", b"bcc", b"message-id", b"return-path")
"""Fields that each copy has of its own, or that it never has (RFC 5322, 3.6.3; RFC 5321, 4.4)."""
_LONGEST_LINE = 998
"""Octets without the line end (RFC 5322, 2.1.1)."""


class UnfitMessageError(BriefingError):
    """The file is no message that could be sent."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    r"""A message without recipient; its lines end with `\r\n`."""

    fields: tuple[bytes, ...]
    """Each with its folds and line end."""
    body: bytes
    sender: Address
    """Where bounces go: `Sender`, else `From`."""
    author: str
    subject: str
    attachments: tuple[str, ...]
    fingerprint: str
    """SHA-256 of all that every copy shares, in hexadecimal digits."""

    def message_id(self, recipient: Address) -> str:
        """Return the id of one copy: the same at each try, so that a server may know it again."""
        digest = sha256(f"{self.fingerprint}\0{recipient.key}".encode()).hexdigest()[:40]
        return f"<{digest}@{self.sender.domain}>"

    def addressed(self, recipient: Address) -> bytes:
        """Return the whole copy for `recipient`."""
        own = f"Message-ID: {self.message_id(recipient)}\r\n".encode()
        to = address_field("To", recipient)
        return b"".join((*self.fields, to, own, b"\r\n", self.body))

    @property
    def needs_utf8(self) -> bool:
        """Whether its header, or the address of its sender, needs SMTPUTF8."""
        return self.sender.needs_utf8 or not b"".join(self.fields).isascii()

    @property
    def needs_8bit(self) -> bool:
        """Whether its body needs 8BITMIME (RFC 6152)."""
        return not self.body.isascii()


def read_message(name: str, data: bytes, sender: Address | None = None) -> Outgoing:
    """Read the finished message `data` of the file `name`; `sender` gets the bounces, if told.

    Raises `UnfitMessageError` if it is no message, or lacks what RFC 5322 wants of one (3.6).
    """
    normal = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
    _check_bytes(name, normal)
    header, gap, body = normal.partition(b"\r\n\r\n")
    if not gap:
        raise _unfit(message("“{name}” can't be sent: it has no body", name=name))
    fields = _split(name, header + b"\r\n")
    author = _author(name, fields)
    kept = tuple(field for field in fields if _name(field) not in _OF_A_COPY)
    return Outgoing(
        fields=kept,
        body=body,
        sender=sender or _sender(name, fields) or author,
        author=author.shown,
        subject=decode_field(
            _values(fields, b"subject")[0] if _values(fields, b"subject") else b""
        ),
        attachments=attachment_names(normal),
        fingerprint=sha256(b"".join((*kept, b"\r\n", body))).hexdigest(),
    )


def _unfit(reason: Message) -> UnfitMessageError:
    return UnfitMessageError(
        reason, message("name a message that “briefing build --format eml” made")
    )


def _check_bytes(name: str, data: bytes) -> None:
    if b"\0" in data:
        raise _unfit(message("“{name}” can't be sent: it holds a NUL", name=name))
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > _LONGEST_LINE:
            text = message(
                "“{name}” can't be sent: line {line} has more than {limit} bytes",
                name=name,
                line=number,
                limit=_LONGEST_LINE,
            )
            raise _unfit(text)


def _split(name: str, header: bytes) -> tuple[bytes, ...]:
    fields: list[bytes] = []
    for number, line in enumerate(header.splitlines(keepends=True), 1):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1] += line
        elif _FIELD.match(line):
            fields.append(line)
        else:
            text = message(
                "“{name}” can't be sent: line {line} is no field of a header",
                name=name,
                line=number,
            )
            raise _unfit(text)
    return tuple(fields)


def _name(field: bytes) -> bytes:
    return field.partition(b":")[0].lower()


def _values(fields: tuple[bytes, ...], name: bytes) -> list[bytes]:
    return [field.partition(b":")[2] for field in fields if _name(field) == name]


def _author(name: str, fields: tuple[bytes, ...]) -> Address:
    for needed in (b"from", b"date"):
        if len(_values(fields, needed)) != 1:
            field = needed.decode().title()
            text = message(
                "“{name}” can't be sent: it needs one field “{field}”", name=name, field=field
            )
            raise _unfit(text)
    (value,) = _values(fields, b"from")
    return _address(name, value)


def _sender(name: str, fields: tuple[bytes, ...]) -> Address | None:
    values = _values(fields, b"sender")
    return _address(name, values[0]) if values else None


def _address(name: str, value: bytes) -> Address:
    text = _unfolded(value)
    address = parse_address(text)
    if isinstance(address, Message):
        raise _unfit(
            message(
                "“{name}” can't be sent: its sender isn't one address: “{text}”",
                name=name,
                text=text,
            )
        )
    owner = decode_field(address.name.encode())
    return Address(address.local, address.domain, owner, address.written)


def _unfolded(value: bytes) -> str:
    return re.sub(rb"\r\n[ \t]", b" ", value).decode("utf-8", "replace").strip()
