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
