"""An e-mail in memory: rendered, shortened if it must be, put into a message or a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from briefing.api import render_mail
from briefing.assembling.mail import shortened
from briefing.mailing.letter import Enclosure
from briefing.mailing.names import file_title
from briefing.model.briefing import Briefing
from briefing.model.finding import Finding, message
from briefing.model.mail import COVER, FOLDER, PAGE, TRIAL, Carried, Mail, MailPages
from briefing.model.mailing import NO_MAILING
from briefing.model.templates import MAIL as HTML_MAIL
from briefing.model.templates import Templates
from briefing.model.theme import Theme
from briefing.outputs.inlining import inlined
from briefing.outputs.inlining import unmarked as without_marks
from briefing.outputs.mail_pictures import (
    MailPicture,
    cid,
    covers,
    first_pages,
    fittest,
    taken_out,
    unshown,
)
from briefing.outputs.message import print_message
from briefing.outputs.newsletter import newsletter_files
from briefing.reading.findings import warning
from briefing.typesetting import typeset
from briefing.typesetting.conventions import is_french

LARGEST: Final = 90_000
"""Bytes of HTML: Gmail cuts a message at 102 kB, and a service adds links of its own."""
_SHOWN: Final = 140
"""Pixels of the first page in the message."""

Check = Callable[[str], None]
"""Raises `BriefingError` if a page leads out of itself."""


@dataclass(frozen=True, slots=True)
class MadeMail:
    """The files of an e-mail by their names: a message has one, without a name."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...] = ()


def make_mail(
    mail: Mail, format_: str, theme: Theme, templates: Templates | None, check: Check
) -> MadeMail:
    """Make the e-mail as a message, or as the files of a folder.

    Over 90 kB it is shortened, and a finding says what was left out. Raises `BriefingError` if a
    template is wrong, `MachineError` if an extra is missing.
    """
    pictures = _pictures(mail, every=format_ == FOLDER)
    chosen = _shown(mail.briefing, pictures)
    carried = _carried(mail, chosen)

    def rendered(briefing: Briefing) -> MailPages:
        pages = render_mail(briefing, carried, theme=theme, templates=templates)
        check(pages.html)
        return replace(pages, html=inlined(pages.html))

    if format_ == TRIAL:
        html = rendered(mail.briefing).html
        return MadeMail({"": html.encode()}, tuple(_unshown(mail, templates, html)))
    briefing, pages, findings = _fitted(mail, rendered)
    html, own = taken_out(pages.html)
    findings = (*findings, *_unshown(mail, templates, html))
    pages, chosen = replace(pages, html=html), (*chosen, *own)
    pdf = Enclosure(carried.name, mail.pdf_name, "application/pdf", mail.pdf)
    if format_ == FOLDER:
        for made in chosen:  # beside the page, and not within
            pages = replace(pages, html=pages.html.replace(f"cid:{cid(made.kind)}", made.name))
        linked = bool(briefing.mailing and briefing.mailing.web)
        return MadeMail(newsletter_files(pages, (*pictures, *own), pdf, linked=linked), findings)
    pages = replace(pages, html=without_marks(pages.html))
    return MadeMail({"": print_message(briefing, pages, chosen, pdf)}, findings)


def _fitted(
    mail: Mail, rendered: Callable[[Briefing], MailPages]
) -> tuple[Briefing, MailPages, tuple[Finding, ...]]:
    """Return the first form of an e-mail that isn't too large, and what is to be said of it."""
    briefing, pages = mail.briefing, rendered(mail.briefing)
    size, left = len(pages.html.encode()), []
    for name, shorter in shortened(briefing):
        if len(pages.html.encode()) <= LARGEST:
            break
        briefing, pages = shorter, rendered(shorter)
        left.append(name)
    return briefing, pages, tuple(_told(mail, size, left, len(pages.html.encode())))


def _told(mail: Mail, size: int, left: list[str], now: int) -> Iterator[Finding]:
    place = (mail.briefing.mailing or NO_MAILING).path or mail.name
    line = (mail.briefing.mailing or NO_MAILING).line
    hint = message("shorten its texts; clients cut what is larger than 102 kB")
    if left:
        said = message(
            "the e-mail “{name}” had {size} kB: left out or cut were {sections}",
            name=mail.name,
            size=size // 1000,
            sections=", ".join(left),
        )
        yield warning("BR374", place, line, said, hint)
    if now > LARGEST:
        said = message(
            "the e-mail “{name}” has {size} kB all the same", name=mail.name, size=now // 1000
        )
        yield warning("BR374", place, line, said, hint)


def _unshown(mail: Mail, templates: Templates | None, html: str) -> Iterator[Finding]:
    """Yield what is to be said of pictures of forms that mail clients don't show."""
    own = templates and templates.find(f"{mail.briefing.template}/{HTML_MAIL}")
    for form in unshown(html):
        said = message("mail programs don't all show a picture in {form}", form=form)
        hint = message("save it as PNG, at twice the size at which it is shown")
        yield warning("BR375", own[1].path if own else mail.name, 0, said, hint)


def _pictures(mail: Mail, *, every: bool) -> tuple[MailPicture, ...]:
    """Return the pictures that are wanted; in a folder, the first page is always one of them."""
    wanted = mail.pdf and (every or (mail.briefing.mailing or NO_MAILING).thumbnail)
    return (*covers(mail.briefing), *(first_pages(mail.pdf) if wanted else ()))


def _shown(briefing: Briefing, pictures: tuple[MailPicture, ...]) -> tuple[MailPicture, ...]:
    """Return the pictures that stand in the message."""
    page = fittest(pictures, PAGE) if (briefing.mailing or NO_MAILING).thumbnail else None
    return tuple(picture for picture in (fittest(pictures, COVER), page) if picture)


def _carried(mail: Mail, shown: tuple[MailPicture, ...]) -> Carried:
    places = {made.kind: f"cid:{cid(made.kind)}" for made in shown}
    page = next((made for made in shown if made.kind == PAGE), None)
    return Carried(
        name=file_title(_title(mail.briefing), "pdf"),
        pages=mail.pages,
        kilobytes=max(1, round(len(mail.pdf) / 1000)),
        cover=places.get(COVER, ""),
        thumbnail=places.get(PAGE, ""),
        thumbnail_height=round(_SHOWN * page.height / page.width) if page else 0,
    )


def _title(briefing: Briefing) -> str:
    """Return the title of the PDF, set as French where it is."""
    french = is_french(briefing.text_language)
    title = typeset(briefing.title) if french else briefing.title
    return f"{title} – brouillon" if briefing.draft else title
