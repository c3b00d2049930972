"""Where in a page a finding belongs."""

from __future__ import annotations

import pytest

import briefing
from briefing.model.finding import Finding, Severity, message
from briefing.watching.placing import Places, place, places_of
from tests.support import CONFIG, extract_text, fiche_text, read

FICHE = fiche_text(
    extract_text(),
    extract_text("Un fait.", "une date", id="fait", nature="événement", date="2025-05-02"),
)
PLACES = Places(
    (
        "points-cles",
        "point-moitie",
        "chapeau",
        "position-martin-2025:offre:region:financement",
        "position-martin-2025:offre-2",
        "date-martin-2025:fait",
        "note-2",
        "source-1",
        "positions",
        "question-q",
        "questions",
    ),
    {"martin-2025#offre": 1, "martin-2025#cite": 2},
    {"martin-2025": 1},
)


def at(path: str, line: int) -> Finding:
    return Finding(Severity.ERROR, "BR999", path, line, message("wrong"))


def line_of(text: str, part: str) -> int:
    return next(number for number, row in enumerate(text.splitlines(), 1) if part in row)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("- auteur :", "source-1"),
        ("## La région", "position-martin-2025:offre:region:financement"),
        ("- partie : Région", "position-martin-2025:offre:region:financement"),
        ("## Un fait.", "date-martin-2025:fait"),
        ("> une date", "date-martin-2025:fait"),
    ],
)
def test_a_line_of_a_fiche_belongs_to_its_extract(part: str, expected: str) -> None:
    finding = at("dossier/martin-2025.md", line_of(FICHE, part))
    assert place(finding, FICHE, PLACES) == expected


def test_an_extract_that_the_page_only_quotes_is_found_in_its_note() -> None:
    text = fiche_text(extract_text(id="cite"))
    assert place(at("martin-2025.md", line_of(text, "- id")), text, PLACES) == "note-2"


def test_an_extract_without_an_id_belongs_to_its_source() -> None:
    text = fiche_text(extract_text(id=""))
    assert place(at("martin-2025.md", line_of(text, "## ")), text, PLACES) == "source-1"


def test_a_fiche_that_the_page_knows_nothing_of_has_no_place() -> None:
    assert place(at("autre.md", 3), FICHE, PLACES) == ""


@pytest.mark.parametrize("line", [0, 1, 10_000])
def test_a_line_that_is_none_breaks_nothing(line: int) -> None:
    for path in ("martin-2025.md", "dossier.toml", "chapeau.md"):
        assert place(at(path, line), "", PLACES) in {"", "source-1", "chapeau"}


TOML = CONFIG + '\n[[questions]]\nid = "q"\ntexte = "?"\n[[questions.elements]]\ncote = "Ville"\n'


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("titre =", ""),
        ('id = "moitie"', "point-moitie"),
        ("[[enjeux]]", "positions"),
        ("cote =", "question-q"),
    ],
)
def test_a_line_of_the_configuration_belongs_to_its_item(part: str, expected: str) -> None:
    assert place(at("d/dossier.toml", line_of(TOML, part)), TOML, PLACES) == expected


def test_an_item_that_is_not_shown_has_its_section() -> None:
    text = TOML.replace('id = "moitie"', 'id = "autre"')
    assert place(at("dossier.toml", line_of(text, "autre")), text, PLACES) == "points-cles"


def test_the_chapeau_is_one_place_and_other_files_have_none() -> None:
    assert place(at("chapeau.md", 3), "", PLACES) == "chapeau"
    assert place(at("zotero.json", 3), "", PLACES) == ""
    assert place(at("dossier.lock.json", 3), "", PLACES) == ""


def test_every_extract_of_a_real_page_has_a_place() -> None:
    dossier = read(fiches={"martin-2025": FICHE}).dossier
    assert dossier
    made = briefing.assemble(dossier)
    places = places_of(briefing.render(made).html, made)
    for extract in dossier.extracts:
        found = place(at("martin-2025.md", extract.line), FICHE, places)
        assert found.startswith(("position-martin-2025:offre", "date-martin-2025:fait"))
