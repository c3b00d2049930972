"""Sections of a dossier's own, from files to editions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from tests.outputs.test_export import SCHEMA
from tests.support import CONFIG, SILENCED, invoke, write_dossier

SECTIONS = """
[[sections]]
id = "cadre"
titre = "Le cadre *légal*"
fichier = "cadre.md"
avant = "positions"

[[sections]]
id = "suites"
titre = "Les suites"
texte = "Le conseil tranchera en juin."
apres = "cadre"
"""
TEXT = """Rien n'est dit de la loi[@martin-2025#offre]. Un mot de plus.

### Ce que dit la loi

- Qu'un accord est possible.
"""


def written(folder: Path, text: str = TEXT, config: str = "") -> Path:
    write_dossier(folder, config=CONFIG + SECTIONS + config + SILENCED, chapeau="Un mot.\n")
    (folder / "cadre.md").write_text(text, "utf-8")
    return folder


def built(folder: Path, out: Path, format_: str, *more: str) -> Path:
    result = invoke("build", folder, "--out", out, "--format", format_, *more)
    assert result.exit_code == 0, result.output
    (path,) = out.iterdir()
    return path


def read(page: Path) -> str:
    return page.read_text("utf-8").replace("\u00a0", " ")


def test_a_file_of_a_section_is_no_fiche_and_its_typography_is_checked(tmp_path: Path) -> None:
    result = invoke("check", written(tmp_path, TEXT.replace("Un mot de plus", "La 2ème loi")))
    assert result.exit_code == 0, result.output
    assert re.search(r"cadre\.md:1: warning BR7\d\d", result.stderr + result.stdout)


def test_they_stand_in_the_page_its_contents_and_its_anchors(tmp_path: Path) -> None:
    page = read(built(written(tmp_path / "d"), tmp_path / "out", "html"))
    places = [
        page.index(f'<section class="{name}"') for name in ("introduction", "own", "positions")
    ]
    assert places == sorted(places)
    assert page.index('id="section-cadre"') < page.index('id="section-suites"')
    assert page.count('href="#section-cadre"') == 3  # both contents, and its own link
    assert '<h2 id="titre-section-cadre">Le cadre <em>légal</em></h2>' in page
    assert re.search(r"<h3[^>]*>Ce que dit la loi</h3>", page)


def test_they_have_bookmarks_and_the_running_head_of_a_pdf(tmp_path: Path) -> None:
    long = TEXT + "\n\n" + "Le débat continue, et nul ne sait comment il finira. " * 220
    reader = PdfReader(built(written(tmp_path / "d", long), tmp_path / "out", "pdf"))
    titles = [
        str(item["/Title"]).replace("\u00a0", " ")
        for item in reader.outline
        if not isinstance(item, list)
    ]
    places = [titles.index(name) for name in ("Le cadre légal", "Les suites")]
    assert places == sorted(places)
    heads = [page.extract_text().replace("\u00a0", " ") for page in reader.pages]
    assert sum("Le cadre légal" in text for text in heads) >= 2


def test_a_pdf_with_them_is_verified(tmp_path: Path) -> None:
    folder = written(tmp_path / "d")
    told = invoke("verify", built(folder, tmp_path / "out", "pdf"), "--documents", folder).output
    assert "items printed as they are attached" in told
    assert not re.search(r"^ *(?:cadre|suites): ", told, re.MULTILINE)


def test_they_are_exported_as_the_schema_says(tmp_path: Path) -> None:
    made = json.loads(invoke("export", written(tmp_path)).stdout)
    Draft202012Validator(SCHEMA).validate(made)
    first, second = made["own_sections"]
    assert (first["id"], first["title"], first["extracts"]) == (
        "cadre",
        "Le cadre légal",
        ["martin-2025#offre"],
    )
    assert [block["role"] for block in first["text"]] == ["text", "heading", "item"]
    assert second["text"] == [{"role": "text", "text": "Le conseil tranchera en juin."}]


def test_diff_tells_what_became_of_them(tmp_path: Path) -> None:
    old = written(tmp_path / "old")
    new = written(tmp_path / "new", TEXT.replace("possible", "probable"))
    told = invoke("diff", old, new).output
    assert "Own sections" in told
    assert "[-possible-]" in told
    assert "{+probable+}" in told


@pytest.mark.parametrize(
    ("audience", "found"),
    [
        ('sections = ["suites", "points-cles", "sources"]', ["suites"]),
        ('sections = ["points-cles", "sources"]', []),
        ('tlp = "green"', ["cadre", "suites"]),
    ],
)
def test_an_audience_has_those_that_its_sections_name(
    tmp_path: Path, audience: str, found: list[str]
) -> None:
    renamed = "[publics.direction.intitules]\nsuites = 'Après'\n" if found else ""
    config = f"\n[publics.direction]\n{audience}\n{renamed}"
    folder = written(tmp_path / "d", config=config)
    page = read(built(folder, tmp_path / "out", "html"))
    assert re.findall(r'<section class="own" id="section-(\w+)"', page) == found
    assert ("Après" in page) is ("suites" in found)


def test_a_house_may_print_them_otherwise(tmp_path: Path) -> None:
    folder = written(tmp_path / "d")
    house = folder / "gabarits" / "complet"
    house.mkdir(parents=True)
    (house / "briefing.html.j2").write_text(
        '{% extends "complet/briefing.html.j2" %}\n{% set briefing_api = 1 %}\n'
        "{% block own_section %}<hr><b>{{ section.title | rich }}</b>{{ super() }}{% endblock %}\n"
        '{% block figures %}{{ super() }}<section id="appel"><h2>Appel</h2></section>{% endblock %}',
        "utf-8",
    )
    assert invoke("templates", "check", "--dossier", folder).exit_code == 0
    page = read(built(folder, tmp_path / "out", "html"))
    assert page.count("<hr><b>") == 2
    assert "<hr><b>Les suites</b>" in page
    assert 'href="#appel"' in page
