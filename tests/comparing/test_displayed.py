"""What is printed large: key figures are items of their own, pull quotes come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.comparing import compare
from briefing.model.changes import Change, ChangeKind, ItemKind
from briefing.model.vocabulary import Kind
from tests.builders import dossier, extract
from tests.comparing.versions import Edit, Json, edited, exported, snapshot

A, W, R = ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.REWORDED
SAID = "douze voitures roulent encore"


@pytest.fixture
def document() -> Json:
    counted = extract("a#1", kinds=(Kind.FIGURE,), statement="Douze roulent.", quotation=SAID)
    other = extract("b#1", kinds=(Kind.FIGURE,), statement="Il en manque.")
    return exported(dossier(replace(counted, figure="12 voitures", pulled=True), other))


def changes(document: Json, *edits: Edit) -> list[Change]:
    return list(compare(snapshot(document), snapshot(edited(document, *edits))))


def told(found: list[Change]) -> list[tuple[ChangeKind, ItemKind, str, str]]:
    return [(change.kind, change.item, change.old, change.new) for change in found]


def test_another_figure_is_told_once(document: Json) -> None:
    (found,) = changes(document, lambda d: d["figures"][0].update(figure="13 voitures"))
    assert (found.kind, found.item) == (ChangeKind.FIGURE, ItemKind.FIGURE)
    assert (found.old, found.new) == ("12 voitures", "13 voitures")
    assert (found.label, found.text) == ("13 voitures", "Douze roulent.")


def test_the_typography_of_a_figure_is_no_change(document: Json) -> None:
    assert not changes(document, lambda d: d["figures"][0].update(figure="12\u00a0voitures"))


def test_what_it_measures_is_not_told_again_of_its_extract(document: Json) -> None:
    def reworded(d: Json) -> None:
        d["figures"][0]["text"] = d["extracts"][0]["statement"] = "Douze voitures roulent."

    assert told(changes(document, reworded)) == [
        (R, ItemKind.FIGURE, "Douze roulent.", "Douze voitures roulent.")
    ]


def test_a_figure_comes_and_goes_with_its_name(document: Json) -> None:
    (found,) = changes(document, lambda d: d.pop("figures"))
    assert (found.kind, found.item, found.label) == (W, ItemKind.FIGURE, "12 voitures")
    before = edited(document, lambda d: d.pop("figures"))
    (found,) = compare(snapshot(before), snapshot(document))
    assert (found.kind, found.item, found.label) == (A, ItemKind.FIGURE, "12 voitures")


def test_a_pull_quote_comes_and_goes(document: Json) -> None:
    found = changes(document, lambda d: d.pop("pull_quotes"))
    assert told(found) == [(W, ItemKind.PULL_QUOTE, SAID, "")]
    found = changes(document, lambda d: d["pull_quotes"].append("b#1"))
    other = document["extracts"][1]["quotation"]
    assert told(found) == [(A, ItemKind.PULL_QUOTE, "", other)]


def test_its_words_are_told_of_its_extract_alone(document: Json) -> None:
    found = changes(document, lambda d: d["extracts"][0].update(quotation="douze voitures roulent"))
    assert [(change.kind, change.item) for change in found] == [(R, ItemKind.EXTRACT)]


def test_a_pull_quote_without_its_extract_is_no_traceback(document: Json) -> None:
    found = changes(document, lambda d: d.update(pull_quotes=["z#1"]))
    assert {change.kind for change in found} == {A, W}
