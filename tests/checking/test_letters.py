"""Letters that a text lacks: a careful list, and « À » at the head of a sentence."""

from __future__ import annotations

import pytest

from briefing.checking.letters import lacks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Paris, tout va.", [(0, "A", "À")]),
        ("Oui. A l'est, non.", [(5, "A", "À")]),
        ("Oui.\nA « Riyad », non.", [(5, "A", "À")]),
        ("- A Riyad, non.", [(2, "A", "À")]),
        ("Ca va. Ca ira.", [(0, "Ca", "Ça"), (7, "Ca", "Ça")]),
        ("Etre ou non dans l'Ile", [(0, "Etre", "Être"), (19, "Ile", "Île")]),
        ("le désoeuvrement d'un foetus", [(3, "désoeuvrement", "désœuvrement"), (22, "foetus", "fœtus")]),
    ],
)  # fmt: skip
def test_what_lacks(text: str, found: list[tuple[int, str, str]]) -> None:
    assert [tuple(lack) for lack in lacks(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "A priori, non. A fortiori, oui.",
        "A-t-il signé ? A. Smith et le plan A est là.",
        "À Paris, Ça ira",
        "La catégorie A comprend l'axe A 12",
        "Emile, Eric, Edouard et Elise",
        "Casablanca et CA",
    ],
)
def test_what_lacks_nothing(text: str) -> None:
    assert list(lacks(text)) == []
