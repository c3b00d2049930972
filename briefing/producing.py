"""One output in memory: an edition rendered, and drawn if it goes to paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.api import render
from briefing.errors import UsageError
from briefing.houses import entry_of
from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.model.finding import Finding, message
from briefing.model.mail import MAIL_FORMATS, Mail
from briefing.model.templates import MAIL, Templates
from briefing.model.theme import Theme
from briefing.rendering import check_closed

Progress = Callable[[float], None]
Stage = Callable[[str], None]
"""Told what is being done: `rendering`, `layout`."""

MEDIA = {"pdf": Medium.PRINT, "html": Medium.SCREEN}
"""The medium of each output format."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of one briefing."""

    briefing: Briefing
    format: str
    theme: Theme
    templates: Templates | None = None
    """None for those built in."""
    name: str = ""
    """Of the file, as messages show it."""
    mail: Mail | None = None
    """Of the formats that are e-mails."""


@dataclass(frozen=True, slots=True)
class Produced:
    """One output in memory."""

    data: bytes
    pages: int = 0
    warnings: tuple[str, ...] = ()
    boxes: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    """Names and contents, where the output is a folder: it then has no `data`."""
    findings: tuple[Finding, ...] = ()


def produce(job: Job, progress: Progress | None = None, stage: Stage | None = None) -> Produced:
    """Make one output; raises `BriefingError` if a template or the layout fails."""
    tell = stage or (lambda _: None)
    tell("rendering")
    if job.mail is not None:
        return _mailed(job, job.mail)
    if job.format == "html":
        return Produced(_rendered(job).html.encode())
    from briefing.outputs.attached import attachments, fingerprint
    from briefing.outputs.pdf import print_pdf

    files = attachments(job.briefing)
    seal = fingerprint(files)
    edition = _rendered(job, seal)
    tell("layout")
    printed = print_pdf(edition, attachments=files, fingerprint=seal, progress=progress)
    return Produced(printed.data, printed.pages, printed.warnings, printed.boxes)


def _mailed(job: Job, mail: Mail) -> Produced:
    from briefing.mails import make_mail

    made = make_mail(mail, job.format, job.theme, job.templates, lambda html: _check(job, html))
    whole = made.files.pop("", b"")
    return Produced(whole, files=tuple(made.files.items()), findings=made.findings)


def _rendered(job: Job, seal: str = "") -> Edition:
    edition = render(
        job.briefing,
        find_medium(job.format),
        fingerprint=seal,
        theme=job.theme,
        templates=job.templates,
    )
    _check(job, edition.html)
    return edition


def _check(job: Job, html: str) -> None:
    """Let nobody's template lead out of its page; ours are closed by their tests."""
    if job.templates is not None:
        entry = entry_of(job.briefing.template, job.templates).path
        if job.mail is not None:
            own = job.templates.find(f"{job.briefing.template}/{MAIL}")
            found = own or job.templates.find(MAIL)
            entry = found[1].path if found else entry
        check_closed(html, entry, job.templates.texts())


def find_medium(format_: str) -> Medium:
    """Return the medium of an output format; raises `UsageError` if there is no such format."""
    if format_ not in MEDIA:
        text = message(
            "“{name}” isn't a format: choose among {known}",
            name=format_,
            known=", ".join((*MEDIA, *MAIL_FORMATS)),
        )
        raise UsageError(text)
    return MEDIA[format_]
