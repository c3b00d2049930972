"""`dossier.toml`: everything it may declare, and every way to get it wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.dossier import (
    Author,
    DeclaredDivergence,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    EarlierVersion,
    Issue,
    Legal,
    Party,
    Side,
)
from briefing.model.text import Paragraph, RichText, Span
from briefing.model.vocabulary import DivergenceKind
from briefing.reading.config import read_config
from tests.support import CONFIG, shown, told

WHOLE = """\
titre = "T"
sous-titre = "S"
collection = "C"
genre = "G"
date = "2025-06-02"
langue = "fr-CH"
editeur = "E"
methode = '''
Un.

Deux.
'''

[mentions]
isbn = "1"
issn = "2"
avertissement = "A"
droits = "D"
adresse = ["rue", "ville"]

[[auteurs]]
nom = "Zoé"
notice = "est *ici*"

[[parties]]
nom = "États-Unis"

[[parties]]
id = "ru"
nom = "Russie"

[[enjeux]]
id = "otan"
nom = "OTAN"

[[points-cles]]
id = "p"
texte = "Un point."
extrait = "a#b"

[[positions]]
id = "h"
partie = "Russie"
enjeu = "otan"
texte = "Tenue."
bref = "T."

[[questions]]
id = "q"
texte = "Quoi ?"

[[questions.elements]]
cote = "Russie"
texte = "Non."
extraits = ["a#b"]

[[divergences]]
id = "d"
nature = "Evolution"
titre = "Avant, après"
texte = "Elle change."

[[divergences.elements]]
texte = "Avant."
"""


def rich(text: str) -> RichText:
    return (Span(text),)


def sound(text: str) -> Dossier:
    dossier, findings = read_config(text, "d.toml")
    assert findings == []
    assert dossier is not None
    return dossier


def faults(text: str) -> list[str]:
    return shown(read_config(text, "d.toml")[1])


def test_a_whole_dossier() -> None:
    dossier = sound(WHOLE)
    assert (dossier.title, dossier.subtitle, dossier.collection) == ("T", "S", "C")
    assert (dossier.genre, dossier.language, dossier.publisher) == ("G", "fr-CH", "E")
    assert dossier.date is not None
    assert dossier.date.edtf == "2025-06-02"
    assert dossier.method == (Paragraph(rich("Un.")), Paragraph(rich("Deux.")))
    assert dossier.legal == Legal("1", "2", rich("A"), "D", ("rue", "ville"))
    assert dossier.authors == (Author("Zoé", (Span("est "), Span("ici", emphasis=True))),)
    assert dossier.parties == (Party("etats-unis", "États-Unis"), Party("ru", "Russie"))
    assert dossier.issues == (Issue("otan", "OTAN"),)
    assert dossier.key_points == (DeclaredKeyPoint("p", rich("Un point."), "a#b", line=36),)
    assert dossier.positions == (
        DeclaredPosition("h", "ru", "otan", rich("Tenue."), rich("T."), line=41),
    )
    assert dossier.questions == (
        DeclaredQuestion(
            "q", rich("Quoi ?"), (Side("Russie", rich("Non."), ("a#b",), line=55),), line=48
        ),
    )
    assert dossier.divergences == (
        DeclaredDivergence(
            "d",
            DivergenceKind.EVOLUTION,
            rich("Avant, après"),
            rich("Elle change."),
            (Side("", rich("Avant."), line=63),),
            line=57,
        ),
    )


def test_the_least_a_dossier_may_be() -> None:
    dossier = sound('titre = "T"')
    assert (dossier.date, dossier.language, dossier.parties) == (None, "fr", ())


@pytest.mark.parametrize("value", ['"Zoé"', '["Zoé"]'])
def test_authors_may_be_names(value: str) -> None:
    assert sound(f'titre = "T"\nauteurs = {value}').authors == (Author("Zoé"),)


@pytest.mark.parametrize(
    ("name", "id_"),
    [("Région Grand Est", "region-grand-est"), ("L’Œuvre !", "l-oeuvre"), ("北京", "北京")],
)
def test_a_name_gives_an_id(name: str, id_: str) -> None:
    assert sound(f'titre = "T"\n[[parties]]\nnom = "{name}"').parties == (Party(id_, name),)


def test_every_fault_is_told_at_its_line() -> None:
    text = """\
titer = "T"
date = "juin"
parties = "Russie"

[[enjeux]]
nom = "OTAN"

[[enjeux]]
nom = "Otan"

[[points-cles]]
texte = "Sans id."

[[points-cles]]
id = "p"

[[positions]]
id = "p"
partie = "Russi"
enjeu = "otna"
texte = "Tenue."

[[divergences]]
id = "d"
nature = "desacord"
titre = ""
"""
    assert faults(text) == [
        'd.toml:0 BR302 “titre” is missing or empty → write titre = "…" at the top',
        (
            "d.toml:2 BR205 “juin” isn't a date of the form YYYY-MM-DD"
            ' → write "2025-02-12", "2025-02" or "2025"'
        ),
        "d.toml:3 BR301 “parties” must be [[parties]]",
        "d.toml:9 BR304 “Otan” is declared twice",
        'd.toml:11 BR302 “id” is missing or empty → write id = "un-nom-court"',
        'd.toml:14 BR302 “texte” is missing or empty → write texte = "…"',
        "d.toml:19 BR401 the dossier declares no party “Russi”",
        "d.toml:20 BR401 the dossier declares no issue “otna” → did you mean “OTAN”?",
        "d.toml:25 BR204 unknown value “desacord” for “nature” → did you mean “désaccord”?",
        'd.toml:26 BR302 “titre” is missing or empty → write titre = "…"',
        "d.toml:1 BR201 unknown key “titer” → did you mean “titre”?",
        "d.toml:17 BR222 the id “p” is already taken at line 14",
    ]


@pytest.mark.parametrize(
    "second",
    ['id = "a"\nnom = "Autre"', 'nom = "UKRAINE"', 'id = "b"\nnom = "ukraine"', 'nom = "A"'],
)
def test_a_party_is_declared_once(second: str) -> None:
    first = 'titre = "T"\n[[parties]]\nid = "a"\nnom = "Ukraine"\n\n[[parties]]\n'
    assert [line.partition(" “")[0] for line in faults(first + second)] == [
        f"d.toml:{second.count(chr(10)) + 7} BR304"
    ]


def test_an_unnamed_party_doesnt_move_the_lines_of_the_others() -> None:
    found = faults('titre = "T"\n[[parties]]\n[[parties]]\nnom = "A"\n[[parties]]\nnom = "A"\n')
    assert [line.split(" ")[0:2] for line in found] == [
        ["d.toml:2", "BR302"],
        ["d.toml:6", "BR304"],
    ]


@pytest.mark.parametrize("group", ["points-cles", "positions", "questions", "divergences"])
def test_items_of_all_groups_share_their_ids(group: str) -> None:
    text = f'{CONFIG}\n[[{group}]]\nid = "Moitié"\n'
    assert any("“Moitié” is already taken at line 10" in line for line in faults(text))


def test_ids_on_one_line_are_compared_too() -> None:
    text = 'titre = "T"\nquestions = [{id = "q", texte = "?"}, {id = "q", texte = "?"}]\n'
    assert faults(text) == ["d.toml:2 BR222 the id “q” is already taken at line 2"]


QUOTES = 'a text stands between double quotes: titre = "…"; a " inside it is written \\"'

NO_VALUE = "BR303 invalid TOML: this value isn't one"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("titre = Un titre", f"d.toml:1 {NO_VALUE}", QUOTES),
        ("a = 1\ntitre = « T »", f"d.toml:2 {NO_VALUE}", QUOTES),
        (
            'titre = "T\nb = 1',
            "d.toml:1 BR303 invalid TOML: a quotation mark isn't closed on its line",
            QUOTES,
        ),
        (
            'a = 1\ntitre = "T',
            "d.toml:2 BR303 invalid TOML: a quotation mark isn't closed",
            QUOTES,
        ),
        (
            'titre = """\nT\n\n',
            "d.toml:2 BR303 invalid TOML: a quotation mark isn't closed",
            QUOTES,
        ),
        ("titre", "d.toml:1 BR303 invalid TOML: a “=” is missing after the key", QUOTES),
        (
            'titre = "T"\néditeur = "E"',
            "d.toml:2 BR303 invalid TOML: the key “éditeur” has an accent",
            "TOML takes no accent in a key: write “editeur”",
        ),
        (
            "[[points-clés]]",
            "d.toml:1 BR303 invalid TOML: the key “points-clés” has an accent",
            "TOML takes no accent in a key: write “points-cles”",
        ),
        (
            '[[questions.éléments]]\ntexte = "T"',
            "d.toml:1 BR303 invalid TOML: the key “questions.éléments” has an accent",
            "TOML takes no accent in a key: write “questions.elements”",
        ),
        (
            '[points-cles]\nid = "a"\n\n[points-cles]\nid = "b"',
            "d.toml:4 BR303 invalid TOML: this table is declared twice",
            "a list of tables has two brackets: [[points-cles]]",
        ),
    ],
)
def test_what_is_no_toml_is_told_with_what_to_write(text: str, place: str, hint: str) -> None:
    dossier, (finding,) = read_config(text, "d.toml")
    assert dossier is None
    found, advice = told(finding)
    assert found.startswith(place)
    assert advice == hint


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('titre = "T" x', 1, "something stands after the value"),
        ('auteurs = ["Zoé"\n', 1, "a bracket “[” isn't closed"),
        ("[mentions\nisbn = 1", 1, "a bracket isn't closed"),
        ('titre = "T"\ntitre = "U"', 2, "this key is given twice"),
        ('a = {b = "1", b = "2"}', 1, "Duplicate inline table key 'b'"),
    ],
)
def test_the_reason_is_a_sentence_where_the_fault_is_usual(
    text: str, line: int, reason: str
) -> None:
    (finding,) = read_config(text, "d.toml")[1]
    assert told(finding)[0] == f"d.toml:{line} BR303 invalid TOML: {reason}"


@pytest.mark.parametrize("group", ["points-cles", "positions", "questions", "divergences"])
def test_one_table_for_a_list_of_them_is_told_with_its_brackets(group: str) -> None:
    finding, *others = read_config(f'titre = "T"\n\n[{group}]\nid = "a"\n', "d.toml")[1]
    assert (finding.code, finding.line) == ("BR301", 3)
    assert str(finding.message) == f"“{group}” must be [[{group}]]"
    assert {other.code for other in others} == {"BR302"}  # what the table itself lacks


def test_one_table_for_a_list_of_them_is_read_all_the_same() -> None:
    """What names it is then right, and told of nothing."""
    text = 'titre = "T"\n\n[points-cles]\nid = "a"\ntexte = "Elle paierait."\n'
    dossier, findings = read_config(text, "d.toml")
    assert dossier is not None
    assert [point.id for point in dossier.key_points] == ["a"]
    assert [told(finding)[0] for finding in findings] == [
        "d.toml:3 BR301 “points-cles” must be [[points-cles]]"
    ]


def test_a_tower_of_brackets_is_a_fault_and_no_crash() -> None:
    (finding,) = read_config("a = " + "[" * 100_000, "d.toml")[1]
    assert finding.code == "BR303"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_gives_a_dossier_or_a_fault(text: str) -> None:
    dossier, findings = read_config(text, "d.toml")
    assert dossier or findings


@given(st.sampled_from(WHOLE.splitlines()), st.sampled_from(["", "x", "[[", '"', "= 1"]))
def test_spoiling_any_line_never_raises(line: str, instead: str) -> None:
    dossier, findings = read_config(WHOLE.replace(line, instead), "d.toml")
    assert dossier or findings


def test_a_dossier_names_its_bibliography() -> None:
    dossier, _ = read_config('titre = "T"\nbibliographie = " zotero.json "\n', "dossier.toml")
    assert dossier is not None
    assert dossier.bibliography == "zotero.json"


# ---- The earlier version -------------------------------------------------------------------


def test_the_earlier_version_is_read_with_its_line() -> None:
    dossier, findings = read_config('titre = "T"\n\ndepuis = " ../mars.json "', "dossier.toml")
    assert dossier is not None
    assert dossier.since == EarlierVersion("../mars.json")
    assert dossier.since.line == 3
    assert findings == []


@pytest.mark.parametrize("line", ["", 'depuis = ""', 'depuis = "  "'])
def test_without_a_name_there_is_none(line: str) -> None:
    dossier, findings = read_config(f'titre = "T"\n{line}', "dossier.toml")
    assert dossier is not None
    assert (dossier.since, findings) == (None, [])


def test_an_earlier_version_is_a_text() -> None:
    _, findings = read_config('titre = "T"\ndepuis = ["a.json"]', "dossier.toml")
    assert [(finding.code, finding.line) for finding in findings] == [("BR301", 2)]
