"""`briefing check`: what it finds, how it shows it, and when it fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support import CONFIG, extract_text, fiche_text, invoke, write_dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Write a dossier that has warnings and no error."""
    return write_dossier(tmp_path / "d")


def test_a_sound_dossier_passes_and_is_summed_up(dossier: Path) -> None:
    result = invoke("check", dossier)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 extract · 1 verified · 0 errors · ")


def test_strict_takes_warnings_for_errors(dossier: Path) -> None:
    assert "BR504" in invoke("check", dossier).stderr
    assert invoke("check", dossier, "--strict").exit_code == 1


def test_a_warning_is_silenced_with_a_reason(tmp_path: Path) -> None:
    config = CONFIG + '\n[controle.taire]\nBR504 = "Une seule source existe."\n'
    result = invoke("check", write_dossier(tmp_path / "d", config=config))
    assert "BR504" not in result.stderr
    assert "1 silenced" in result.stdout


def test_an_error_fails(tmp_path: Path) -> None:
    fiche = fiche_text(extract_text().replace("- statut : ", "- statut : x"))
    folder = write_dossier(tmp_path / "d", fiches={"martin-2025": fiche})
    result = invoke("check", folder)
    assert result.exit_code == 1
    assert "BR204" in result.stderr


def test_what_is_no_dossier_is_told(tmp_path: Path) -> None:
    result = invoke("check", tmp_path)
    assert result.exit_code == 1
    assert "BR310" in result.stderr


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_the_report_of_a_program_is_one_json_document(dossier: Path, format_: str) -> None:
    result = invoke("check", dossier, "--format", format_)
    assert result.stderr == ""
    assert "BR504" in json.dumps(json.loads(result.stdout))


def test_a_forge_is_given_its_commands(dossier: Path) -> None:
    lines = invoke("check", dossier, "--format", "github").stdout.splitlines()
    assert any(line.startswith("::warning file=") and "BR504" in line for line in lines)


def test_the_share_that_is_quoted_is_counted_where_the_document_is(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    fiche = folder / "martin-2025.md"
    text = fiche.read_text("utf-8")
    fiche.write_text(text.replace("\n- type", "\n- document : texte.txt\n- type", 1), "utf-8")
    texts = tmp_path / "textes"
    texts.mkdir()
    (texts / "texte.txt").write_text("nous prendrons en charge la moitié du déficit", "utf-8")
    assert "BR509" in invoke("check", folder, "--documents", texts).stderr


def test_a_document_that_cant_be_read_is_an_error(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    fiche = folder / "martin-2025.md"
    text = fiche.read_text("utf-8")
    fiche.write_text(text.replace("\n- type", "\n- document : texte.pdf\n- type", 1), "utf-8")
    (folder / "texte.pdf").write_bytes(b"not a PDF")
    result = invoke("check", folder)
    assert result.exit_code == 1
    assert "BR607" in result.stderr


@pytest.mark.parametrize("command", ["check", "export"])
def test_json_has_two_names_as_everywhere(command: str, tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    by_format = invoke(command, folder, "--format", "json")
    assert by_format.stdout.startswith(("{", "["))
    assert invoke(command, folder, "--json").stdout == by_format.stdout


def test_a_fiche_in_a_subfolder_is_one_error_before_all_and_alone(tmp_path: Path) -> None:
    """Neither missing extracts, nor people whom no text names, are told besides."""
    config = CONFIG + '\n[[personnes]]\nnom = "Paul Vidal"\n'
    folder = write_dossier(tmp_path / "d", config=config, chapeau="Il paie[@martin-2025#offre].")
    place = folder / "fiches"
    place.mkdir()
    (folder / "martin-2025.md").rename(place / "martin-2025.md")
    (place / "image.md").write_bytes(b"\xff\xfe\x00")
    result = invoke("check", folder)
    assert result.exit_code == 1
    told = "“fiches/martin-2025.md” is there, but subfolders aren't read"
    assert result.stderr.splitlines() == [
        f"{place}/martin-2025.md: error BR313: {told}",
        "    → move it beside dossier.toml, as “martin-2025.md”",
    ]


@pytest.mark.parametrize("name", ["_brouillon.txt", ".cache.txt", "documents/martin-2025.md"])
def test_what_is_hidden_or_a_document_is_no_fiche_in_a_wrong_place(
    name: str, tmp_path: Path
) -> None:
    folder = write_dossier(tmp_path / "d")
    (folder / "martin-2025.md").rename(folder / name)
    assert "BR313" not in invoke("check", folder).stderr


def test_a_text_too_large_for_a_fiche_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_dossier(tmp_path / "d")
    (folder / "martin-2025.md").rename(folder / "martin-2025.txt")
    assert "BR313" in invoke("check", folder).stderr
    monkeypatch.setattr("briefing.files.loading.MAX_STRAY", 10)
    assert "BR313" not in invoke("check", folder).stderr


def test_the_starter_is_warned_of_judgement_alone(tmp_path: Path) -> None:
    """Of an anonymous speaker and a single source, as an analyst would be; of no long quotation."""
    assert invoke("new", tmp_path / "d").exit_code == 0
    told = re.findall(r"warning (BR\d+)", invoke("check", tmp_path / "d").stderr)
    assert sorted(told) == ["BR503", "BR504"]
