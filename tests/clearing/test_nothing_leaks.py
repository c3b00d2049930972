"""The edition of a dossier with withheld items is that of the same dossier without them."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from briefing.api import assemble, assemble_mail, render, render_mail
from briefing.building import file_name
from briefing.clearing import clear
from briefing.model.briefing import Briefing, Draft
from briefing.model.dossier import Dossier
from briefing.outputs.attached import attachments, fingerprint
from briefing.outputs.export import export_json
from briefing.outputs.pdf import print_pdf
from tests.clearing.deleting import deleted, secrets
from tests.clearing.marked import Case, cases, evidence

MANY = settings(
    max_examples=300,
    phases=[
        Phase.reuse,
        Phase.generate,
    ],  # to shrink whole editions takes minutes, and tells little
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
HUNDRED = settings(MANY, max_examples=100)
SOME = settings(MANY, max_examples=12)


def made(dossier: Dossier, case: Case, faults: int | None = None) -> Briefing:
    draft = None if faults is None else Draft(faults)
    return assemble(dossier, case.audience, evidence=evidence(dossier), draft=draft)


def data(briefing: Briefing) -> dict[str, bytes]:
    """Return what is told of a briefing to programs, by the name of the file."""
    files = {file.name: file.data for file in attachments(briefing)}
    return {file_name(briefing, "json"): export_json(briefing).encode(), **files}


def pages(briefing: Briefing) -> dict[str, bytes]:
    """Return the pages of a briefing, on screen and as they are laid out in print."""
    seal = fingerprint(attachments(briefing))
    return {
        file_name(briefing, "html"): render(briefing, "screen").html.encode(),
        file_name(briefing, "pdf"): render(briefing, "print", fingerprint=seal).html.encode(),
    }


def pdf(briefing: Briefing) -> bytes:
    files = attachments(briefing)
    seal = fingerprint(files)
    edition = render(briefing, "print", fingerprint=seal)
    return print_pdf(edition, attachments=files, fingerprint=seal).data


def mail(dossier: Dossier, case: Case) -> Briefing:
    """Return the e-mail that carries the edition of `dossier`."""
    whole = made(dossier, case)
    return assemble_mail(dossier, case.audience, whole, evidence=evidence(dossier))


def tell(files: dict[str, bytes], words: set[str]) -> dict[str, list[str]]:
    """Return the words that stand in each file, if any do."""
    texts = {name: content.decode().casefold() for name, content in files.items()}
    told = {name: [w for w in words if w.casefold() in text] for name, text in texts.items()}
    return {name: found for name, found in told.items() if found}


@MANY
@given(cases())
def test_data_are_those_of_the_dossier_without_them(case: Case) -> None:
    with_marks, without = made(case.dossier, case), made(deleted(case), case)
    assert with_marks == without
    assert repr(with_marks) == repr(without), "fonts are chosen by it"
    assert data(with_marks) == data(without)
    assert tell(data(with_marks) | {"all": repr(with_marks).encode()}, secrets(case)) == {}


@SOME
@given(cases())
def test_pages_are_those_of_the_dossier_without_them(case: Case) -> None:
    found = pages(made(case.dossier, case))
    assert found == pages(made(deleted(case), case))
    assert tell(found, secrets(case)) == {}


@HUNDRED
@given(cases())
def test_the_cleared_dossier_is_cleared_already(case: Case) -> None:
    cleared = clear(case.dossier, case.audience).dossier
    assert clear(cleared, case.audience).dossier == cleared
    assert cleared == clear(deleted(case), case.audience).dossier


@HUNDRED
@given(cases())
def test_mails_are_those_of_the_dossier_without_them(case: Case) -> None:
    with_marks, without = mail(case.dossier, case), mail(deleted(case), case)
    assert repr(with_marks) == repr(without)
    assert tell({"all": repr(with_marks).encode()}, secrets(case)) == {}


@SOME
@given(cases())
def test_mail_bodies_are_those_of_the_dossier_without_them(case: Case) -> None:
    found = render_mail(mail(case.dossier, case))
    assert found == render_mail(mail(deleted(case), case))
    assert tell({"mail": repr(found).encode()}, secrets(case)) == {}


@HUNDRED
@given(cases())
def test_a_draft_tells_nothing_either(case: Case) -> None:
    if case.audience.is_restricted:
        drafts = made(case.dossier, case, 3), made(deleted(case), case, 0)
        assert repr(drafts[0]) == repr(drafts[1])


@settings(MANY, max_examples=3)
@given(cases())
def test_pdfs_are_those_of_the_dossier_without_them(case: Case) -> None:
    assert pdf(made(case.dossier, case)) == pdf(made(deleted(case), case))
