"""Texts that only name people or spell acronyms otherwise are one."""

from __future__ import annotations

import pytest

from briefing.assembling.neutral import neutral
from briefing.model.naming import Acronym, Person

PEOPLE = (Person("Donald Trump", "D. Trump"),)
ACRONYMS = (Acronym("OTAN", "Organisation du traité de l'Atlantique nord"),)
OTAN = ACRONYMS[0].meaning


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Donald Trump et D. Trump", "D. Trump et D. Trump"),
        (f"l'{OTAN} (OTAN) et l'OTAN", "l'OTAN et l'OTAN"),
        (f"OTAN ({OTAN})", "OTAN"),
        (f"(l'{OTAN} [OTAN])", "(l'OTAN)"),
        ("l’organisation du traité de l’Atlantique nord (OTAN)", "l’OTAN"),
        (f"« Donald Trump », « OTAN ({OTAN}) »", f"« Donald Trump », « OTAN ({OTAN}) »"),
        (f"l'{OTAN}, seule", f"l'{OTAN}, seule"),
        ("OTAN (l'autre)", "OTAN (l'autre)"),
        ("", ""),
    ],
)
def test_each_has_one_form(text: str, one: str) -> None:
    assert neutral(PEOPLE, ACRONYMS)(text) == one


def test_two_people_of_one_short_form_stay_two() -> None:
    """Of two versions, each may have had one of them."""
    one = neutral([Person("Jean Dupont", "J. Dupont"), Person("Jacques Dupont", "J. Dupont")], ())
    assert one("Jean Dupont, Jacques Dupont") == "Jean Dupont, Jacques Dupont"


def test_the_same_person_in_both_versions_is_one() -> None:
    assert neutral([*PEOPLE, *PEOPLE], ())("Donald Trump") == "D. Trump"


@pytest.mark.parametrize("name", ["", "a", "(", "\\", "a.b"])
@pytest.mark.parametrize("other", ["", ".", "a b"])
def test_whatever_a_file_declares_is_taken(name: str, other: str) -> None:
    text = "a b ( \\ a.b OTAN (x)"
    assert neutral([Person(name, other)], [Acronym(name, other)])("") == ""
    assert isinstance(neutral([Person(name, other)], [Acronym(other, name)])(text), str)
