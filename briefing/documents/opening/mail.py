"""Messages and web archives (EML, MHTML), part by part."""

from __future__ import annotations

import email
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Mail
from typing import Any

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.raw import as_text
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message

_HEADER = re.compile(r"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*")
_TELLING = re.compile(
    r"^(?:mime-version|content-type|content-transfer-encoding|from|subject|message-id)\s*:",
    re.IGNORECASE | re.MULTILINE,
)


def is_mail(text: str) -> bool:
    """Say whether `text` begins with the headers of a message (RFC 5322)."""
    headers = text[:65536].replace("\r\n", "\n").partition("\n\n")[0] + "\n"
    return len(set(_TELLING.findall(headers))) > 1 and not _HEADER.sub("", headers).strip()


def open_mail(unpacking: Unpacking, where: Where, data: bytes) -> None:
    """Open every part, with its headers, and what stands between them."""
    unpacking.say((*where, message("source")), as_text(data) or "", prose=False)
    for number, part in enumerate(email.message_from_bytes(data).walk()):
        here = (*where, message("part {number}", number=number)) if number else where
        _add_headers(unpacking, here, part)
        for margin in (part.preamble, part.epilogue):
            if margin and margin.strip():
                unpacking.unpack((*here, message("between parts")), _bytes(margin))
        if part.is_multipart():
            continue
        content: Any = part.get_payload(decode=True)
        if isinstance(content, bytes):
            _add_content(unpacking, here, part, content)


def _add_content(unpacking: Unpacking, where: Where, part: Mail, content: bytes) -> None:
    """Open a part in its own character set, and as it comes."""
    try:
        text = content.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        unpacking.unpack(where, content)
        return
    unpacking.unpack(where, content if "\0" in text else text.encode("utf-8", "replace"))


def _add_headers(unpacking: Unpacking, where: Where, part: Mail) -> None:
    headers = [(name, _decoded(str(value))) for name, value in part.items()]
    segments = [Segment(v, message("header {name}", name=name)) for name, v in headers]
    unpacking.add(where, segments)
    add_decoded(unpacking, where, "\n".join(value for _name, value in headers))


def _decoded(value: str) -> str:
    """Read the encoded words of a header (RFC 2047)."""
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, MessageError, ValueError):
        return value


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
