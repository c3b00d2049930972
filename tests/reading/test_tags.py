"""Tags, consumed key by key: what is wrong is said at its line, with the nearest right one."""

from __future__ import annotations

import pytest

from briefing.model.finding import Finding
from briefing.model.vocabulary import Kind, Likelihood, Tlp
from briefing.reading.blocks import split_blocks
from briefing.reading.findings import fold
from briefing.reading.tags import TagReader, members_of
from tests.support import shown, told

KEYS = ("id", "nature", "date", "véracité", "traduction", "auteur", "vraisemblance", "tlp")


def reader(lines: str) -> tuple[TagReader, list[Finding]]:
    """Return a reader of the tags `lines`, which begin at line 2, and its findings."""
    findings: list[Finding] = []
    (block,) = split_blocks(f"## Énoncé\n{lines}").extracts
    return TagReader(block, {fold(key): key for key in KEYS}, "a.md", findings), findings


@pytest.mark.parametrize(
    ("lines", "place", "hint"),
    [
        ("- natur : fait", "a.md:2 BR201 unknown key “natur”", "did you mean “nature”?"),
        (
            "- xyz : 1",
            "a.md:2 BR201 unknown key “xyz”",
            "known here: id, nature, date, véracité, traduction, auteur, vraisemblance, tlp",
        ),
        (
            "- id : a\n- date :",
            "a.md:3 BR202 the key “date” has no value",
            "write “- date : value”, or remove the line",
        ),
        (
            "- date",
            "a.md:2 BR202 the key “date” has no value",
            "write “- date : value”, or remove the line",
        ),
        (
            "- id : a\n- id : b",
            "a.md:3 BR203 the key “id” stands twice; it is already at line 2",
            "",
        ),
        (
            "- id : a\n\nVoir.\n- date : 2025",
            "a.md:5 BR207 the tag “date” stands after the free text of line 4",
            (
                "each line of the quotation begins with “> ”, each tag with “- ”;"
                " a commentary comes last"
            ),
        ),
    ],
    ids=["near", "far", "empty", "no-colon", "twice", "late"],
)
def test_a_wrong_tag_is_told_at_once(lines: str, place: str, hint: str) -> None:
    (finding,) = reader(lines)[1]
    assert told(finding) == (place, hint)


def test_late_tags_are_one_fault_and_are_taken() -> None:
    tags, findings = reader("Une citation.\n- id : a\n- la note : 3\n- date : 2025\n\n- tlp : red")
    assert [(finding.code, finding.line) for finding in findings] == [("BR207", 3)]
    assert (tags.text("id"), tags.text("date"), tags.choice("tlp", Tlp)) == ("a", "2025", Tlp.RED)
    assert (tags.line("id"), tags.line("date")) == (3, 5)


def test_a_key_misspelt_is_no_missing_one_but_a_far_one_is() -> None:
    tags, _ = reader("- natur : fait\n- xyz : 1")
    assert [key for key in KEYS if tags.has(key)] == ["nature"]
    assert tags.text("nature") == ""


def test_a_list_in_the_commentary_that_names_no_key_is_no_fault() -> None:
    assert reader("- id : a\n\nVoir :\n- la note : page 3\n")[1] == []


@pytest.mark.parametrize("key", ["VERACITE", "Véracité", "veracite"])
def test_a_key_is_known_without_its_accents_and_case(key: str) -> None:
    tags, findings = reader(f"- {key} : 1")
    assert (tags.text("véracité"), findings) == ("1", [])


def test_what_wasnt_given_is_empty_and_stands_at_the_heading() -> None:
    tags, _ = reader("- id : a")
    assert (tags.has("date"), tags.text("date"), tags.date("date")) == (False, "", None)
    assert (tags.items("auteur"), tags.line("date"), tags.line("id")) == ([], 1, 2)


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ("- nature : position", (Kind.POSITION,)),
        ("- nature : position, événement", (Kind.POSITION, Kind.EVENT)),
        ("- nature : Position ,EVENEMENT,", (Kind.POSITION, Kind.EVENT)),
        ("- nature : position\n- nature : événement", (Kind.POSITION, Kind.EVENT)),
        ("- nature : position, position", (Kind.POSITION,)),
        ("- nature : point cle", (Kind.KEY_POINT,)),
    ],
)
def test_several_values_of_one_key(lines: str, kinds: tuple[Kind, ...]) -> None:
    tags, findings = reader(lines)
    assert (tags.choices("nature", Kind), findings) == (kinds, [])


def test_an_unknown_value_is_told_and_the_others_kept() -> None:
    tags, findings = reader("- nature : position, evenment")
    assert tags.choices("nature", Kind) == (Kind.POSITION,)
    assert shown(findings) == [
        "a.md:2 BR204 unknown value “evenment” for “nature” → did you mean “événement”?"
    ]


@pytest.mark.parametrize(
    ("value", "likelihood"),
    [("très improbable", Likelihood.VERY_UNLIKELY), ("A chances egales", Likelihood.EVEN)],
)
def test_one_value_of_a_key(value: str, likelihood: Likelihood) -> None:
    tags, findings = reader(f"- vraisemblance : {value}")
    assert (tags.choice("vraisemblance", Likelihood), findings) == (likelihood, [])


def test_one_value_isnt_cut_at_commas() -> None:
    tags, findings = reader("- tlp : amber, red")
    assert tags.choice("tlp", Tlp) is None
    assert "“amber, red”" in shown(findings)[0]


def test_a_bad_date_is_told_with_the_forms_to_write() -> None:
    tags, findings = reader("- date : 12 février 2025")
    assert tags.date("date") is None
    (finding,) = findings
    place, hint = told(finding)
    assert place == "a.md:2 BR205 “12 février 2025” isn't a date of the form YYYY-MM-DD"
    assert "2025-02-12" in hint


@pytest.mark.parametrize(
    ("value", "flag", "faults"),
    [("oui", True, 0), ("Non", False, 0), ("OUI", True, 0), ("yes", False, 1), ("o", False, 1)],
)
def test_yes_or_no(value: str, flag: bool, faults: int) -> None:
    tags, findings = reader(f"- traduction : {value}")
    assert (tags.flag("traduction"), len(findings)) == (flag, faults)


def test_every_member_of_a_vocabulary_has_a_spelling_of_its_own() -> None:
    assert list(members_of(Likelihood).values()) == list(Likelihood)


@pytest.mark.parametrize(
    "line",
    ["  - tlp : red", "– tlp : red", "• tlp : red", "tlp = red", "\n – tlp : red", "x\n\ntlp: red"],
)
def test_a_mark_that_is_no_tag_is_told_wherever_it_stands(line: str) -> None:
    assert "BR209" in {finding.code for finding in reader(f"- id : a\n{line}")[1]}


@pytest.mark.parametrize("line", ["  - date : 2025", "— date : 2025", "date : 2025"])
def test_a_tag_set_back_or_after_another_dash_is_told(line: str) -> None:
    assert [finding.code for finding in reader(f"- id : a\n{line}")[1]] == ["BR209"]
