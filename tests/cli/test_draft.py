"""`briefing build` refuses what isn't verified; `--draft` builds it and says so everywhere."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pypdf
import pytest

from tests.support import CONFIG, SILENCED, extract_text, fiche_text, invoke, write_dossier

NAME = "un-train-de-nuit-pour-valmont"


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """Write a dossier of two quotations, of which one isn't that of its document."""
    fiche = fiche_text(
        extract_text(),
        extract_text("Rien n'est daté.", "la région ne donne aucune date", id="date"),
    )
    folder = write_dossier(tmp_path / "d", config=CONFIG + SILENCED, fiches={"martin-2025": fiche})
    document = folder / "documents" / "martin-2025.txt"
    document.write_text(document.read_text("utf-8").replace("aucune date", "une date"), "utf-8")
    return folder


def test_a_wrong_quotation_stops_the_build(spoiled: Path, tmp_path: Path) -> None:
    result = invoke("build", spoiled, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error BR602" in result.stderr
    assert "the document has “une”, the quotation “aucune”" in result.stderr
    assert result.stderr.endswith(
        "1 error: nothing was written.\n  → --draft builds all the same, marked as a draft\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_draft_is_built_under_a_name_of_its_own(spoiled: Path, tmp_path: Path) -> None:
    result = invoke("build", spoiled, "--draft", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "error BR602" in result.stderr
    assert " · 1 verified · 1 error · " in result.stdout
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"{NAME}-brouillon.html", f"{NAME}-brouillon.pdf"]


def test_a_draft_says_so_on_every_page_and_at_each_unverified_quotation(
    spoiled: Path, tmp_path: Path
) -> None:
    invoke("build", spoiled, "--draft", "--out", tmp_path / "out")
    data = (tmp_path / "out" / f"{NAME}-brouillon.pdf").read_bytes()
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert pages
    assert all("BROUILLON : NE PAS DIFFUSER" in re.sub(r"\s", " ", page) for page in pages)
    text = re.sub(r"\s+", " ", " ".join(pages))
    assert text.count("citation non vérifiée") == 1
    assert re.search(r"aucune date » \(citation non vérifiée\)", text)
    html = (tmp_path / "out" / f"{NAME}-brouillon.html").read_text("utf-8")
    assert "Brouillon\u00a0: ne pas diffuser" in html
    assert html.count("citation non vérifiée") == 1
    assert "<title>Brouillon – " in html


def test_an_edition_bears_no_mark_of_a_draft(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    invoke("build", folder, "--format", "html", "--out", tmp_path / "out")
    html = (tmp_path / "out" / f"{NAME}.html").read_text("utf-8")
    assert not re.search(r"brouillon|non vérifiée", html, re.IGNORECASE)


@pytest.mark.parametrize(
    "fault",
    [
        {"partie": "Regoin"},
        {"enjeu": "rien"},
        {"appuie": "inconnu"},
        {"date": "hier"},
        {"locuteur": ""},
        {"voix": "forte"},
    ],
    ids=lambda fault: next(iter(fault)),
)
def test_a_draft_is_built_in_spite_of_other_faults(fault: dict[str, str], tmp_path: Path) -> None:
    fiche = fiche_text(extract_text(), extract_text("Autre.", "une autre phrase", id="b", **fault))
    folder = write_dossier(tmp_path / "d", fiches={"martin-2025": fiche})
    assert invoke("build", folder, "--out", tmp_path / "out").exit_code == 1
    result = invoke("build", folder, "--draft", "--format", "html", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert ": error BR" in result.stderr


def test_what_cant_be_read_at_all_makes_no_draft(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config="titre = ")
    result = invoke("build", folder, "--draft", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.endswith("1 error: nothing was written.\n")


def test_documents_elsewhere_are_named(spoiled: Path, tmp_path: Path) -> None:
    moved = (spoiled / "documents").rename(tmp_path / "textes")
    arguments = ("build", spoiled, "--format", "html", "--out", tmp_path / "out")
    assert invoke(*arguments).exit_code == 0
    assert invoke(*arguments, "--documents", moved).exit_code == 1


# ---- The lock ------------------------------------------------------------------------------


def method_of(folder: Path, out: Path) -> str:
    assert invoke("build", folder, "--format", "html", "--out", out).exit_code == 0
    html = (out / f"{NAME}.html").read_text("utf-8")
    section = re.search(r'<section class="method".*?</section>', html, re.DOTALL)
    assert section
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", section[0])))


def test_the_method_tells_what_was_verified(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    said = "Toutes les citations ont été vérifiées mot à mot sur les documents."
    assert said in method_of(folder, tmp_path / "a")
    assert invoke("lock", folder).exit_code == 0
    lock = folder / "dossier.lock.json"
    lock.write_text(re.sub(r'"date": "[^"]+"', '"date": "2025-03-01"', lock.read_text("utf-8")))
    assert said in method_of(folder, tmp_path / "b")
    (folder / "documents" / "martin-2025.txt").unlink()
    said = "vérifiées mot à mot sur les documents le 1er mars 2025."
    assert said in method_of(folder, tmp_path / "c")
    checked = invoke("check", folder)
    assert "1 verified, by the lock of 2025-03-01" in checked.stdout
    lock.unlink()
    said = "Les citations n’ont pas été vérifiées sur les documents."
    assert said in method_of(folder, tmp_path / "e")


def test_the_method_tells_how_many_are_not_verified(tmp_path: Path) -> None:
    fiches = {
        "martin-2025": fiche_text(extract_text()),
        "autre-2025": fiche_text(extract_text("Autre.", "une tout autre phrase"), title="Autre"),
    }
    folder = write_dossier(tmp_path / "d", fiches=fiches)
    invoke("lock", folder)
    lock = folder / "dossier.lock.json"
    lock.write_text(re.sub(r'"date": "[^"]+"', '"date": "2025-03-01"', lock.read_text("utf-8")))
    (folder / "documents" / "autre-2025.txt").unlink()
    said = method_of(folder, tmp_path / "a")
    whole = "Toutes les citations ont été vérifiées mot à mot sur les documents"
    assert f"{whole} (dont une le 1er mars 2025)." in said
    lock.unlink()
    said = method_of(folder, tmp_path / "b")
    partly = "Sur deux citations, une a été vérifiée mot à mot sur les documents"
    assert f"{partly} ; une ne l’a pas été." in said
