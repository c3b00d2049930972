"""`briefing lock` and `briefing trace`, and what `briefing check` proves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import invoke, write_dossier

TEXT = "Elle a dit : « nous prendrons en charge la moitié du déficit », puis s'est tue."
ID = "martin-2025#offre"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Write a dossier whose document is at hand."""
    folder = write_dossier(tmp_path / "d", documents=False)
    fiche = folder / "martin-2025.md"
    text = fiche.read_text("utf-8")
    quoted = next(line[2:] for line in text.splitlines() if line.startswith("> "))
    fiche.write_text(text.replace("\n- type", "\n- document : texte.txt\n- type", 1), "utf-8")
    (folder / "documents").mkdir()
    (folder / "documents" / "texte.txt").write_text(f"Elle a dit : « {quoted} », hier.", "utf-8")
    return folder


def test_check_counts_what_is_verified(dossier: Path) -> None:
    assert "1 verified" in invoke("check", dossier).stdout


def test_one_changed_letter_of_a_document_is_an_error(dossier: Path) -> None:
    document = dossier / "documents" / "texte.txt"
    text = document.read_text("utf-8")
    document.write_text(text.replace("charge", "change").replace("moitié", "moitie"), "utf-8")
    result = invoke("check", dossier)
    assert result.exit_code == 1
    assert "BR602" in result.stderr or "BR601" in result.stderr


def test_a_lock_is_written_and_serves_without_the_document(dossier: Path) -> None:
    result = invoke("lock", dossier)
    assert (result.exit_code, result.stderr) == (0, "")
    first = (dossier / "dossier.lock.json").read_bytes()
    invoke("lock", dossier)
    assert (dossier / "dossier.lock.json").read_bytes() == first
    (dossier / "documents" / "texte.txt").unlink()
    again = invoke("check", dossier)
    assert "1 verified" in again.stdout
    assert "BR604" not in again.stderr


def test_a_wrong_quotation_is_locked_as_such_and_told(dossier: Path) -> None:
    document = dossier / "documents" / "texte.txt"
    document.write_text(document.read_text("utf-8").replace("charge", "change"), "utf-8")
    result = invoke("lock", dossier)
    assert result.exit_code == 1
    assert result.stdout.endswith("dossier.lock.json  0 verified, 1 not\n")
    assert '"near"' in (dossier / "dossier.lock.json").read_text("utf-8")


def test_a_lock_tells_of_the_proofs_that_it_drops(dossier: Path) -> None:
    invoke("lock", dossier)
    (dossier / "documents" / "texte.txt").unlink()
    fiche = dossier / "martin-2025.md"
    fiche.write_text(fiche.read_text("utf-8").replace("la moitié", "le quart"), "utf-8")
    result = invoke("lock", dossier)
    assert "BR606" in result.stderr
    assert result.stdout.endswith("  0 verified, 1 not, 1 proof dropped\n")
    assert "dropped" not in invoke("lock", dossier).stdout


def test_a_lock_that_cant_be_read_is_made_again(dossier: Path) -> None:
    (dossier / "dossier.lock.json").write_text("{", "utf-8")
    assert invoke("lock", dossier).exit_code == 0
    assert invoke("check", dossier).exit_code == 0


def test_a_misspelt_document_is_named_and_the_nearest_proposed(dossier: Path) -> None:
    (dossier / "documents" / "texte.txt").rename(dossier / "documents" / "textes.txt")
    told = invoke("check", dossier).stderr
    assert "the document “texte.txt” is not at hand" in told
    assert "did you mean “textes.txt”?" in told


def test_all_verified_by_the_lock_is_said_once(dossier: Path) -> None:
    invoke("lock", dossier)
    (dossier / "documents" / "texte.txt").unlink()
    date = json.loads((dossier / "dossier.lock.json").read_text("utf-8"))["date"]
    assert f"1 verified, by the lock of {date}" in invoke("check", dossier).stdout


def test_a_lock_that_cant_be_read_is_told(dossier: Path) -> None:
    (dossier / "dossier.lock.json").write_text("{", "utf-8")
    assert "BR608" in invoke("check", dossier).stderr


def test_a_trace_leads_back_to_the_passage(dossier: Path) -> None:
    result = invoke("trace", dossier, ID)
    assert result.exit_code == 0
    assert "texte.txt · word for word" in result.stdout
    assert "SHA-256" in result.stdout
    assert "Elle a dit" in result.stdout


def test_the_passage_is_marked_in_what_is_piped(dossier: Path) -> None:
    shown = " ".join(invoke("trace", dossier, ID).stdout.split())
    assert "« nous prendrons en charge la moitié du déficit »" in shown
    assert "\x1b" not in shown


def test_an_id_without_its_fiche_is_known(dossier: Path) -> None:
    for given in ("offre", "ofre"):
        result = invoke("trace", dossier, given)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"did you mean “{ID}”?" in result.stderr


def test_a_document_not_found_is_told_at_its_tag_with_the_nearest(dossier: Path) -> None:
    fiche = dossier / "martin-2025.md"
    text = fiche.read_text("utf-8")
    line = next(n for n, tag in enumerate(text.splitlines(), 1) if tag.startswith("- document"))
    fiche.write_text(text.replace("texte.txt", "teste.txt"), "utf-8")
    shown = invoke("check", dossier).stderr
    assert f"{fiche}:{line}: warning BR604" in shown
    assert "did you mean “texte.txt”?" in shown
    (dossier / "documents" / "texte.txt").rename(dossier / "texte.txt")
    assert "did you mean “texte.txt”?" in invoke("check", dossier).stderr


def test_an_unknown_extract_is_wrong_usage(dossier: Path) -> None:
    result = invoke("trace", dossier, "martin-2025#ofre")
    assert result.exit_code == 2
    assert ID in result.stderr


def test_a_trace_without_document_nor_lock_says_so(dossier: Path) -> None:
    (dossier / "documents" / "texte.txt").unlink()
    result = invoke("trace", dossier, ID)
    assert result.exit_code == 2
    assert "--documents DIR" in result.stderr


def test_a_folder_of_documents_that_doesnt_exist_is_wrong_usage(dossier: Path) -> None:
    """Left unsaid, a misspelt folder would look like documents that are absent."""
    result = invoke("check", dossier, "--documents", dossier / "textes")
    assert result.exit_code == 2
    assert "textes" in result.stderr
