"""Patterns that search less than the whole text find what a search of it all would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.patterns import Pattern, Unspaced, after_any
from briefing.typesetting.shields import _SHIELDS

UNSPACED = [shield for shield in _SHIELDS if isinstance(shield, Unspaced)]
PIECES = (
    *"@/\\:.,;'’«»()[]\"~-+_ \n\t\u00a0\u202f\u2009\u2060\x1c",
    *("://", "www.", "mailto:", "doi:", "urn:", "a", "C", "é", "7", "http", "exemple.org", ".."),
)


@pytest.mark.parametrize("shield", UNSPACED, ids=lambda shield: shield.triggers[0])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_words_with_a_trigger_hold_every_match(shield: Unspaced, pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = [match.span() for match in shield.compiled.finditer(text)]
    assert [match.span() for match in shield.finditer(text)] == whole


def test_there_are_such_patterns() -> None:
    assert {shield.triggers[0] for shield in UNSPACED} == {"://", "@", "/"}


def test_a_word_of_many_triggers_is_searched_once() -> None:
    path = "/" + "a/" * 5_000
    (found,) = Unspaced(r"/[\w/]*", "/").finditer(f"voir {path} ici")
    assert found.span() == (5, 5 + len(path))


def test_a_text_without_trigger_is_not_searched() -> None:
    assert list(Pattern("a", "b").finditer("a")) == []
    assert list(Unspaced("a", "b").finditer("a")) == []


def test_words_are_looked_for_behind_whatever_their_length() -> None:
    behind = Pattern(rf"\.{after_any(('p', 'art'), '.')}").compiled
    assert [match.start() for match in behind.finditer("p. art. fart. pp.")] == [1, 6]
