"""Messages that the parsers are asked about: of our shape, written by the standard library.

multipart/mixed (alternative (text, related (html, image)), pdf): what `briefing build --format
eml` makes. Subject and names are as hard as can be.
"""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.policy import SMTP

SUBJECT = "L’œuvre 🕊️ de la paix : « négocier » – " + "où en est-on après cœur, sœur et nœud ? " * 7
"""About 300 signs, with ligatures and an emoji of two code points."""
TITLE = "Trump-Poutine : négocier l’Ukraine sans l’Ukraine ? — œuvre 🕊️.pdf"
IMAGE = "première page.png"
TEXT = "Bonjour,\n\nL’« essentiel » en trois points :\n\n– un cœur 🕊️ ;\n– une œuvre.\n"
HTML = (
    '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>Note</title></head>\n'
    '<body><img src="cid:page@exemple.org" alt="" width="600"><p>L’œuvre 🕊️.</p></body></html>\n'
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\r\n.\r\n\n%%EOF\n"
"""Every byte, and lines that a transport might change."""


def message(subject: str = SUBJECT.strip(), pdf: str = TITLE) -> bytes:
    """Return a whole message, with line ends of the network."""
    made = EmailMessage(policy=SMTP)
    made["Subject"] = subject
    made["From"] = "Atelier de Valmont <note@exemple.org>"
    made["To"] = "lecteurs@exemple.org"
    made["Date"] = "Sat, 21 Nov 2026 08:00:00 +0000"
    made["Message-ID"] = "<note-1@exemple.org>"
    made.set_content(TEXT, cte="quoted-printable")
    made.add_alternative(HTML, subtype="html", cte="quoted-printable")
    _, page = made.iter_parts()
    assert isinstance(page, EmailMessage)
    page.add_related(PNG, "image", "png", cid="<page@exemple.org>", filename=IMAGE)
    made.add_attachment(PDF, "application", "pdf", filename=pdf)
    return made.as_bytes()
