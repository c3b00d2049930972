"""Open questions and divergences: what is known on each side."""

from __future__ import annotations

from briefing.model.text import plain
from briefing.model.vocabulary import DivergenceKind
from tests.builders import assembled, divergence, dossier, extract, question, side

A = extract("a#1", statement="Moscou veut du temps.", supports=("q",))
B = extract("b#2", statement="Moscou veut un accord.", supports=("q",))


def test_a_question_shows_the_sides_that_the_analyst_declared() -> None:
    asked = question("q", side("Pour", "Oui.", "a#1"), side("Contre", "Non.", "b#2"))
    (shown,) = assembled(dossier(A, B, questions=[asked])).questions
    assert [(view.label, plain(view.text)) for view in shown.sides] == [
        ("Pour", "Oui."),
        ("Contre", "Non."),
    ]
    assert [view.support.extracts for view in shown.sides] == [("a#1",), ("b#2",)]


def test_without_declared_sides_the_statements_of_its_extracts_are_what_is_known() -> None:
    (shown,) = assembled(dossier(A, B, questions=[question("q")])).questions
    assert [plain(view.text) for view in shown.sides] == [
        "Moscou veut du temps.",
        "Moscou veut un accord.",
    ]
    assert all(view.call for view in shown.sides)


def test_a_question_of_which_nothing_is_known_has_no_side() -> None:
    (shown,) = assembled(dossier(questions=[question("q")])).questions
    assert shown.sides == ()
    assert shown.support.sources == 0


def test_a_question_rests_on_its_extracts_and_on_those_of_its_sides_once_each() -> None:
    aside = extract("c#3")
    asked = question("q", side("Pour", "Oui.", "a#1", "c#3"))
    (shown,) = assembled(dossier(A, B, aside, questions=[asked])).questions
    assert sorted(shown.support.extracts) == ["a#1", "b#2", "c#3"]
    assert shown.support.sources == 3


def test_a_side_may_rest_on_nothing() -> None:
    (shown,) = assembled(dossier(A, questions=[question("q", side("Contre", "Rien."))])).questions
    (view,) = shown.sides
    assert view.call is None
    assert view.support.sources == 0


def test_one_side_quotes_an_extract_and_the_next_recalls_it() -> None:
    asked = question("q", side("Pour", "Oui.", "a#1"), side("Contre", "Non.", "a#1"))
    (shown,) = assembled(dossier(A, questions=[asked]), "questions").questions
    first, second = (view.call for view in shown.sides)
    assert first is not None
    assert first.note is not None
    assert second is not None
    assert (second.recalled, second.note) == ((first.note.number,), None)


def test_divergences_keep_their_order_kind_and_words() -> None:
    kinds = list(DivergenceKind)
    declared = [divergence(kind.name, kind=kind, text="Ceci ou cela.") for kind in kinds]
    shown = assembled(dossier(A, divergences=declared)).divergences
    assert [item.kind for item in shown] == kinds
    assert {plain(item.text) for item in shown} == {"Ceci ou cela."}


def test_a_divergence_within_one_document_has_one_source() -> None:
    inside = divergence("d", side("Ici", "Oui.", "a#1"), side("Là", "Non.", "a#4"))
    said = [A, extract("a#4")]
    (shown,) = assembled(dossier(*said, divergences=[inside])).divergences
    assert shown.support.sources == 1
    assert shown.support.extracts == ("a#1", "a#4")
