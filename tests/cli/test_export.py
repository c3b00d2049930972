"""`briefing export`: one JSON document on the standard output, and nothing else there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import (
    CONFIG,
    extract_text,
    fiche_text,
    invoke,
    run_briefing,
    write_dossier,
)


def test_the_document_holds_the_extracts_with_their_places(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path)
    result = invoke("export", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    (extract,) = json.loads(result.stdout)["extracts"]
    assert extract["id"] == "martin-2025#offre"
    assert extract["quotation"] == "nous prendrons en charge la moitié du déficit"
    assert (extract["parties"], extract["voice"]) == (["Région"], "directe")
    assert (extract["file"], extract["line"]) == (str(folder / "martin-2025.md"), 7)


def test_warnings_keep_away_from_the_document(tmp_path: Path) -> None:
    sheets = {"a": fiche_text(extract_text(locuteur="un élu"))}
    result = invoke("export", write_dossier(tmp_path, fiches=sheets), "--format", "json")
    assert result.exit_code == 0
    assert "warning BR230" in result.stderr
    assert json.loads(result.stdout)["extracts"][0]["speaker"] == "un élu"


def test_the_dossier_is_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_dossier(tmp_path))
    assert json.loads(invoke("export").stdout)["title"] == "Un train de nuit pour Valmont"


def test_an_audience_may_be_named(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path, config=CONFIG + '\n[publics.presse]\nnom = "Presse"\n')
    assert json.loads(invoke("export", folder, "--audience", "presse").stdout)["audience"] == (
        "presse"
    )


def test_an_unknown_audience_or_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path)
    for arguments in ((folder, "--audience", "personne"), (folder / "rien",)):
        result = invoke("export", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")


def test_the_schema_needs_no_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    schema = json.loads(invoke("export", "--format", "schema").stdout)
    assert "extracts" in schema["properties"]


def test_the_document_is_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    run = run_briefing("export", write_dossier(tmp_path), PYTHONIOENCODING="latin-1")
    assert run.returncode == 0
    assert "Région" in run.stdout
