"""Who cites what: the faults that no single file shows."""

from __future__ import annotations

import pytest

from tests.support import CONFIG, extract_text, fiche_text, read, shown

OFFRE = "did you mean “martin-2025#offre”?"
SUPPORT = "add “- appuie : {id}” to the extracts that bear it out"


def faults(config: str = CONFIG, chapeau: str | None = None, **tags: str) -> list[str]:
    sheets = {"martin-2025": fiche_text(extract_text(**tags))}
    return shown(read(config=config, chapeau=chapeau, fiches=sheets).findings)


def test_a_sound_dossier_has_no_fault() -> None:
    assert faults(chapeau="Il paie[@martin-2025#offre].") == []


def test_a_key_point_without_support() -> None:
    assert faults(appuie="") == [
        "dossier.toml:10 BR403 the key point “moitie” is supported by no extract → "
        + SUPPORT.format(id="moitie")
    ]


def test_a_declared_position_without_support() -> None:
    config = (
        f'{CONFIG}\n[[positions]]\nid = "h"\npartie = "Région"\n'
        'enjeu = "Financement"\ntexte = "Tenue."\n'
    )
    assert faults(config) == [
        "dossier.toml:14 BR403 the position “h” is supported by no extract → "
        + SUPPORT.format(id="h")
    ]
    assert faults(config, appuie="moitie, h") == []


def test_a_question_of_which_nothing_is_known_is_a_warning() -> None:
    config = f'{CONFIG}\n[[questions]]\nid = "q"\ntexte = "Quand ?"\n'
    reading = read(config=config)
    assert reading.ok
    assert shown(reading.findings) == [
        (
            "dossier.toml:14 BR404 nothing is known of the question “q”"
            " → add [[questions.elements]], or “- appuie : q” to an extract"
        )
    ]
    assert faults(config, appuie="moitie, q") == []
    assert faults(f'{config}[[questions.elements]]\ntexte = "Rien."\n') == []


def test_an_unknown_extract_in_the_chapeau_is_told_at_its_paragraph() -> None:
    chapeau = "Il paie[@martin-2025#ofre].\n\nUn mot.\n\nEt [@x#y; @martin-2025#offre]."
    assert faults(chapeau=chapeau) == [
        f"chapeau.md:1 BR402 there is no extract “martin-2025#ofre” → {OFFRE}",
        "chapeau.md:5 BR402 there is no extract “x#y” → known here: martin-2025#offre",
    ]


SIDES = """
[[{group}]]
id = "q"
nature = "désaccord"
titre = "Un mot."
texte = "Un mot."

[[{group}.elements]]
texte = "Un mot."
extraits = ["martin-2025#offre"]
"""
QUESTION = SIDES.format(group="questions").replace('nature = "désaccord"\ntitre = "Un mot."\n', "")
ERROR = SIDES.format(group="divergences").replace("désaccord", "erreur probable")
SECOND = '\n[[divergences.elements]]\ntexte = "Rien."\n'
DIVERGENCE = SIDES.format(group="divergences") + SECOND


@pytest.mark.parametrize(
    ("config", "line"),
    [
        (CONFIG.replace("déficit.", "déficit[@martin-2025#ofre]."), 10),
        (CONFIG + 'extrait = "martin-2025#ofre"\n', 10),
        (CONFIG + QUESTION.replace("#offre", "#ofre"), 20),
        (CONFIG + QUESTION.replace("Un mot.", "Un mot[@martin-2025#ofre].", 1), 14),
        (CONFIG + DIVERGENCE.replace("#offre", "#ofre"), 22),
        (CONFIG + DIVERGENCE.replace("Un mot.", "Un mot[@martin-2025#ofre].", 1), 14),
    ],
    ids=["key-point", "lead", "side-of-question", "question", "side-of-divergence", "divergence"],
)
def test_an_unknown_extract_is_told_wherever_it_is_cited(config: str, line: int) -> None:
    assert [told.partition(" ")[0] for told in faults(config)] == [f"dossier.toml:{line}"]
    assert "martin-2025#ofre" in faults(config)[0]


@pytest.mark.parametrize("group", [QUESTION, DIVERGENCE], ids=["question", "divergence"])
def test_the_text_of_a_side_may_not_cite(group: str) -> None:
    """Its extracts stand in `extraits`: a citation would vanish from print without a word."""
    before, _, after = group.rpartition("Un mot.")
    (found,) = faults(f"{CONFIG}{before}Un mot[@martin-2025#offre].{after}")
    assert (
        "BR405 “[@martin-2025#offre]” makes a note in the chapeau, in boxes and in sections"
        in found
    )


def test_only_the_chapeau_cites() -> None:
    """Elsewhere a citation makes no note, and would vanish from print without a word."""
    config = (
        f'{CONFIG}\n[[positions]]\nid = "h"\npartie = "Région"\n'
        'enjeu = "Financement"\ntexte = "Tenue[@a#b]."\nbref = "T[@c#d]."\n'
    )
    found = faults(config, appuie="moitie, h", bref="La moitié[@e#f].")
    assert [line.partition(" makes")[0] for line in found] == [
        "dossier.toml:14 BR405 “[@a#b]”",
        "dossier.toml:14 BR405 “[@c#d]”",
        "martin-2025.md:7 BR405 “[@e#f]”",
    ]


def test_the_known_extracts_are_listed_in_the_order_of_the_dossier() -> None:
    """Not in that of a set, which differs from one run to the next."""
    ids = [f"e{n}" for n in range(9)]
    sheets = {"a": fiche_text(*(extract_text(id=id_) for id_ in ids))}
    (finding,) = read(chapeau="Un mot[@xyz].", fiches=sheets).findings
    assert str(finding.hint) == "known here: " + ", ".join(f"a#{id_}" for id_ in ids)


def test_an_unreadable_fiche_is_one_fault_and_not_one_per_citation() -> None:
    """What it holds is unknown: to say that its extracts don't exist would mislead."""
    reading = read(
        chapeau="Il paie[@martin-2025#offre], peut-être[@autre#x].",
        fiches={"martin-2025": fiche_text().encode("latin-1")},
    )
    assert [(finding.path, finding.code) for finding in reading.findings] == [
        ("martin-2025.md", "BR102"),  # causes first
        ("chapeau.md", "BR402"),
    ]


def test_a_disagreement_has_two_sides_and_an_error_may_have_one() -> None:
    config = CONFIG + DIVERGENCE.removesuffix(SECOND)
    reading = read(config=config)
    assert reading.ok
    assert shown(reading.findings) == [
        (
            "dossier.toml:14 BR409 the divergence “q” has one side only"
            " → add a second [[divergences.elements]]: what the first parts from"
        )
    ]
    assert faults(CONFIG + DIVERGENCE) == []
    assert faults(CONFIG + ERROR) == []
    assert "BR409" in faults(CONFIG + ERROR.replace("erreur probable", "évolution"))[0]


# ---- What only follows from another fault -----------------------------------------------------


CITING = "Il paie[@martin-2025#offre]."


@pytest.mark.parametrize(("id_", "code"), [("", "BR220"), ("l'offre", "BR221")])
def test_a_faulty_id_is_one_fault_and_not_one_per_citation(id_: str, code: str) -> None:
    """Neither is the key point without support, nor another extract meant."""
    sheet = fiche_text(extract_text(id=id_), extract_text(id="autre", appuie=""))
    findings = read(chapeau=CITING, fiches={"martin-2025": sheet}).findings
    assert [finding.code for finding in findings] == [code]


def test_a_faulty_id_leaves_the_other_fiches_checked() -> None:
    sheets = {"martin-2025": fiche_text(extract_text(id="")), "b": fiche_text()}
    findings = read(chapeau="Un[@b#ofre].", fiches=sheets).findings
    assert [(finding.path, finding.code) for finding in findings] == [
        ("martin-2025.md", "BR220"),
        ("chapeau.md", "BR402"),
    ]


def test_an_id_given_twice_comes_before_what_it_hides() -> None:
    sheet = fiche_text(extract_text(), extract_text())
    findings = read(chapeau="Un[@martin-2025#suite].", fiches={"martin-2025": sheet}).findings
    assert [finding.code for finding in findings] == ["BR222"]


def test_a_dossier_without_any_extract() -> None:
    config = 'titre = "T"\n'
    assert shown(read(config=config, fiches={"a": "# A"}).findings) == [
        (
            "dossier.toml:0 BR312 the dossier holds no extract"
            " → add a statement “## …” and a quotation “> …” to a fiche"
        )
    ]


@pytest.mark.parametrize(
    ("chapeau", "places"),
    [
        ("Un.\n\nIl paie [martin-2025#offre].", ["chapeau.md:3 BR406 “[martin-2025#offre]”"]),
        ("Il *paie [martin-2025#rien]*.", ["chapeau.md:1 BR406 “[martin-2025#rien]”"]),
        (
            "A [martin-2025#a], b [martin-2025#b].",
            ["chapeau.md:1 BR406 “[martin-2025#a]”", "chapeau.md:1 BR406 “[martin-2025#b]”"],
        ),
        ("Il paie [@martin-2025#offre].", []),
        ("Voir [autre#offre], [martin-2025], [1] et martin-2025#offre.", []),
    ],
)
def test_a_citation_without_its_at_sign_is_a_fault(chapeau: str, places: list[str]) -> None:
    """It would be printed; brackets that name no fiche are the analyst's own."""
    found = faults(chapeau=chapeau)
    assert [line.partition(" would")[0] for line in found] == places
    assert all("→ write “[@martin-2025#" in line for line in found)


def test_a_divergence_that_cites_nothing_is_a_warning() -> None:
    config = CONFIG + DIVERGENCE.partition("extraits")[0]
    reading = read(config=config)
    assert reading.ok
    assert shown(reading.findings) == [
        (
            "dossier.toml:14 BR407 the divergence “q” cites no extract"
            ' → add [[divergences.elements]] with extraits = ["source#id"]'
        )
    ]
    without_sides = CONFIG + DIVERGENCE.partition("[[divergences.elements]]")[0]
    assert [line.split()[1] for line in faults(without_sides)] == ["BR407"]


def test_one_element_that_cites_is_enough_for_a_divergence() -> None:
    more = '\n[[divergences.elements]]\ntexte = "On en sait peu."\n'
    assert faults(CONFIG + DIVERGENCE + more) == []


def test_a_fiche_without_extract_is_a_warning() -> None:
    reading = read(fiches={"a-lire": "\n# Valmont\n- type : note\n", "martin-2025": fiche_text()})
    assert reading.ok
    assert shown(reading.findings) == [
        (
            "a-lire.md:2 BR214 the fiche holds no extract"
            " → add a statement “## …” and a quotation “> …” to it"
        )
    ]
