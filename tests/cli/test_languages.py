"""The language of the user: French where the locale is French, English otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from tests.support import (
    CONFIG,
    ROOT,
    SILENCED,
    extract_text,
    fiche_text,
    run_briefing,
    write_dossier,
)


@pytest.fixture(scope="module")
def french() -> Catalog:
    path = ROOT / "briefing/locale/fr/LC_MESSAGES/briefing.po"
    with path.open("rb") as file:
        return read_po(file, locale="fr")


def translated(catalog: Catalog, sentence: str, **values: str) -> str:
    """Return the French of `sentence`, which the catalogue must hold."""
    entry = catalog.get(sentence)
    assert entry is not None, f"not in the French catalogue: {sentence}"
    text = cast("str", entry.string)
    assert text
    assert text != sentence
    return text.format(**values)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return write_dossier(
        tmp_path / "d", fiches={"a": fiche_text(extract_text(partie="Regoin", nature="contexte"))}
    )


def test_findings_and_hints_are_translated_and_what_the_user_wrote_is_not(
    french: Catalog, faulty: Path
) -> None:
    run = run_briefing("build", faulty, language="fr")
    assert run.returncode == 1
    lines = run.stderr.splitlines()
    error = translated(french, "error")
    told = translated(french, "the dossier declares no party “{name}”", name="Regoin")
    assert lines[0] == f"{faulty}/a.md:11: {error} BR401\u00a0: {told}"
    assert lines[1] == "    → " + translated(french, "did you mean “{name}”?", name="Région")
    assert len(lines) == 3
    assert "written" not in run.stderr


def test_errors_of_usage_are_translated(french: Catalog, tmp_path: Path) -> None:
    run = run_briefing("build", "rien", cwd=tmp_path, language="fr")
    told = translated(french, "the folder “{path}” doesn't exist", path="rien")
    error = translated(french, "Error: {reason}", reason=told)
    assert (run.returncode, run.stderr.splitlines()[0]) == (2, error)


def test_help_is_translated_to_the_last_word_of_click(french: Catalog) -> None:
    run = run_briefing("build", "--help", language="fr")
    shown = " ".join(run.stdout.split())
    for sentence in (
        "Build the briefing of DOSSIER (by default, the current folder).",
        "Example: briefing build seeds --format pdf --out build",
        "Show this message and exit.",
    ):
        assert " ".join(translated(french, sentence).split()) in shown
    assert not re.search(r"\b(Usage|Example|Show|Where|What)\b", shown)


def test_the_summary_is_translated(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config=CONFIG + SILENCED)
    run = run_briefing(
        "build", folder, "--format", "html", "--out", tmp_path / "out", language="fr"
    )
    assert run.returncode == 0
    assert re.search(r"\b1 extrait\b.*\b1 source\b.*\b0 avertissement\b", run.stdout)


@pytest.mark.parametrize("language", ["en", "de", "C", ""])
def test_any_other_language_is_english(language: str, faulty: Path) -> None:
    run = run_briefing("build", faulty, language=language)
    assert "error BR401: the dossier declares no party “Regoin”" in run.stderr


def test_the_locale_of_the_system_is_enough(french: Catalog, faulty: Path) -> None:
    """Most users never heard of LANGUAGE."""
    run = run_briefing("build", faulty, language="", LC_ALL="fr_FR.UTF-8")
    assert translated(french, "did you mean “{name}”?", name="Région") in run.stderr


@pytest.mark.parametrize(("typed", "meant"), [("chekc", "check"), ("--versoin", "--version")])
def test_a_misspelt_name_is_proposed_between_our_quotation_marks(typed: str, meant: str) -> None:
    run = run_briefing(typed, language="fr")
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1].endswith(f"Vouliez-vous dire «\u202f{meant}\u202f»\u202f?")
    assert f"Did you mean “{meant}”?" in run_briefing(typed).stderr
    assert run_briefing("check", "--documnts", "x").stderr.endswith("“--documents”?\n")
    assert "'" not in run_briefing("check", "--documnts", "x", language="fr").stderr


def test_what_the_system_says_is_in_french_too(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    (tmp_path / "o" / "un-train-de-nuit-pour-valmont.html").mkdir(parents=True)
    run = run_briefing("build", folder, "--format", "html", "--out", tmp_path / "o", language="fr")
    assert run.returncode == 3
    assert "directory" not in run.stderr
    assert "c’est un répertoire" in run.stderr


def test_a_line_to_typeset_has_the_form_of_a_finding() -> None:
    """`path:line:`, without a space, is what editors know."""
    run = run_briefing("typeset", "README.md", "--check", language="fr")
    assert run.returncode == 1
    assert all(re.match(r"README\.md:\d+: \w", line) for line in run.stdout.splitlines())
