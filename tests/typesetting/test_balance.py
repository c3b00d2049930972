"""Quotation marks without partner."""

from __future__ import annotations

import pytest

from briefing.typesetting.balance import unbalanced


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("« oui", "«"),
        ("oui »", "»"),
        ("“oui", "“"),
        ('"oui', '"'),
        ("« il dit “oui » hier", "«“»"),
        ("« oui » et « non", "«"),
        ("„oui", "„"),
        ('"oui\n\n"non"', '"'),
    ],
)
def test_lone_marks_are_found(text: str, marks: str) -> None:
    assert "".join(text[at] for at in unbalanced(text)) == marks


@pytest.mark.parametrize(
    "text",
    [
        "",
        "« il dit “oui” hier »",
        '"oui" et "non"',
        "„oui“",
        'un écran de 27" et 5\'30"',
        "Accueil › Monde",
        "« un\n\n« deux\n\n« trois »",
    ],
)
def test_what_is_balanced(text: str) -> None:
    assert unbalanced(text) == []
