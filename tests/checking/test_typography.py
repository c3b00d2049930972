"""French letters that the analyst's own text lacks."""

from __future__ import annotations

import pytest

from briefing.checking.typography import typography_findings
from tests.support import CONFIG, extract_text, fiche_text, raw_dossier, shown


def told(chapeau: str) -> list[str]:
    return shown(typography_findings(raw_dossier(chapeau=chapeau)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("l'Etat", "État"),
        ("les Etats-Unis", "États"),
        ("L’Elysée", "Élysée"),
        ("une oeuvre", "œuvre"),
        ("Soeur Anne", "Sœur"),
        ("la main-d'oeuvre", "œuvre"),
        ("des manoeuvres", "manœuvres"),
    ],
)
def test_what_is_missing_is_proposed(wrong: str, right: str) -> None:
    (line,) = told(f"Un mot.\n\nIl y a {wrong}.")
    assert line.startswith("chapeau.md:3 BR710")
    assert line.endswith(f"→ write “{right}”")


@pytest.mark.parametrize(
    "right",
    [
        "l'État, les œuvres, la coexistence, un coefficient, la moelle",
        "Il dit « l'Etat », puis “coeur”",
        "voir https://exemple.fr/Etat/oeuvre et [@oeuvre#coeur] ou `Etat`",
        "etat et ecole",
        "Etatique, oeuvrette, Etat_2",
    ],
)
def test_what_is_right_or_not_the_analyst_s_is_left(right: str) -> None:
    assert told(right) == []


def test_a_word_is_told_once_a_line() -> None:
    assert len(told("l'Etat, l'Etat et une oeuvre")) == 2


def test_in_a_fiche_the_words_of_the_document_are_left() -> None:
    fiche = fiche_text(
        extract_text(
            "L'Etat paie.",
            "l'Etat paie une oeuvre",
            partie="Région",
            bref="L'Etat.",
            note="voir l'Etat",
            comment="Un coeur.",
        ),
        title="Un Etat sans coeur",
        header={"auteur": "Jean Etat", "éditeur": "Oeuvre"},
    )
    found = typography_findings(raw_dossier(fiches={"a": fiche}))
    lines = fiche.split("\n")
    assert [lines[finding.line - 1].partition(" ")[2] for finding in found] == [
        "L'Etat paie.",
        "bref : L'Etat.",
        "note : voir l'Etat",
        "coeur.",
    ]


def test_in_the_configuration_ids_and_comments_are_left() -> None:
    config = f'{CONFIG}\n# L\'Etat.\n[[questions]]\nid = "coeur"\ntexte = "Au coeur ?"\n'
    found = typography_findings(raw_dossier(config=config))
    assert [finding.line for finding in found] == [17]


def test_another_language_has_other_letters() -> None:
    raw = raw_dossier(chapeau="une oeuvre")
    assert typography_findings(raw, "en") == []
    assert len(typography_findings(raw, "fr-CH")) == 1
