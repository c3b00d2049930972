"""A file sorted by its first bytes, never by its name, and handed to what reads its format."""

from __future__ import annotations

import re

from briefing.documents.errors import DocumentError
from briefing.documents.opening.archive import open_compressed, open_zip
from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.mail import is_mail, open_mail
from briefing.documents.opening.markup import open_markup
from briefing.documents.opening.pdf import open_pdf
from briefing.documents.opening.pictures import open_png
from briefing.documents.opening.raw import add_runs, as_text
from briefing.documents.opening.structured import open_json
from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Opened, Where
from briefing.model.finding import message

_TAG = re.compile(r"<[A-Za-z!?/][^<>]*>")
_PDF_WITHIN = 1024
"""Bytes in which readers look for the header of a PDF (ISO 32000-1, annex H)."""


def open_file(name: str, data: bytes) -> Opened:
    """Take the file `name` apart; raises `DocumentError` if it is encrypted, or a bomb."""
    unpacking = Unpacking(_sort)
    unpacking.say((message("file name"),), name)
    try:
        unpacking.unpack((), data, name)
    except DocumentError as fault:
        text = message("“{name}” can't be audited: {reason}", name=name, reason=str(fault))
        raise DocumentError(text, fault.hint) from fault
    return Opened(name, tuple(unpacking.pieces), tuple(unpacking.unread))


def _sort(unpacking: Unpacking, where: Where, data: bytes, name: str) -> None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        open_pdf(unpacking, where, data, name)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        open_zip(unpacking, where, data)
        add_runs(unpacking, where, data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        open_png(unpacking, where, data)
        add_runs(unpacking, where, data)
    elif open_compressed(unpacking, where, data):
        return
    elif (text := as_text(data)) is None:
        add_runs(unpacking, where, data)
    else:
        _sort_text(unpacking, where, text, data)


def _sort_text(unpacking: Unpacking, where: Where, text: str, data: bytes) -> None:
    if is_mail(text):
        open_mail(unpacking, where, data)
    elif open_json(unpacking, where, text):
        return
    elif _TAG.search(text):
        open_markup(unpacking, where, text)
    else:
        unpacking.say(where, text)
        add_decoded(unpacking, where, text)
