"""Editions for the feed: real ones of a small dossier, and bare descriptions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from briefing import api
from briefing.documents.finished import read_carried
from briefing.feeding import Described, Finished, Settings
from briefing.feeding.values import PAGE, PDF
from briefing.model.briefing import Briefing
from briefing.model.finished import FinishedPdf
from briefing.model.text import Span
from briefing.outputs.attached import attachments, fingerprint
from briefing.outputs.pdf import print_pdf
from tests.support import CONFIG, read

BASE = "https://exemple.org/notes"
LEGAL = '[mentions]\ndroits = "© 2025, Atelier de Valmont"\n\n[[auteurs]]\nnom = "Anne & Ève"\n'
SUBTITLE = "sous-titre = \"Ce qu'en disent les élus\"\ncollection = 'Notes'\n"
DOSSIER = SUBTITLE + CONFIG.replace("moitié du", "*moitié* du") + LEGAL
NAME = "un-train-de-nuit-pour-valmont"


def briefing(config: str = DOSSIER, audience: str = "complet", **changes: Any) -> Briefing:
    """Return the assembled edition of a small dossier; `changes` are to its fields."""
    dossier = read(config=config).dossier
    assert dossier is not None
    return replace(api.assemble(dossier, audience), **changes)


def page(what: Briefing | None = None) -> bytes:
    """Return the HTML of an edition."""
    return api.render(what or briefing(), "screen").html.encode()


@cache
def pdf_of(config: str = DOSSIER, tlp: Any = None, embargo: str = "", draft: Any = None) -> bytes:
    """Return the PDF of an edition."""
    what = briefing(config, tlp=tlp, embargo=embargo, draft=draft)
    files = attachments(what)
    edition = api.render(what, "print", fingerprint=fingerprint(files))
    return print_pdf(edition, attachments=files, fingerprint=fingerprint(files)).data


def carried(**changes: Any) -> FinishedPdf:
    """Return what the PDF of an edition carries."""
    return read_carried("a.pdf", pdf_of(**changes))


def described(title: str = "Un train", **changes: Any) -> Described:
    """Return what an edition may tell of itself."""
    told = Described(title, date="2025-06-02", key_points=((Span("Un point."),),))
    return replace(told, **changes)


def html_file(stem: str = NAME, folder: str = "build", **changes: Any) -> Finished:
    """Return a finished page."""
    name = f"{stem}.html"
    return Finished(f"{folder}/{name}", name, PAGE, 4321, described(**changes))


def pdf_file(stem: str = NAME, folder: str = "build", **changes: Any) -> Finished:
    """Return a finished PDF."""
    name = f"{stem}.pdf"
    return Finished(f"{folder}/{name}", name, PDF, 98765, described(**changes))


def settings(**changes: Any) -> Settings:
    """Return the settings of a feed."""
    return replace(Settings(BASE), **changes)
