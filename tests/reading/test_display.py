"""What is printed large: a figure that its extract gives, words of a named speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.extract import Extract
from briefing.model.finding import Finding
from briefing.reading.display import gives
from briefing.reading.fiche import read_fiche

HEAD = "# Le train\n- auteur : Claire Martin\n\n"


def read(*tags: str, kind: str = "chiffre") -> tuple[Extract, list[Finding]]:
    lines = ["## La ligne compte douze voitures.", "> de 15 à 20 voitures", "- id : v"]
    text = "\n".join([*lines, f"- nature : {kind}", "- statut : fait", *tags])
    fiche, findings = read_fiche(f"{HEAD}{text}\n", source="a", path="a.md", names=None)
    assert fiche is not None
    return fiche.extracts[0], findings


def codes(*tags: str, kind: str = "chiffre") -> list[str]:
    return [finding.code for finding in read(*tags, kind=kind)[1]]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("un horizon de 15-20 ans", "15-20 ans"),
        ("un horizon de 15 à 20 ans", "15–20 ans"),
        ("coûte 1 500 euros", "1500 euros"),
        ("25 % du total", "25%"),
        ("près de 13 millions", "Près de 13 millions"),
        ("plus d’un milliard", "plus d'un milliard"),
        ("23 civils.", "23"),
    ],
)
def test_spaces_dashes_and_capitals_dont_count(text: str, figure: str) -> None:
    assert gives(text, figure)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("15 % du total", "5 %"),
        ("1,5 % du total", "5 %"),
        ("123 civils", "23"),
        ("23,5 tonnes", "23"),
        ("la moitié", "50 %"),
        ("de 15 à 20 ans", "15-25 ans"),
        ("rien du tout", "–"),
    ],
)
def test_a_part_of_a_number_is_another_number(text: str, figure: str) -> None:
    assert not gives(text, figure)


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_a_number_is_given_by_itself_alone(wanted: int, other: int) -> None:
    assert gives(f"Il y en a {other}, dit-on.", str(wanted)) == (wanted == other)


@pytest.mark.parametrize("figure", ["15-20 voitures", "douze voitures"])
def test_the_figure_may_stand_in_the_quotation_or_the_statement(figure: str) -> None:
    extract, findings = read(f"- chiffre : {figure}")
    assert (extract.figure, findings) == (figure, [])


def test_a_figure_that_neither_gives_is_an_error_at_its_line() -> None:
    _, (finding,) = read("- chiffre : 12 voitures")
    assert (finding.code, finding.line) == ("BR235", 9)


def test_a_figure_belongs_to_an_extract_of_that_kind() -> None:
    assert codes("- chiffre : douze", kind="contexte") == ["BR234"]
    assert codes("- chiffre : douze", kind="contexte, chiffre") == []


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("- locuteur : Jeanne Roche, présidente", []),
        ("- locuteur : anonyme, un élu", ["BR236"]),
        ("- locuteur : anonyme", ["BR236"]),
        ("- via : Reuters", ["BR236"]),
    ],
)
def test_words_printed_large_are_those_of_a_named_speaker(
    speaker: str, expected: list[str]
) -> None:
    assert codes("- exergue : oui", speaker) == expected
    assert codes("- exergue : non", speaker) == []


def test_whether_it_is_pulled_is_yes_or_no() -> None:
    assert codes("- exergue : peut-être") == ["BR204"]
    assert not read("- exergue : non")[0].pulled
