"""The parts of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.names import is_body, parted


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dimitri Minic", ("Dimitri", "Minic")),
        ("Charles de Gaulle", ("Charles", "de Gaulle")),
        ("Robert D Kaplan", ("Robert D", "Kaplan")),
        ("Jean-Pierre LE BRUN", ("Jean-Pierre", "LE BRUN")),
        ("Minic, Dimitri", ("Dimitri", "Minic")),
    ],
)
def test_a_person_has_forenames_and_a_surname(name: str, parts: tuple[str, str]) -> None:
    assert parted(name) == parts


@pytest.mark.parametrize("name", ["Voltaire", "", " ", ",", "Minic,", ", Dimitri", "La rédaction"])
def test_a_name_that_lacks_one_is_not_parted(name: str) -> None:
    assert parted(name) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [("Ministère des Affaires étrangères", True), ("Le Monde", True), ("Dimitri Minic", False)],
)
def test_a_body_is_told_from_a_person(name: str, body: bool) -> None:
    assert is_body(name) is body
    assert (parted(name) is None) is body


@given(st.text(alphabet="ab AB,-.'’é", max_size=20))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    parts = parted(name)
    if parts is not None:
        assert all(parts)
        assert sorted("".join(parts).replace(" ", "")) == sorted(
            name.replace(" ", "").replace(",", "", 1)
        )
