"""The e-mail of an edition: what it carries, and its two bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from briefing.model.briefing import Briefing

MESSAGE: Final = "eml"
FOLDER: Final = "newsletter"
MAIL_FORMATS: Final = (MESSAGE, FOLDER)
TRIAL: Final = "email"
"""The HTML alone, to try a template out."""
HTML_BODY: Final = "email"
TEXT_BODY: Final = "text"
"""What templates call the two bodies, as they call a `Medium`; a theme has rules for the first."""
COVER: Final = "couverture"
COVER_WIDTHS: Final = (600, 1200)
PAGE: Final = "vignette"
"""Of the first page of the PDF."""
PAGE_WIDTHS: Final = (280, 560)
"""Pixels: as shown, and twice as many for dense screens."""
PICTURES: Final = tuple(
    f"{kind}-{width}.{extension}"
    for kind, widths in ((COVER, COVER_WIDTHS), (PAGE, PAGE_WIDTHS))
    for width in widths
    for extension in ("png", "jpg")
)
"""The names of the pictures in the folder of a newsletter."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What an e-mail is made of."""

    briefing: Briefing
    """As `briefing.api.assemble_mail` made it."""
    pdf: bytes = field(repr=False)
    pdf_name: str
    """Of the file, in ASCII."""
    pages: int
    name: str = ""
    """Of the message, as findings show it."""


@dataclass(frozen=True, slots=True)
class MailPages:
    """The two bodies of an e-mail, and what a list of messages shows of it."""

    html: str
    """Its styles not inlined yet."""
    text: str
    subject: str
    preheader: str
    title: str
    language: str
    audience: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes with an e-mail, as its templates tell it."""

    name: str = ""
    """Of the PDF, as the reader sees it."""
    pages: int = 0
    kilobytes: int = 0
    cover: str = ""
    """Where the picture of the cover is: `cid:couverture@briefing`; empty without one."""
    thumbnail: str = ""
    """The same of the first page."""
    thumbnail_height: int = 0
    """Pixels, for a width of 140."""
