"""Editions audited from end to end: those of a cleared dossier hold nothing withheld."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import briefing
from briefing import audit
from briefing.auditing import Needles, find_needles
from briefing.clearing import clear
from briefing.model.audience import Anonymous, Audience
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.vocabulary import Tlp
from briefing.outputs.attached import attachments
from briefing.reading.built_in_audiences import BUILT_IN
from tests.builders import dossiers
from tests.conftest import ROOT

PUBLIC = replace(BUILT_IN["complet"], clearance=Tlp.CLEAR)


def needles(whole: Dossier, to: Audience = PUBLIC) -> Needles:
    return find_needles(whole, clear(whole, to).dossier, to, ours=audit._ours())


def leaks(files: dict[str, bytes], what: Needles) -> list[str]:
    report = audit.audit_data(files, what, "public")
    assert [file.unread for file in report.files] == [()] * len(files)
    return [
        f"{leak.form} {leak.needle.id} {leak.needle.field} “{leak.found}” in {file.name}:"
        f" {' › '.join(map(str, leak.where))}"
        for file in report.files
        for leak in file.leaks
    ]


def rendered_and_attached(made: Briefing) -> dict[str, bytes]:
    files = {file.name: file.data for file in attachments(made)}
    return {**files, "a.html": briefing.render(made, "print").html.encode()}


def marked(whole: Dossier, every: int) -> Dossier:
    """Return `whole` with one extract, item and source in `every` or so for nobody."""

    def red(index: int) -> Tlp | None:
        return Tlp.RED if index % every == 1 else None

    return replace(
        whole,
        sources=tuple(
            replace(source, tlp=red(i) if every > 2 and i == 1 else None)
            for i, source in enumerate(whole.sources)
        ),
        extracts=tuple(replace(e, tlp=red(i), figure="") for i, e in enumerate(whole.extracts)),
        key_points=tuple(replace(k, tlp=red(i)) for i, k in enumerate(whole.key_points)),
        positions=tuple(replace(p, tlp=red(i)) for i, p in enumerate(whole.positions)),
        questions=tuple(replace(q, tlp=red(i)) for i, q in enumerate(whole.questions)),
        divergences=tuple(replace(d, tlp=red(i)) for i, d in enumerate(whole.divergences)),
    )


@pytest.mark.parametrize("every", [2, 3, 7])
def test_the_sample_cleared_is_clean(sample: Dossier, every: int) -> None:
    whole = marked(sample, every)
    what = needles(whole)
    assert what.count > 100
    assert leaks(rendered_and_attached(briefing.assemble(whole, PUBLIC)), what) == []


@pytest.mark.parametrize("anonymous", [Anonymous.SUMMARISED, Anonymous.WITHHELD])
def test_the_sample_without_its_anonymous_is_clean(sample: Dossier, anonymous: Anonymous) -> None:
    to = replace(PUBLIC, anonymous=anonymous)
    what = needles(sample, to)
    assert what.count > 10
    assert leaks(rendered_and_attached(briefing.assemble(sample, to)), what) == []


@pytest.mark.slow
def test_the_sample_cleared_is_clean_in_print(sample: Dossier) -> None:
    from briefing.outputs.pdf import print_pdf

    whole = marked(sample, 4)
    made = briefing.assemble(whole, PUBLIC)
    pdf = print_pdf(briefing.render(made, "print"), attachments=attachments(made)).data
    assert leaks({"a.pdf": pdf}, needles(whole)) == []


@pytest.mark.slow
def test_the_whole_sample_leaks_every_quotation(sample: Dossier, sample_briefing: Briefing) -> None:
    from briefing.outputs.pdf import print_pdf

    whole = marked(sample, 2)
    what = needles(whole)
    files = attachments(sample_briefing)
    pdf = print_pdf(briefing.render(sample_briefing, "print"), attachments=files).data
    report = audit.audit_data({"a.pdf": pdf}, what, "public")
    printed = {entry.extract.id for note in sample_briefing.notes for entry in note.entries}
    found = {leak.needle.id for leak in report.files[0].leaks if leak.needle.field == "quotation"}
    wanted = {n.id for n, _shape in what.sought if n.field == "quotation"}
    assert wanted & printed <= found


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(dossiers(), st.integers(2, 4))
def test_any_dossier_cleared_is_clean(whole: Dossier, every: int) -> None:
    # Its sentences are those of other items: two of them that meet on a page read as one of it.
    held = replace(marked(whole, every), introduction=())
    made = briefing.assemble(held, PUBLIC)
    assert leaks(rendered_and_attached(made), needles(held)) == []


def test_a_file_of_the_dossier_itself_leaks(sample: Dossier, tmp_path: Path) -> None:
    config = (ROOT / "seeds" / "dossier.toml").read_bytes()
    assert leaks({"dossier.toml": config}, needles(marked(sample, 2)))


def test_the_audit_of_files_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rien.", "utf-8")
    report = audit.audit([path], ROOT / "seeds", "complet")
    assert report.clean
    assert report.needles == 0
