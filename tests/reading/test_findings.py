"""Comparing what people type, and proposing what they meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.finding import Severity, message
from briefing.reading.findings import FEW, did_you_mean, error, fold, warning


@pytest.mark.parametrize(
    "spelling",
    [
        "Éléments d’enjeu",
        "éléments d'enjeu",
        "ELEMENTS D'ENJEU",
        "elements  d’enjeu ",
        "éléments\u00a0d’enjeu",
        "e\u0301léments\u202fd’enjeu",
    ],
)
def test_spellings_that_differ_by_a_keyboard_are_one(spelling: str) -> None:
    assert fold(spelling) == "elements d'enjeu"


@pytest.mark.parametrize(("word", "folded"), [("Œuvre", "oeuvre"), ("ça", "ca"), ("ß", "ss")])
def test_letters_without_a_key(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("locuteurs", ["locuteur", "lieu"], "did you mean “locuteur”?"),
        ("ENJEUX", ["enjeu", "nature"], "did you mean “enjeu”?"),
        ("Russe", ["Russie", "Ukraine"], "did you mean “Russie”?"),
        ("evenment", ["événement"], "did you mean “événement”?"),
        ("xyz", ["Russie", "Ukraine"], "known here: Russie, Ukraine"),
    ],
)
def test_the_nearest_is_proposed_or_the_few_are_listed(
    word: str, known: list[str], hint: str
) -> None:
    assert str(did_you_mean(word, known)) == hint


def test_nothing_is_proposed_where_nothing_is_near_among_many_or_none() -> None:
    assert did_you_mean("xyz", [f"nom-{n}" for n in range(FEW + 1)]) is None
    assert did_you_mean("xyz", []) is None


@given(st.text(), st.lists(st.text(), max_size=4))
def test_a_proposal_is_always_one_of_the_known(word: str, known: list[str]) -> None:
    hint = did_you_mean(word, known)
    if hint and "name" in hint.values:
        assert hint.values["name"] in known


def test_errors_and_warnings_differ_by_their_severity_alone() -> None:
    text = message("the extract has no id")
    assert error("BR220", "a.md", 3, text).severity is Severity.ERROR
    assert warning("BR220", "a.md", 3, text).severity is Severity.WARNING
