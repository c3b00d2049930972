"""An e-mail as one file, `.eml`, whole but for its recipient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from math import ceil

from briefing.errors import BriefingError, UsageError
from briefing.mailing.composing import compose
from briefing.mailing.letter import Enclosure, Inline, Letter
from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.finding import message
from briefing.model.mail import MailPages
from briefing.model.mailing import NO_MAILING, Mailing
from briefing.outputs.mail_pictures import MailPicture, cid

_NOON = 12
"""UTC, so that the day is that of the briefing from Honolulu to Tokyo."""


def print_message(
    briefing: Briefing, pages: MailPages, pictures: Iterable[MailPicture], pdf: Enclosure
) -> bytes:
    """Return the message of `pages`, whose HTML is inlined, with the PDF attached.

    Raises `UsageError` where the dossier tells no sender or no day, or would break a header;
    `BriefingError` if the PDF is larger than the dossier allows.
    """
    mailing = briefing.mailing or NO_MAILING
    if mailing.sender is None:
        raise UsageError(
            message("a message needs a sender, and the dossier names none"),
            message('add to dossier.toml: [courriel], then expediteur = "Nom <nom@exemple.fr>"'),
        )
    check_attachment(mailing, pdf.plain_name, len(pdf.data))
    letter = Letter(
        subject=pages.subject,
        sender=mailing.sender,
        date=_moment(briefing.date),
        language=pages.language,
        text=pages.text,
        html=pages.html,
        reply_to=mailing.reply_to,
        headers=mailing.headers,
        inline=tuple(
            Inline(cid(made.kind), made.name, made.media_type, made.data) for made in pictures
        ),
        enclosures=(pdf,),
    )
    return compose(letter)


def check_attachment(mailing: Mailing, name: str, size: int) -> None:
    """Raise `BriefingError` if the PDF `name` of `size` bytes is more than may be attached."""
    if size <= mailing.attachment_limit:
        return
    text = message(
        "“{name}”, which is to be attached, has {size} MB, and may have {limit}",
        name=name,
        size=ceil(size / 1e4) / 100,
        limit=mailing.attachment_limit / 1e6,
    )
    hint = message(
        "make its pictures smaller, or raise “limite” under [courriel] if your server allows;"
        " many refuse messages over 20 MB"
    )
    raise BriefingError(text, hint)


def _moment(date: Date | None) -> dt.datetime:
    """Return the moment that a message bears: the first day of a date, at noon."""
    if date is None:
        raise UsageError(
            message("a message needs a date, and the dossier has none"),
            message('write date = "2026-11-21" in dossier.toml, or use --date'),
        )
    year, month, day = date.sort_key
    return dt.datetime(year, month or 1, day or 1, _NOON, tzinfo=dt.UTC)
