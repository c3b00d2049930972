"""The typography of a house, read without its dossier."""

from __future__ import annotations

import pytest

from briefing.model.typography import STANDARD, Dash, Space
from briefing.reading.house import read_house

TABLE = '[typographie]\nespaces = "pleine"\ntirets = "cadratin"\nmilliers = 4\n'


def test_a_table_alone_is_enough() -> None:
    typography, language, findings = read_house(TABLE, "maison.toml")
    assert (typography.space, typography.dash) == (Space.FULL, Dash.EM)
    assert typography.grouped_from == 4
    assert (language, findings) == ("", [])


def test_what_a_dossier_holds_besides_is_passed_over() -> None:
    text = f'titre = 3\nlangue = "fr-CH"\n{TABLE}[inconnu]\nx = 1\n'
    house = read_house(text, "dossier.toml")
    assert house.language == "fr-CH"
    assert house.typography.space is Space.FULL
    assert house.findings == []


def test_a_file_without_the_table_chooses_nothing() -> None:
    assert read_house("", "dossier.toml") == (STANDARD, "", [])


def test_faults_are_told_in_the_order_of_their_lines() -> None:
    text = '[typographie]\nmilliers = 3\ninconnu = 1\ntirets = "longs"\nespaces = "x"\n'
    assert [fault.line for fault in read_house(text, "maison.toml").findings] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[typographie]\nespaces = "plene"\n', "BR204", 2),
        ("[typographie]\nmilliers = 3\n", "BR330", 2),
        ("[typographie\n", "BR303", 1),
    ],
)
def test_a_fault_is_told_at_its_line(text: str, code: str, line: int) -> None:
    (finding,) = read_house(text, "maison.toml").findings
    assert (finding.path, finding.code, finding.line) == ("maison.toml", code, line)


def test_an_unknown_choice_is_told() -> None:
    assert read_house("[typographie]\ntiret = 3\n", "maison.toml").findings
