"""What a build makes: editions by the names of their files, each before the e-mail that carries it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.api import assemble_mail
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.languages import primary
from briefing.model.mail import FOLDER, MAIL_FORMATS, Mail
from briefing.model.verification import Evidence
from briefing.producing import Produced


@dataclass(frozen=True, slots=True)
class Planned:
    """One output to be made."""

    name: str
    """Of its file or folder."""
    briefing: Briefing
    format: str
    written: bool = True
    """A PDF that is only carried by an e-mail isn't."""
    mail: Briefing | None = None
    """Of an e-mail: what it holds itself."""
    pdf: str = ""
    """Of an e-mail: the name of the PDF that it carries."""

    def letter(self, produced: Mapping[str, Produced]) -> Mail | None:
        """Return what an e-mail is made of, once its PDF is produced; None for other formats."""
        if self.mail is None:
            return None
        pdf = produced[self.pdf]
        return Mail(self.mail, pdf.data, self.pdf, pdf.pages, self.name)


def plan_editions(
    dossier: Dossier,
    audience: Audience,
    briefing: Briefing,
    formats: Sequence[str],
    evidence: Evidence | None,
) -> Iterator[Planned]:
    """Yield the outputs for one audience; an e-mail comes after the PDF that it carries."""
    asked = list(dict.fromkeys(formats or audience.formats))
    mails = [format_ for format_ in asked if format_ in MAIL_FORMATS]
    for format_ in asked:
        if format_ not in mails:
            yield Planned(file_name(briefing, format_, audience.file), briefing, format_)
    if not mails:
        return
    pdf = file_name(briefing, "pdf", audience.file)
    if "pdf" not in asked:
        yield Planned(pdf, briefing, "pdf", written=False)
    mail = _linked(assemble_mail(dossier, audience, briefing, evidence=evidence), pdf)
    for format_ in mails:
        name = file_name(briefing, format_, audience.file)
        yield Planned(name, briefing, format_, mail=mail, pdf=pdf)


def _linked(mail: Briefing, pdf: str) -> Briefing:
    """Return an e-mail whose link leads to the web edition of what it carries."""
    if mail.mailing is None:
        return mail
    web = mail.mailing.web.replace("{fichier}", pdf.removesuffix(".pdf"))
    return replace(mail, mailing=replace(mail.mailing, web=web))


def file_name(briefing: Briefing, format_: str, pattern: str = "") -> str:
    """Return the name of an output: the title as a slug, and the audience unless `complet`.

    Or as the `pattern` of the audience has it, with `{titre}`, `{public}`, `{langue}`, `{date}`.
    The language follows unless the frame is French, so that editions of two copies of a dossier
    stand side by side. That of a draft ends in `-brouillon`: it can't take the place of an edition.
    A newsletter is a folder, whose name ends in `-newsletter`.
    """
    audience = "" if briefing.audience == "complet" else f"-{slug(briefing.audience)}"
    language = primary(briefing.language)
    frame = "" if language == "fr" else f"-{slug(language)}"
    draft = "-brouillon" if briefing.draft else ""
    suffix = f"-{format_}" if format_ == FOLDER else f".{format_}"
    if pattern:
        return f"{_filled(pattern, briefing)}{draft}{suffix}"
    return f"{slug(briefing.title) or 'briefing'}{audience}{frame}{draft}{suffix}"


def _filled(pattern: str, briefing: Briefing) -> str:
    """Return `pattern` with its fields, as slugs; no sign of them can lead to another folder."""
    fields = {
        "titre": slug(briefing.title),
        "public": slug(briefing.audience),
        "langue": slug(primary(briefing.language)),
        "date": slug(briefing.date.edtf) if briefing.date else "",
    }
    parts = (fields.get(part[1:-1], part) for part in re.split(r"(\{[^{}]*\})", pattern))
    return re.sub(r"[-_]{2,}", "-", "".join(parts)).strip("-_") or "briefing"


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit]
