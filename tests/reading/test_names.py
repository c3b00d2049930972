"""What a dossier declares is found by its id or its name."""

from __future__ import annotations

import pytest

from briefing.reading.names import name_table

TABLE = name_table([("otan", "OTAN et garanties"), ("etats-unis", "États-Unis")])


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("otan", "otan"),
        ("OTAN et garanties", "otan"),
        ("Otan et Garanties", "otan"),
        ("Etats-Unis", "etats-unis"),
        ("états-unis", "etats-unis"),
        ("Russie", None),
        ("", None),
    ],
)
def test_id_and_name_find_the_id(name: str, id_: str | None) -> None:
    assert TABLE.find(name) == id_


def test_names_are_what_is_proposed() -> None:
    assert TABLE.shown == ("OTAN et garanties", "États-Unis")


def test_an_id_wins_over_the_name_of_another() -> None:
    assert name_table([("a", "b"), ("b", "c")]).find("b") == "b"
