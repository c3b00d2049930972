"""What counts as the analyst's own text, and at which line."""

from __future__ import annotations

from briefing.checking.own_text import OwnText, own_texts
from tests.support import extract_text, fiche_text, raw_dossier

TOML = '''titre = "Un \\"train\\" de nuit" # "hors"
# "un commentaire"
date = "2025-06-02"
adresse = ["1, rue A", 'rue "B"']

[[parties]]
nom = "Région"

[[questions]]
id = "qui"
texte = """
Qui paie ?
Et quand ?"""
extraits = ["a#b"]
methode = """une ligne"""
'''


def texts(**files: object) -> list[tuple[str, int, str]]:
    return [tuple(text) for text in own_texts(raw_dossier(**files))]  # type: ignore[arg-type, misc]


def of(path: str, **files: object) -> list[tuple[int, str]]:
    return [(line, text) for name, line, text in texts(**files) if name == path]


def test_strings_of_the_configuration_but_for_names_and_comments() -> None:
    assert of("dossier.toml", config=TOML) == [
        (1, 'Un "train" de nuit'),
        (4, "1, rue A"),
        (4, 'rue "B"'),
        (7, "Région"),
        (11, "\nQui paie ?\nEt quand ?"),
        (15, "une ligne"),
    ]


def test_paragraphs_and_headings_of_the_introduction() -> None:
    chapeau = "## Un titre\nUne ligne,\nune autre.\n\n\nUn paragraphe."
    assert of("chapeau.md", chapeau=chapeau) == [
        (1, "Un titre"),
        (2, "Une ligne,\nune autre."),
        (6, "Un paragraphe."),
    ]


def test_in_a_fiche_what_the_analyst_worded() -> None:
    fiche = fiche_text(
        extract_text("Une phrase.", "une citation", bref="Court.", comment="Deux\nlignes.")
    )
    lines = fiche.split("\n")
    found = of("a.md", fiches={"a": fiche})
    assert [text for _, text in found] == [
        "Une phrase.",
        "Jeanne Roche, présidente de la région",
        "Court.",
        "Deux\nlignes.",
    ]
    assert all(text.split("\n")[0] in lines[line - 1] for line, text in found)


def test_quotations_code_and_addresses_are_blanked_in_place() -> None:
    text = OwnText("a", 1, 'Il dit « l\'Etat\nou » `x` et "y", [@a#b] https://x.fr/a <br>')
    assert len(text.unquoted()) == len(text.text)
    assert text.unquoted().replace("_", "") == "Il dit \n  et ,   "
    assert text.prose().startswith("Il dit « l'Etat\nou »")


def test_the_line_of_an_offset() -> None:
    text = OwnText("a", 5, "un\ndeux\ntrois")
    assert [text.line_of(offset) for offset in (0, 3, 8)] == [5, 6, 7]


def test_without_files_there_is_nothing() -> None:
    assert of("chapeau.md") == []
