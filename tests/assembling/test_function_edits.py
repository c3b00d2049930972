"""Functions in the place of names, with what French contracts."""

from __future__ import annotations

import pytest

from briefing.assembling.people import People
from briefing.model.naming import Naming, Person
from briefing.model.text import plain
from tests.builders import rich

PEOPLE = (
    Person("Jeanne Roche", "J. Roche", function="la présidente de la région"),
    Person("Luc Aubert", "L. Aubert", function="le maire"),
    Person("Anne Oury", "A. Oury", function="les héritiers Oury"),
    Person("Igor Usov", "I. Usov", function="un diplomate"),
    Person("Paul Nul", "P. Nul"),
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Jeanne Roche paie.", "La présidente de la région paie."),
        ("Selon J. Roche, rien.", "Selon la présidente de la région, rien."),
        ("Rien. Luc Aubert paie.", "Rien. Le maire paie."),
        ("L'avis de Luc Aubert compte.", "L'avis du maire compte."),
        ("L'avis de J. Roche compte.", "L'avis de la présidente de la région compte."),
        ("Il parle à Luc Aubert.", "Il parle au maire."),
        ("Il parle à Anne Oury.", "Il parle aux héritiers Oury."),
        ("La part d'Anne Oury.", "La part des héritiers Oury."),
        ("La part d’Igor Usov.", "La part d’un diplomate."),
        ("Il dit qu'Igor Usov vient.", "Il dit qu’un diplomate vient."),
        ("Il dit qu'Anne Oury vient.", "Il dit que les héritiers Oury vient."),
        ("M. Luc Aubert paie.", "Le maire paie."),
        ("De Luc Aubert, rien.", "Du maire, rien."),
        ("Selon M. Luc Aubert, rien.", "Selon le maire, rien."),
        ("Paul Nul paie ; P. Nul part.", "Paul Nul paie ; P. Nul part."),
        ("« Luc Aubert paie », dit-on.", "« Luc Aubert paie », dit-on."),
    ],
)
def test_a_function_takes_the_place_of_a_name(text: str, written: str) -> None:
    people = People(PEOPLE, Naming.FUNCTIONS)
    assert plain(people.in_text(rich(text))) == written


def test_cells_name_functions_too() -> None:
    people = People(PEOPLE, Naming.FUNCTIONS)
    assert plain(people.in_short(rich("L. Aubert paie."))) == "Le maire paie."
