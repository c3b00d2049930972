"""Articles before vowels, mute and aspirated h."""

from __future__ import annotations

import pytest

from briefing.assembling.elision import agrees, elides, is_singular


@pytest.mark.parametrize(
    ("word", "elided"),
    [
        ("Organisation", True),
        ("Élysée", True),
        ("Union", True),
        ("Œuvre", True),
        ("Hôpital", True),
        ("Histoire", True),
        ("Yvelines", True),
        ("Traité", False),
        ("Haut-Commissariat", False),
        ("Hongrie", False),
        ("Yémen", False),
        ("Ouigours", False),
        ("ONU", True),
        ("", False),
    ],
)
def test_what_elides(word: str, elided: bool) -> None:
    assert elides(word) is elided


@pytest.mark.parametrize(
    ("before", "word", "right"),
    [
        ("l'", "Organisation", True),
        ("à l’", "Traité", False),
        ("le ", "Organisation", False),
        ("Le\u00a0", "Traité", True),
        ("du ", "Haut-Commissariat", True),
        ("qu'", "Organisation", True),
        ("jusqu'", "Traité", False),
        ("cet ", "Traité", False),
        ("les ", "Organisation", True),
        ("aujourd'hui, ", "Organisation", True),
        ("", "Organisation", True),
    ],
)
def test_an_article_has_the_form_that_the_word_asks_for(
    before: str, word: str, right: bool
) -> None:
    assert agrees(before, word) is right


@pytest.mark.parametrize(
    ("before", "one"),
    [
        ("l'", True),
        ("à l’", True),
        ("Le ", True),
        ("cette ", True),
        ("les ", False),
        ("d'", False),
        ("qu'", False),
        ("de ", False),
        ("une ", False),
        ("mille ", False),
        ("", False),
    ],
)
def test_definite_articles_of_the_singular(before: str, one: bool) -> None:
    assert is_singular(before) is one
