"""Which words of a text are the analyst's own, and edits among them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.running_text import MASK, Edit, edited, loose, running
from briefing.model.text import Span, plain
from tests.builders import rich


def own(text: str) -> str:
    return re.sub(f"{MASK}+", "#", running(rich(text)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rien de cité.", "Rien de cité."),
        ("Il dit « non » et “oui” et „ja“.", "Il dit # et # et #."),
        ('Il dit "non" et part.', "Il dit # et part."),
        ("Il dit « un “mot” dur » et « autre ».", "Il dit # et #."),
        ("Il dit « a « b » c » et part.", "Il dit # et part."),
        ("Il dit « a « b « c » d.", "Il dit # d."),
        ("Il dit « sans fin et OTAN", "Il dit #"),
        ("L'aujourd'hui d'OTAN", "L'aujourd'hui d'OTAN"),
        ("Un *mot* « *en* italique » là", "Un mot # là"),
        ("Voir [le site](https://exemple.fr) là", "Voir # là"),
        ("", ""),
    ],
)
def test_what_is_quoted_or_linked_is_not_the_analysts(text: str, left: str) -> None:
    assert own(text) == left


def test_words_in_another_language_are_not_the_analysts() -> None:
    text = (Span("Le "), Span("New Deal", language="en"), Span(" de Trump"))
    assert running(text) == f"Le {MASK * 8} de Trump"


@given(st.lists(st.text(alphabet="ab«»“”„\" '", max_size=12), max_size=5))
def test_nothing_moves(parts: list[str]) -> None:
    text = tuple(map(Span, parts))
    whole = plain(text)
    masked = running(text)
    assert len(masked) == len(whole)
    assert all(a in (MASK, b) for a, b in zip(masked, whole, strict=True))


def test_edits_keep_the_spans_and_how_they_are_set() -> None:
    text = (Span("Un "), Span("deux", emphasis=True), Span(" trois un"))
    made = edited(text, [Edit(0, 2, "Mille"), Edit(3, 7, ""), Edit(14, 16, "fin")])
    assert made == (Span("Mille "), Span("", emphasis=True), Span(" trois fin"))


def test_an_edit_across_two_settings_is_left_out() -> None:
    text = (Span("Donald "), Span("Trump", emphasis=True))
    assert edited(text, [Edit(0, 12, "D. Trump")]) == text


@given(st.text(alphabet="abc ", min_size=1, max_size=20), st.data())
def test_an_edit_changes_nothing_but_its_words(words: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(words)))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    text = (Span(words[:cut]), Span(words[cut:]))
    made = plain(edited(text, [Edit(start, end, "X")]))
    whole = cut <= start or end <= cut
    assert made == (words[:start] + "X" + words[end:] if whole else words)


@pytest.mark.parametrize(
    ("form", "typed", "there"),
    [
        ("traité d'Oslo", "traité\u00a0d’Oslo", True),
        ("traité d’Oslo", "traité d'Oslo", True),
        ("Jean-Noël", "Jean\u2011Noël", True),
        ("a.b", "axb", False),
    ],
)
def test_signs_that_people_type_in_several_ways_are_one(form: str, typed: str, there: bool) -> None:
    assert bool(re.fullmatch(loose(form), typed)) is there
