"""`briefing build`: what it writes, where, and what it says of it."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from briefing.outputs import pdf
from briefing.outputs.pdf import PrintedPdf
from tests.support import (
    CONFIG,
    SILENCED,
    extract_text,
    fiche_text,
    invoke,
    run_briefing,
    write_dossier,
)

NAME = "un-train-de-nuit-pour-valmont"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_line_per_file_then_a_summary(tmp_path: Path) -> None:
    folder, out = write_dossier(tmp_path / "d", config=CONFIG + SILENCED), tmp_path / "out"
    result = invoke("build", folder, "--out", out)
    assert (result.exit_code, result.stderr) == (0, "")
    pdf, html, summary = result.stdout.splitlines()
    assert re.fullmatch(rf"{re.escape(str(out))}/{NAME}\.pdf  \d+ pages? · \d+ kB", pdf)
    assert re.fullmatch(rf"{re.escape(str(out))}/{NAME}\.html  \d+ kB", html)
    assert summary == "1 extract · 1 source · 1 item · 1 verified · 0 warnings"
    assert names(out) == [f"{NAME}.html", f"{NAME}.pdf"]
    assert (out / f"{NAME}.pdf").read_bytes().startswith(b"%PDF-")
    assert (out / f"{NAME}.html").read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_dossier_is_this_folder_and_the_output_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    result = invoke("build", "--format", "html")
    assert result.exit_code == 0
    assert names(tmp_path / "build") == [f"{NAME}.html"]


def test_folders_are_made_as_deep_as_asked(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b" / "été"
    assert invoke("build", write_dossier(tmp_path), "--format", "html", "--out", out).exit_code == 0
    assert names(out) == [f"{NAME}.html"]


def test_building_twice_replaces_the_files_and_leaves_others(tmp_path: Path) -> None:
    folder, out = write_dossier(tmp_path / "d"), tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("à garder", "utf-8")
    for _ in range(2):
        assert invoke("build", folder, "--format", "html", "--out", out).exit_code == 0
    assert names(out) == ["notes.txt", f"{NAME}.html"]


@pytest.mark.parametrize("formats", ["html", "HTML", " html ,", "html,html"])
def test_a_format_is_named_as_people_type_it(formats: str, tmp_path: Path) -> None:
    result = invoke("build", write_dossier(tmp_path), "--format", formats, "--out", tmp_path / "o")
    assert result.exit_code == 0
    assert names(tmp_path / "o") == [f"{NAME}.html"]


@pytest.mark.parametrize(
    ("date", "shown"), [("2024-12-24", "24 décembre 2024"), ("2024-12", "décembre 2024")]
)
def test_the_date_of_publication_may_be_given(date: str, shown: str, tmp_path: Path) -> None:
    arguments = ("--format", "html", "--out", tmp_path / "out", "--date", date)
    assert invoke("build", write_dossier(tmp_path), *arguments).exit_code == 0
    page = (tmp_path / "out" / f"{NAME}.html").read_text("utf-8")
    assert shown in re.sub(r"[\u00a0\u202f]", " ", re.sub(r"<[^>]*>", "", page))


PRESSE = CONFIG + '\n[publics.presse]\nnom = "Presse"\nformats = ["html"]\n'


def test_an_audience_has_a_file_of_its_own(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config=PRESSE)
    arguments = ("--audience", "presse", "--audience", "complet", "--format", "html")
    assert invoke("build", folder, *arguments, "--out", tmp_path / "out").exit_code == 0
    assert names(tmp_path / "out") == [f"{NAME}-presse.html", f"{NAME}.html"]


def test_without_a_name_the_declared_audiences_are_built_in_their_formats(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config=PRESSE)
    assert invoke("build", folder, "--out", tmp_path / "out").exit_code == 0
    assert names(tmp_path / "out") == [f"{NAME}-presse.html"]


def test_an_unknown_audience_is_wrong_usage(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config=PRESSE)
    result = invoke("build", folder, "--audience", "press", "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == ("Error: there is no audience “press”\n  → did you mean “presse”?\n")
    assert not (tmp_path / "out").exists()


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    folder = tmp_path / "rien"
    result = invoke("build", folder, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: the folder “{folder}” doesn't exist\n"
        f"  → “briefing new {folder}” makes a dossier there\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_file_instead_of_a_folder_is_wrong_usage(tmp_path: Path) -> None:
    file = write_dossier(tmp_path) / "martin-2025.md"
    result = invoke("build", file)
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: “{file}” isn't a folder\n  → name the folder that holds dossier.toml\n"
    )


def test_a_dossier_is_named_by_its_folder_or_its_dossier_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_dossier(tmp_path / "d")
    by_folder = invoke("check", folder)
    assert invoke("check", folder / "dossier.toml").output == by_folder.output
    monkeypatch.chdir(folder)
    assert invoke("check", "dossier.toml").output == invoke("check").output
    assert invoke("build", "dossier.toml", "--format", "html").exit_code == 0
    assert names(folder / "build") == [f"{NAME}.html"]


AUDIENCES = (
    '\n[publics.court]\nsections = ["points-clés", "sources"]\n'
    '\n[publics.long]\nsections = ["positions", "sources"]\n'
)


def test_audiences_are_parted_by_commas_as_formats_are(tmp_path: Path) -> None:
    folder, out = write_dossier(tmp_path / "d", config=CONFIG + AUDIENCES), tmp_path / "out"
    asked = ("--audience", "complet, court", "--audience", "long")
    assert invoke("build", folder, *asked, "--format", "html", "--out", out).exit_code == 0
    assert names(out) == [f"{NAME}-court.html", f"{NAME}-long.html", f"{NAME}.html"]
    assert invoke("build", folder, "--audience", "court,rien", "--out", out).exit_code == 2


def test_the_language_of_a_frame_that_isnt_french_is_in_the_name(tmp_path: Path) -> None:
    """A copy of the dossier in another language leaves the French edition alone."""
    out = tmp_path / "out"
    for language in ("fr-CH", "en-GB", "de"):
        config = CONFIG.replace("date =", f'langue = "{language}"\ndate =') + AUDIENCES
        folder = write_dossier(tmp_path / language, config=config)
        asked = ("--audience", "complet,court", "--format", "html", "--out", out)
        assert invoke("build", folder, *asked).exit_code == 0
    assert names(out) == sorted(
        f"{NAME}{end}.html" for end in ("", "-court", "-en", "-court-en", "-de", "-court-de")
    )


def test_extracts_that_no_edition_prints_are_told_apart(tmp_path: Path) -> None:
    """`briefing verify` counts those that are printed."""
    idle = extract_text(id="autre", nature="contexte", appuie="")
    fiche = fiche_text(extract_text(), idle)
    folder = write_dossier(tmp_path / "d", fiches={"martin-2025": fiche})
    result = invoke("build", folder, "--format", "html", "--out", tmp_path / "out")
    assert result.stdout.splitlines()[-1].startswith("2 extracts (1 printed) · 1 source")


def test_warnings_are_shown_and_counted_and_stop_nothing(tmp_path: Path) -> None:
    folder = write_dossier(
        tmp_path / "d",
        config=CONFIG + SILENCED,
        fiches={"a": fiche_text(extract_text(locuteur="un élu local"))},
    )
    result = invoke("build", folder, "--format", "html", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{folder}/a.md:13: warning BR230: the speaker “un élu local” seems anonymous",
        "    → write “- locuteur : anonyme, un élu local”",
    ]
    assert (
        result.stdout.splitlines()[-1] == "1 extract · 1 source · 1 item · 1 verified · 1 warning"
    )


def test_matters_of_judgement_are_counted_and_left_to_check(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    result = invoke("build", folder, "--format", "html", "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f" · 2 warnings (briefing check {folder})\n")
    texts = tmp_path / "pleins textes"
    texts.mkdir()
    asked = ("--format", "html", "--out", tmp_path / "out", "--documents", texts)
    told = f"(briefing check {folder} --documents '{texts}')\n"
    assert invoke("build", folder, *asked).stdout.endswith(told), "the same check"


def test_what_the_page_maker_has_to_say_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def print_pdf(*_: object, **__: object) -> PrintedPdf:
        return PrintedPdf(b"%PDF-", 2, ("Ignored `colour: red`, unknown property.",))

    monkeypatch.setattr(pdf, "print_pdf", print_pdf)
    folder = write_dossier(tmp_path / "d", config=CONFIG + SILENCED)
    result = invoke("build", folder, "--format", "pdf", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr == "layout: Ignored `colour: red`, unknown property.\n"
    assert "  2 pages · 5 B\n" in result.stdout
    assert result.stdout.endswith(" · 1 warning\n")


BOXES = """layout: no font of print has U+4E2D CJK UNIFIED IDEOGRAPH-4E2D: empty boxes stand in the PDF
"""


@pytest.mark.parametrize(
    ("config", "said", "count"),
    [
        (CONFIG + SILENCED, BOXES, "1 warning\n"),
        (f'{CONFIG}{SILENCED}BR704 = "Un seul signe."\n', "", "0 warnings\n"),
        (CONFIG.replace("train", "中") + SILENCED, "", "1 warning (briefing check "),
    ],
    ids=["not in a file of the dossier", "silenced", "told by check"],
)
def test_empty_boxes_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, said: str, count: str
) -> None:
    monkeypatch.setattr(pdf, "print_pdf", lambda *_, **__: PrintedPdf(b"%PDF-", 2, (), "中"))
    folder = write_dossier(tmp_path / "d", config=config)
    result = invoke("build", folder, "--format", "pdf", "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, said)
    assert f" · {count}" in result.stdout


def test_what_was_built_is_opened_if_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    folder = write_dossier(tmp_path)
    for option in ([], ["--open"]):
        invoke("build", folder, "--format", "html", "--out", tmp_path / "out", *option)
    assert opened == [str(tmp_path / "out" / f"{NAME}.html")]


def test_markup_in_the_dossier_stays_text(tmp_path: Path) -> None:
    folder = write_dossier(
        tmp_path / "d",
        config=CONFIG.replace("Un train de nuit", "<script>alert(1)</script>"),
        fiches={"a": fiche_text(extract_text("Un <b>énoncé</b>.", "une <i>citation</i>"))},
    )
    assert invoke("build", folder, "--format", "html", "--out", tmp_path / "out").exit_code == 0
    (file,) = (tmp_path / "out").iterdir()
    page = file.read_text("utf-8")
    assert not re.search(r"<script>alert|<b>énoncé|<i>citation", page)


def test_the_program_from_another_folder(tmp_path: Path) -> None:
    write_dossier(tmp_path / "d")
    run = run_briefing("build", "d", "--format", "html", "--out", "out", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"out/{NAME}.html  ")
