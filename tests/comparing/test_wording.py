"""Wordings: what is another wording, how near it is, and where it differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing.wording import reword, similarity, wording
from briefing.model.changes import Run

WORDS = st.lists(
    st.sampled_from(["la", "moitié", "du", "déficit", "«", "»", ",", "l'", "15", "peut-être", "É"]),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Que veut Moscou ?", "Que veut Moscou\u202f?"),
        ("l'OTAN", "l’OTAN"),
        ('"non"', "« non »"),
        ("un – deux", "un — deux"),
        ("mot  à\nmot", "mot à mot"),
        ("De *fait*", "De fait"),
    ],
)
def test_typography_makes_no_other_wording(one: str, other: str) -> None:
    assert wording(one) == wording(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15 à 20 ans", "5 à 20 ans"),
        ("irréaliste", "réaliste"),
        ("il ne cède pas", "il cède"),
        ("Région", "région"),
        ("Il part.", "Il part ?"),
        ("12", "1,2"),
    ],
)
def test_a_digit_a_negation_a_capital_make_another(one: str, other: str) -> None:
    assert wording(one) != wording(other)


@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, one) == 1


def test_similarity_counts_each_word_as_often_as_it_stands() -> None:
    assert similarity("un un deux", "un deux trois") == pytest.approx(4 / 6)
    assert similarity("un", "deux") == 0


@given(WORDS, WORDS)
def test_the_runs_of_a_wording_make_it_whole(old: str, new: str) -> None:
    made = reword(old, new)
    assert "".join(run.text for run in made.old) == old
    assert "".join(run.text for run in made.new) == new


@given(WORDS, WORDS)
def test_what_is_kept_is_the_same_on_both_sides(old: str, new: str) -> None:
    made = reword(old, new)
    kept = [wording(run.text) for run in made.old if not run.changed]
    assert kept == [wording(run.text) for run in made.new if not run.changed]


@given(WORDS, WORDS)
def test_seen_backwards_a_rewording_is_the_same(old: str, new: str) -> None:
    there, back = reword(old, new), reword(new, old)
    assert (there.old, there.new) == (back.new, back.old)


def test_only_the_words_that_differ_are_changed() -> None:
    made = reword("Elle paierait la moitié du déficit.", "Elle paierait le tiers du déficit.")
    assert made.old == (Run("Elle paierait "), Run("la moitié ", changed=True), Run("du déficit."))
    assert made.new == (Run("Elle paierait "), Run("le tiers ", changed=True), Run("du déficit."))


def test_typography_isn_t_marked() -> None:
    made = reword("L'offre : « oui »", "L’offre\u00a0: « non »")
    assert [run.text for run in made.new if run.changed] == ["non "]


def test_two_other_sentences_are_changed_as_wholes() -> None:
    made = reword("Moscou gagne du temps.", "Les Six protestent, et demandent un siège.")
    assert [run.changed for run in (*made.old, *made.new)] == [True, True]
