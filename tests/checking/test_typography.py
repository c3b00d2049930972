"""What the typesetting leaves to the analyst: letters, points, ordinals, lone marks, graphies."""

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


def test_without_text_there_is_nothing_to_tell() -> None:
    assert typography_findings(raw_dossier(config=None)) == []
    assert typography_findings(raw_dossier(config="", chapeau="\n")) == []


def test_another_language_has_other_letters() -> None:
    raw = raw_dossier(chapeau="une oeuvre")
    assert typography_findings(raw, "en") == []
    assert len(typography_findings(raw, "fr-CH")) == 1


@pytest.mark.parametrize(
    ("text", "code", "told_as", "right"),
    [
        ("Des gels, etc... Puis", "BR711", "“etc...”", "etc."),
        ("Des gels, etc.… Puis", "BR711", "“etc.…”", "etc."),
        ("Une  phrase.", "BR712", "two spaces after “Une”", ""),
        ("Une\u00a0 phrase.", "BR712", "two spaces after “Une”", ""),
        ("une hausse de 3.5 %", "BR713", "“3.5”", "3,5"),
        ("soit 61.2 milliards", "BR713", "“61.2”", "61,2"),
        ("une hausse de 50%", "BR713", "“50%”", "50 %"),
        ("une hausse de 2,5€.", "BR713", "“2,5€”", "2,5 €"),
        ("un prix de $50", "BR713", "“$50”", "50 $"),
        ("la 2ème armée", "BR714", "“2ème”", "2e"),
        ("la 1ère fois", "BR714", "“1ère”", "1re"),
        ("les 3èmes", "BR714", "“3èmes”", "3es"),
        ("au XXème siècle", "BR714", "“XXème”", "XXe"),
        ("la 3ième fois", "BR714", "“3ième”", "3e"),
        ("Il dit « oui.", "BR715", "the quotation mark “«”", ""),
        ("Il dit “oui.", "BR715", "the quotation mark “““", ""),
        ('Il dit "oui.', "BR715", 'the quotation mark “"”', ""),
        ("Kiev, Kyiv, Kyiv", "BR716", "“Kiev” here, “Kyiv” elsewhere", ""),
    ],
)
def test_each_fault_is_told_at_its_line(text: str, code: str, told_as: str, right: str) -> None:
    (line,) = told(f"Un mot.\n\nDeux mots,\n{text}")
    assert line.startswith(f"chapeau.md:4 {code} {told_as}".replace("““", "“"))
    assert line.endswith(f"→ write “{right}”" if right else line)


@pytest.mark.parametrize(
    "text",
    [
        "Des gels, etc. Puis… rien.",
        "| a  | b |",
        "-  un item\n1.  un autre",
        "la version 3.5 de Python 3.11, à 12.30",
        "50 % de 3,5 €, https://x.fr/?a=50%20b et `50%`",
        "la 2e, la 1re, le XXe, du système, la 2de",
        'Un écran de 27" et un appel de 5\'30"',
        "« Une citation  avec 50%, 2ème, etc... et Kiev », dit Kyiv.",
        "« Nous tenons.\n\n« Nous tiendrons. »",
        "Le mot ‘paix’ revient.",
    ],
)
def test_what_is_no_fault(text: str) -> None:
    assert told(f"{text}\n") == []


def test_faults_come_in_the_order_of_the_text() -> None:
    lines = told("La 2ème et l'Etat, etc...\nLe 3ème, “oui")
    assert [line.split()[1] for line in lines] == ["BR714", "BR710", "BR711", "BR714", "BR715"]
