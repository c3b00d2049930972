"""Checking a dossier on disk, as a program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import assemble, check, verification
from briefing.errors import DossierError, UsageError
from briefing.model.verification import Verdict
from tests.documents.making import pdf
from tests.support import CONFIG, write_dossier

QUOTED = "nous prendrons en charge la moitié du déficit"


def test_a_sound_dossier_is_handed_on_with_its_evidence(tmp_path: Path) -> None:
    checked = check(write_dossier(tmp_path))
    assert checked.evidence
    assert (checked.verified, checked.evidence.verified) == (1, 1)
    briefing = assemble(checked.buildable(), evidence=checked.evidence)
    (entry,) = briefing.notes[0].entries
    assert entry.verification
    assert entry.verification.verdict is Verdict.VERBATIM
    assert briefing.method
    assert briefing.method.verified == 1


def test_a_dossier_with_errors_is_built_as_a_draft_alone(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path)
    (folder / "documents" / "martin-2025.txt").write_text("Tout autre chose.", "utf-8")
    checked = check(folder)
    with pytest.raises(DossierError) as told:
        checked.buildable()
    assert [finding.code for finding in told.value.findings] == ["BR601"]
    assert str(told.value.hint).startswith("--draft")
    assert checked.buildable(draft=True) is checked.dossier


def test_a_draft_is_not_proposed_for_other_faults(tmp_path: Path) -> None:
    config = 'titre = "Un train ?"\n'
    with pytest.raises(DossierError) as told:
        check(write_dossier(tmp_path, config=config)).buildable()
    assert told.value.hint is None


def test_what_cant_be_read_makes_no_draft(tmp_path: Path) -> None:
    checked = check(write_dossier(tmp_path, config="titre ="))
    assert (checked.dossier, checked.evidence) == (None, None)
    with pytest.raises(DossierError):
        checked.buildable(draft=True)


def test_a_note_gives_the_page_of_a_pdf(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path, documents=False)
    (folder / "martin-2025.pdf").write_bytes(pdf(["Un."], ["Deux."], [f"Elle dit : {QUOTED}."]))
    checked = check(folder, [folder])
    briefing = assemble(checked.buildable(), evidence=checked.evidence)
    assert briefing.notes[0].entries[0].page == "3"


def test_a_folder_of_documents_that_isnt_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="doesn't exist"):
        check(write_dossier(tmp_path / "d"), [tmp_path / "rien"])


def test_a_trace_of_what_nobody_proved_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing is known of the place"):
        verification.trace(write_dossier(tmp_path, documents=False), "martin-2025#offre")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ('langue = "en"\n', True),
        ('langue = "en"\nlangue-des-textes = "en"\n', False),
        ('langue-des-textes = "en"\n', False),
    ],
)
def test_typography_is_judged_where_the_texts_are_french(
    tmp_path: Path, head: str, told: bool
) -> None:
    """Whatever the language of the frame is."""
    config = CONFIG.replace('titre = "', 'titre = "L’Etat, ', 1)
    write_dossier(tmp_path, config=head + config)
    codes = {finding.code for finding in check(tmp_path).findings}
    assert any(code.startswith("BR71") for code in codes) is told
