"""Whole editions of random dossiers: nothing withheld is in any of them.

What doesn't depend on a dossier is made once: the code of the templates, and a font of given
glyphs. `LEAK_DOSSIERS` says how many dossiers there are.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefing import audit, resources
from briefing.api import assemble, assemble_mail, render
from briefing.auditing import Needles, find_needles
from briefing.building import file_name
from briefing.clearing import clear
from briefing.mails import make_mail
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.mail import MAIL_FORMATS, Mail
from briefing.outputs.attached import attachments, fingerprint
from briefing.outputs.engine import load_weasyprint
from briefing.outputs.export import export_json
from briefing.outputs.pdf import print_pdf
from briefing.rendering import folder_loader
from briefing.rendering.compiled import Compiled, CompiledLoader
from briefing.themes import built_in_theme
from tests.builders import dossier
from tests.clearing.deleting import deleted
from tests.clearing.marked import Case, cases, evidence
from tests.remembered_fonts import Fonts, remembered_fonts

pytestmark = [pytest.mark.validation]

COUNT: Final = int(os.environ.get("LEAK_DOSSIERS", "12"))


@pytest.fixture(scope="module")
def fonts() -> Iterator[Fonts]:
    with remembered_fonts() as made:
        yield made


CODE: defaultdict[str, Compiled] = defaultdict(dict)
"""By the language of the frame."""


def loader(briefing: Briefing) -> CompiledLoader:
    inner = folder_loader(str(resources.templates_folder()))
    return CompiledLoader(inner, CODE[briefing.language])


def editions(briefing: Briefing, mail: Briefing | None = None) -> dict[str, bytes]:
    """Return every file that is made of a briefing and of its e-mail, by its name."""
    files = attachments(briefing)
    seal = fingerprint(files)
    sheets = render(briefing, "print", fingerprint=seal, loader=loader(briefing))
    screen = render(briefing, "screen", loader=loader(briefing))
    pdf = print_pdf(sheets, attachments=files, fingerprint=seal).data
    return {
        **(mails(mail, pdf) if mail else {}),
        file_name(briefing, "json"): export_json(briefing).encode(),
        file_name(briefing, "html"): screen.html.encode(),
        file_name(briefing, "pdf"): pdf,
    }


def mails(mail: Briefing, pdf: bytes) -> dict[str, bytes]:
    """Return the message and the files of the newsletter that carry `pdf`."""
    letter = Mail(mail, pdf, file_name(mail, "pdf"), 1)
    made: dict[str, bytes] = {}
    for format_ in MAIL_FORMATS:
        files = make_mail(letter, format_, built_in_theme(), None, check=lambda _: None).files
        made |= {f"{file_name(mail, format_)}/{name}": data for name, data in files.items()}
    return made


def edition_and_mail(dossier: Dossier, case: Case) -> dict[str, bytes]:
    whole = assemble(dossier, case.audience, evidence=evidence(dossier))
    mail = assemble_mail(dossier, case.audience, whole, evidence=evidence(dossier))
    return editions(whole, mail)


def needles(case: Case) -> Needles:
    whole, who = case.dossier, case.audience
    return find_needles(whole, clear(whole, who).dossier, who, ours=audit._ours())


def leaks(files: dict[str, bytes], what: Needles) -> list[str]:
    """Return what of the withheld stands in files, and what of these couldn't be read."""
    report = audit.audit_data(files, what, "essai")
    found = [
        f"{file.name}: {leak.needle.kind} {leak.needle.field} “{leak.found}”, {leak.where}"
        for file in report.files
        for leak in file.leaks
    ]
    return found + [f"{file.name}: {lost}" for file in report.files for lost in file.unread]


@settings(
    max_examples=COUNT,
    phases=[Phase.reuse, Phase.generate],  # to shrink whole editions takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(case=cases())
def test_editions_are_those_of_the_dossier_without_what_is_withheld(
    case: Case, fonts: Fonts
) -> None:
    assert fonts is not None
    made = [edition_and_mail(what, case) for what in (case.dossier, deleted(case))]
    assert sorted(made[0]) == sorted(made[1])
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []
    assert leaks(made[0], needles(case)) == []


def test_what_is_made_once_changes_nothing(fonts: Fonts) -> None:
    briefing = assemble(dossier())
    twice = [editions(briefing), editions(briefing)]
    font = load_weasyprint().pdf.fonts.Font
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(font, "clean", fonts.make)
        CODE.clear()
        plain = editions(briefing)
    assert twice == [plain, plain]
