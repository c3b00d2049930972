"""`[[personnes]]` and `[sigles]`: what they declare, and every way to get them wrong."""

from __future__ import annotations

import pytest

from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.model.naming import Acronym, Naming, Person
from briefing.reading.config import read_config
from tests.support import CONFIG, shown

FIRST = len(CONFIG.split("\n")) + 1
"""The line at which what is declared begins."""


def declared(text: str) -> tuple[Dossier, list[Finding]]:
    dossier, findings = read_config(f"{CONFIG}\n{text}\n", "d.toml")
    assert dossier is not None
    return dossier, findings


def people(*lines: str) -> tuple[tuple[Person, ...], list[str]]:
    """Return the people whose tables hold `lines`, and what was found wrong."""
    dossier, findings = declared("\n".join(f"[[personnes]]\n{line}" for line in lines))
    return dossier.people, shown(findings)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Donald Trump", "D. Trump"),
        ("Jean-Noël Barrot", "J.-N. Barrot"),
        ("Charles de Gaulle", "C. de Gaulle"),
        ("Ursula von der Leyen", "U. von der Leyen"),
        ("J. D. Vance", "J. D. Vance"),
        ("Voltaire", "Voltaire"),
        ("Marco Rubio", "Marco Rubio"),  # « M. Rubio » would read as Monsieur
        ("  Donald \t Trump ", "D. Trump"),
    ],
)
def test_the_short_form_has_the_initials_of_the_forenames(name: str, short: str) -> None:
    ((person,), findings) = people(f'nom = "{name}"'.replace("\t", "\\t"))
    assert (person.name, person.short) == (" ".join(name.split()), short)
    assert findings == []


def test_a_name_may_come_before_its_forename() -> None:
    ((person,), _) = people('nom = "García Márquez, Gabriel"')
    assert person == Person("Gabriel García Márquez", "G. García Márquez")


def test_a_short_form_may_be_given() -> None:
    ((person,), findings) = people('nom = "Luiz Inácio Lula da Silva"\nabrege = "Lula"')
    assert (person, findings) == (Person("Luiz Inácio Lula da Silva", "Lula"), [])
    assert person.line == FIRST


def test_nobody_needs_be_declared() -> None:
    dossier, findings = declared("")
    assert (dossier.people, dossier.acronyms, findings) == ((), (), [])


def test_a_person_has_a_name_and_nothing_unknown() -> None:
    found, findings = people('metier = "président"')
    assert found == ()
    assert findings == [
        f'd.toml:{FIRST} BR302 “nom” is missing or empty → write nom = "Prénom Nom"',
        f"d.toml:{FIRST + 1} BR201 unknown key “metier” → known here: nom, abrege, fonction, tlp",
    ]


def test_a_person_is_declared_once() -> None:
    found, findings = people('nom = "Donald Trump"', 'nom = "donald trump"')
    assert [person.name for person in found] == ["Donald Trump"]
    assert findings == [f"d.toml:{FIRST + 3} BR304 “donald trump” is declared twice"]


@pytest.mark.parametrize(
    ("second", "short", "line"),
    [
        ('nom = "Jacques Dupont"', "J. Dupont", 3),
        ('nom = "Paul Vidal"\nabrege = "J. Dupont"', "J. Dupont", 4),
        ('nom = "Paul Vidal"\nabrege = "Jean Dupont"', "Jean Dupont", 4),
    ],
)
def test_two_people_have_two_short_forms(second: str, short: str, line: int) -> None:
    found, findings = people('nom = "Jean Dupont"', second)
    name = second.split('"')[1]
    assert [person.name for person in found] == ["Jean Dupont"]
    fault = f"BR335 “{name}” and “Jean Dupont” would both be “{short}”"
    assert findings == [f'd.toml:{FIRST + line} {fault} → write abrege = "…" under one of them']


def test_people_of_one_short_form_may_be_told_apart() -> None:
    found, findings = people(
        'nom = "Jean Dupont"', 'nom = "Jacques Dupont"\nabrege = "Jac. Dupont"'
    )
    assert [person.short for person in found] == ["J. Dupont", "Jac. Dupont"]
    assert findings == []


# ---- Acronyms ------------------------------------------------------------------------------


def test_the_glossary_keeps_its_order_and_letters() -> None:
    dossier, findings = declared('[sigles]\nOTAN = "Organisation du  traité"\nIfri = "Institut"')
    assert dossier.acronyms == (
        Acronym("OTAN", "Organisation du traité"),
        Acronym("Ifri", "Institut"),
    )
    assert [entry.line for entry in dossier.acronyms] == [FIRST + 1, FIRST + 2]
    assert findings == []


@pytest.mark.parametrize("letters", ["A", "G7", "CO2", "COVID-19", "R&D", "S-400", "ÉU"])
def test_an_acronym_may_have_figures_and_parts(letters: str) -> None:
    dossier, findings = declared(f'[sigles]\n"{letters}" = "Un sens"')
    assert dossier.acronyms == (Acronym(letters, "Un sens"),)
    assert findings == []


@pytest.mark.parametrize("letters", ["É.-U.", "-", "A-", "-A", "A--B", "A B", "A_B", "<b>", " "])
def test_what_is_no_word_is_no_acronym(letters: str) -> None:
    dossier, findings = declared(f'[sigles]\n"{letters}" = "Un sens"')
    assert dossier.acronyms == ()
    assert [finding.code for finding in findings] == ["BR336"]


def test_an_acronym_is_a_word_with_a_meaning() -> None:
    dossier, findings = declared('[sigles]\n"O.N.U." = "Nations"\nOTAN = ""\nUE = 3\n"" = "x"')
    assert dossier.acronyms == ()
    hint = "an acronym is letters and figures, without points: ONU, not O.N.U."
    empty = 'write OTAN = "what it stands for, without article"'
    assert shown(findings) == [
        f"d.toml:{FIRST} BR336 “O.N.U.” is no single word → {hint}",
        f"d.toml:{FIRST + 2} BR302 “OTAN” is missing or empty → {empty}",
        f'd.toml:{FIRST + 3} BR301 “UE” must be "…"',
        f"d.toml:{FIRST} BR336 “” is no single word → {hint}",
    ]


def test_an_acronym_that_readers_know_has_no_meaning() -> None:
    dossier, findings = declared('[sigles]\nEDF = false\nSNCF = "SNCF"\nOTAN = "Organisation"')
    assert [(entry.letters, entry.meaning) for entry in dossier.acronyms] == [
        ("EDF", ""),
        ("SNCF", ""),
        ("OTAN", "Organisation"),
    ]
    assert findings == []
    assert [f.code for f in declared("[sigles]\nEDF = true")[1]] == ["BR301"]


# ---- Audiences -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "naming"),
    [
        ("", Naming.SHORT),
        ('noms = "abrégés"', Naming.SHORT),
        ('noms = "complets"', Naming.FULL),
        ('noms = "tels quels"', Naming.TYPED),
        ('noms = "Tels Quels"', Naming.TYPED),
    ],
)
def test_an_audience_says_how_people_are_named(line: str, naming: Naming) -> None:
    dossier, findings = declared(f"[publics.presse]\n{line}")
    assert (dossier.audiences["presse"].naming, findings) == (naming, [])


def test_an_unknown_way_to_name_people_is_told() -> None:
    dossier, findings = declared('[publics.presse]\nnoms = "courts"')
    assert dossier.audiences["presse"].naming is Naming.SHORT
    assert [finding.code for finding in findings] == ["BR204"]
    assert "tels quels" in str(findings[0].hint)
