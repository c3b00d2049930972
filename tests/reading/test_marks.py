"""Marks of confidentiality at the end of paragraphs."""

from __future__ import annotations

import pytest

from briefing.model.finding import Finding
from briefing.model.text import Paragraph, plain
from briefing.model.vocabulary import Tlp
from briefing.reading.dossier import read_raw_dossier
from briefing.reading.marks import marked
from briefing.reading.prose import parse_blocks
from tests.support import raw_dossier, shown


def read(text: str) -> tuple[list[Paragraph], list[Finding]]:
    findings: list[Finding] = []
    return marked(parse_blocks(text), "chapeau.md", findings), findings


@pytest.mark.parametrize(
    ("text", "words", "mark"),
    [
        ("Un mot.", "Un mot.", None),
        ("Un mot. {tlp=amber}", "Un mot.", Tlp.AMBER),
        ("Un mot.{ TLP : Amber+Strict }", "Un mot.", Tlp.AMBER_STRICT),
        ("Un *mot* {tlp=TLP:RED}", "Un mot", Tlp.RED),
        ("Un mot[@a#b]. {tlp=green}", "Un mot.", Tlp.GREEN),
        ("Un mot[@a#b] {tlp=clear}", "Un mot", Tlp.CLEAR),
        ("## Un titre {tlp=red}", "Un titre", Tlp.RED),
        ("- Un point {tlp=red}", "Un point", Tlp.RED),
        ("Un mot\nsur deux lignes\n{tlp=red}", "Un mot sur deux lignes", Tlp.RED),
    ],
)
def test_a_mark_ends_what_it_marks_and_is_not_printed(
    text: str, words: str, mark: Tlp | None
) -> None:
    (paragraph,), findings = read(text)
    assert (plain(paragraph.spans), paragraph.tlp, findings) == (words, mark, [])


@pytest.mark.parametrize(
    "text",
    [
        "Un {tlp=red} mot.",
        "{tlp=red}",
        "{tlp=amber} Un mot. {tlp=red}",
        "Un mot. {tlp}",
        "{tlp=red} *Un*",
    ],
)
def test_a_mark_elsewhere_is_told_and_withholds_the_whole(text: str) -> None:
    (paragraph,), findings = read(text)
    assert paragraph.tlp is Tlp.RED
    assert [finding.code for finding in findings] == ["BR325"]


def test_a_mark_of_no_known_value_is_told_and_withholds() -> None:
    (paragraph,), findings = read("Un mot. {tlp=ambre}")
    assert (plain(paragraph.spans), paragraph.tlp) == ("Un mot.", Tlp.RED)
    assert shown(findings) == [
        "chapeau.md:0 BR204 unknown value “ambre” for “tlp” → did you mean “amber”?"
    ]


def test_the_chapeau_has_its_marks_told_at_their_lines() -> None:
    reading = read_raw_dossier(raw_dossier(chapeau="Un.\n\nDeux {tlp=red} trois.\n"))
    assert [(f.code, f.path, f.line) for f in reading.findings if f.code == "BR325"] == [
        ("BR325", "chapeau.md", 3)
    ]


@pytest.mark.parametrize(
    "mark",
    [
        *("{tpl=red}", "{tlр=red}", "{red}", "{ Amber+Strict }", "{.tlp=red}", "{:tlp=red}"),
        *(
            "[tlp=red]",
            "(tlp=red)",
            "{#a tlp=red}",
            "｛tlp=red｝",
            "{\u200btlp=red}",
            '{"tlp": "red"}',
        ),
    ],
)
def test_what_was_meant_for_a_mark_is_told_and_withholds(mark: str) -> None:
    (paragraph,), findings = read(f"Un mot. {mark}")
    assert paragraph.tlp is Tlp.RED
    assert {finding.code for finding in findings} <= {"BR325", "BR204"}
    assert findings


@pytest.mark.parametrize(
    "text", ["Un {mot}.", "(TLP:AMBER) y figure.", "La lampe (rouge) et {a : bc}.", "f(red) = {x}"]
)
def test_what_is_no_mark_is_text(text: str) -> None:
    (paragraph,), findings = read(text)
    assert (plain(paragraph.spans), paragraph.tlp, findings) == (text, None, [])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("- a {tlp=red}\n  - b\n    - c\n- d", "RRR-"),
        ("- a {tlp=red}\n\n  b\n- c", "RR-"),
        ("- a\n  - b {tlp=red}\n- c", "-R-"),
        ("- a {tlp=red}\n  - b {tlp=clear}", "RR"),
        ("1. a {tlp=amber}\n   - b {tlp=red}\n2. c", "AR-"),
        ("## a {tlp=red}\n\n### b\n\nc\n\n## d", "RR--"),
        ("## a\n\n### b {tlp=red}\n\n#### c {tlp=clear}\n\n### d", "-RR-"),
        ("### a {tlp=red}\n\n## b\n\n### c", "R--"),
    ],
)
def test_what_stands_within_what_is_marked_is_marked_too(text: str, marks: str) -> None:
    paragraphs, findings = read(text)
    told = {Tlp.RED: "R", Tlp.AMBER: "A", None: "-"}
    assert "".join(told[paragraph.tlp] for paragraph in paragraphs) == marks
    assert findings == []


def test_a_mark_where_none_is_read_is_told() -> None:
    fiche = "# Un\n\n## Un fait. {tlp=red}\n> dit\n- id : a\n\nMoi. {tlp=amber}\n"
    config = 'titre = "T"\n[[points-cles]]\nid = "k"\ntexte = "Un mot. {tlp=red}"\n'
    reading = read_raw_dossier(raw_dossier(config=config, fiches={"a": fiche}))
    assert [(f.path, f.line) for f in reading.findings if f.code == "BR325"] == [
        ("a.md", 3),
        ("a.md", 7),
        ("dossier.toml", 4),
    ]
