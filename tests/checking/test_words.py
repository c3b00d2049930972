"""Words, as people count them."""

from __future__ import annotations

import unicodedata

import pytest

from briefing.checking.words import count_words, covered, runs, tokens, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("« – ; … ! »", 0),
        ("l'Ukraine", 1),
        ("aujourd’hui même", 2),
        ("un cessez-le-feu : « oui »", 3),
        ("15\u00a0à 20\u202fans", 4),
        ("3,5 milliards", 2),
        ("fin.Puis", 1),
    ],
)
def test_words_are_counted_as_people_do(text: str, count: int) -> None:
    assert count_words(text) == count == len(words(text))


def test_accents_that_stand_apart_cut_no_word() -> None:
    assert count_words(unicodedata.normalize("NFD", "sécurité à l'été")) == 3


def test_tokens_forget_case_accents_and_punctuation() -> None:
    assert tokens("L’État, « déjà » dit.") == ["l", "etat", "deja", "dit"]


def test_what_is_covered_counts_once() -> None:
    known = set(runs(list("abcde"), 3))
    assert covered(list("abcde"), known, 3) == 5
    assert covered(list("abXde"), known, 3) == 0
    assert covered(list("zabcz"), known, 3) == 3
    assert covered([], known, 3) == 0
