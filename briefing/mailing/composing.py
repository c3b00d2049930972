"""A letter as the bytes of a message (RFC 5322, MIME): the same letter makes the same bytes.

Headers are encoded here (RFC 2047) and only joined by the library, which folds long texts with
accents wrongly, and unfolds what an encoded word hides, before Python 3.11.10.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from email import policy
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.header import Header
from email.message import Message as Mail
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, quote
from typing import Final

from briefing.errors import UsageError
from briefing.mailing.fields import field_fault
from briefing.mailing.letter import Enclosure, Inline, Letter
from briefing.model.finding import Message, message
from briefing.model.mailing import Address

_POLICY: Final = policy.compat32.clone(linesep="\r\n")
_LINE: Final = 76
_SPECIALS: Final = frozenset('()<>[]:;@\\,."')
"""Signs that a name may hold between quotation marks alone (RFC 5322, 3.2.3)."""


def compose(letter: Letter) -> bytes:
    """Return `letter` as a message, with CRLF, no line over 998 octets, and 7 bits alone.

    `Message-ID` and boundaries come from its contents. Raises `UsageError`, naming the field, if a
    header would hold the end of a line or an encoded word.
    """
    digest = _digest(letter)
    whole = MIMEMultipart("mixed", boundary=_boundary(digest, 1))
    for name, value in _headers(letter, digest):
        whole[name] = value
    whole.attach(_alternative(letter, digest))
    for enclosure in letter.enclosures:
        whole.attach(_enclosed(enclosure))
    return whole.as_bytes(policy=_POLICY)


def _digest(letter: Letter) -> str:
    """Return the hash of all that the letter holds."""
    found = hashlib.sha256()
    parts: list[bytes] = [
        part.encode()
        for part in (
            letter.subject,
            repr((letter.sender, letter.reply_to, letter.headers)),
            letter.date.isoformat(),
            letter.language,
            letter.text,
            letter.html,
        )
    ]
    for inline in letter.inline:
        parts += (inline.cid.encode(), inline.data)
    for enclosure in letter.enclosures:
        parts += (enclosure.name.encode(), enclosure.data)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def _boundary(digest: str, number: int) -> str:
    # “=_” stands in neither base64 nor quoted-printable (RFC 2045, 6.7).
    return f"=_{number}_{digest[:32]}"


def _headers(letter: Letter, digest: str) -> Iterator[tuple[str, str]]:
    yield "From", _mailbox("From", letter.sender)
    if letter.reply_to:
        yield "Reply-To", _mailbox("Reply-To", letter.reply_to)
    yield "Subject", _text("Subject", letter.subject)
    yield "Date", format_datetime(letter.date)
    yield "Message-ID", f"<{digest[:40]}@{letter.sender.domain}>"
    yield "Content-Language", _plain("Content-Language", letter.language)
    for name, value in letter.headers:
        yield name, _plain(name, value)


def _plain(name: str, value: str) -> str:
    """Return a header that is written as it is; raises `UsageError` if it can't be."""
    if not value.isascii():
        raise _refused(name, message("only ASCII may stand here"))
    return _checked(name, value)


def _checked(name: str, value: str) -> str:
    if fault := field_fault(value):
        raise _refused(name, fault)
    return value


def _refused(name: str, reason: Message) -> UsageError:
    return UsageError(message("the header “{name}” can't be written", name=name), reason)


def _text(name: str, value: str) -> str:
    """Return words as a header has them: encoded unless they are short and plain."""
    _checked(name, value)
    if value.isascii() and "=?" not in value and len(name) + 2 + len(value) <= _LINE:
        return value
    return Header(value, "utf-8", maxlinelen=_LINE, header_name=name).encode(linesep="\n")


def _mailbox(name: str, address: Address) -> str:
    spec = _plain(name, address.spec)
    if not address.name:
        return spec
    words = _text(name, address.name)
    if words == address.name and _SPECIALS & set(words):
        words = f'"{quote(words)}"'
    return f"{words} <{spec}>"


def _alternative(letter: Letter, digest: str) -> Mail:
    both = MIMEMultipart("alternative", boundary=_boundary(digest, 2))
    both.attach(_words(letter.text, "plain", letter.language))
    html = _words(letter.html, "html", letter.language)
    both.attach(_related(html, letter.inline, digest) if letter.inline else html)
    return _bare(both)


def _words(text: str, kind: str, language: str) -> Mail:
    utf8 = Charset("utf-8")
    utf8.body_encoding = QP
    part = MIMEText(text, kind, utf8)  # type: ignore[arg-type]  # a Charset will do
    part["Content-Language"] = language
    return _bare(part)


def _related(html: Mail, pictures: Iterable[Inline], digest: str) -> Mail:
    whole = MIMEMultipart("related", boundary=_boundary(digest, 3), type="text/html")
    whole.attach(html)
    for picture in pictures:
        part = _encoded(picture.media_type, picture.data, picture.name)
        part["Content-ID"] = f"<{picture.cid}>"
        part.add_header("Content-Disposition", "inline", filename=picture.name)
        whole.attach(part)
    return _bare(whole)


def _enclosed(enclosure: Enclosure) -> Mail:
    """Return an attached file under its own name (RFC 2231).

    Its name in ASCII stands in `Content-Type`, where clients that know no other look; two names
    in `Content-Disposition` would be read by some as one, by some as the other.
    """
    part = _encoded(enclosure.media_type, enclosure.data, enclosure.plain_name)
    name = _checked("filename", enclosure.name)
    told: str | tuple[str, str, str] = name if name.isascii() else ("UTF-8", "", name)
    part.add_header("Content-Disposition", "attachment", filename=told)
    return part


def _encoded(media_type: str, data: bytes, name: str) -> Mail:
    kind, _, subtype = media_type.partition("/")
    part = MIMEBase(kind, subtype, name=_plain("name", name))
    part.set_payload(data)
    encode_base64(part)
    return _bare(part)


def _bare(part: Mail) -> Mail:
    """Return a part without the version of MIME, which only the message tells."""
    del part["MIME-Version"]
    return part
