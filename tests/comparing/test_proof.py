"""Proof: the same number of sources may hide other extracts."""

from __future__ import annotations

import pytest

from briefing.comparing import compare
from briefing.model.changes import Change, ChangeKind, ItemKind
from tests.builders import dossier, extract, key_point, question, side
from tests.comparing.versions import Edit, Json, edited, exported, snapshot

PROOF = ChangeKind.PROOF


@pytest.fixture
def document() -> Json:
    said = [
        extract("a#1", supports=("kp", "q"), quotation="la moitié du déficit"),
        extract("a#2", supports=("kp",), quotation="un train avant le printemps"),
        extract("a#3", quotation="ils parlent d'autre chose"),
    ]
    return exported(
        dossier(
            *said,
            key_points=[key_point("kp")],
            questions=[question("q", side("Moscou", "Elle se tait.", "a#3"))],
        )
    )


def proofs(document: Json, *edits: Edit) -> list[tuple[ItemKind, str, str]]:
    found = compare(snapshot(document), snapshot(edited(document, *edits)))
    return [_told(change) for change in found if change.kind is PROOF]


def _told(change: Change) -> tuple[ItemKind, str, str]:
    return change.item, change.old, change.new


def test_another_extract_is_another_proof(document: Json) -> None:
    found = proofs(document, lambda d: d["key_points"][0].update(extracts=["a#1", "a#3"]))
    assert found == [(ItemKind.KEY_POINT, "a#2", "a#3")]


def test_their_order_plays_no_part(document: Json) -> None:
    assert proofs(document, lambda d: d["key_points"][0]["extracts"].reverse()) == []


def test_where_their_sources_are_more_or_fewer_that_alone_is_told(document: Json) -> None:
    fewer = {"extracts": ["a#1"], "distinct_sources": 2}
    assert proofs(document, lambda d: d["key_points"][0].update(fewer)) == []


def test_an_extract_under_another_id_is_no_other_proof(document: Json) -> None:
    def renamed(d: Json) -> None:
        d["extracts"][1]["id"] = "a#9"
        d["key_points"][0]["extracts"] = ["a#1", "a#9"]

    assert proofs(document, renamed) == []


def test_the_proof_of_a_side_is_told_there_alone(document: Json) -> None:
    def other(d: Json) -> None:
        d["questions"][0]["known"][0]["extracts"] = ["a#2"]
        d["questions"][0]["extracts"] = ["a#1", "a#2"]

    assert proofs(document, other) == [(ItemKind.QUESTION_SIDE, "a#3", "a#2")]


def test_what_isn_t_printed_plays_no_part(document: Json) -> None:
    told = edited(document, lambda d: d.update(verdicts={"a#1": None, "a#3": None}))
    assert proofs(told, lambda d: d["key_points"][0].update(extracts=["a#1"])) == []
    found = proofs(told, lambda d: d["key_points"][0].update(extracts=["a#2", "a#3"]))
    assert found == [(ItemKind.KEY_POINT, "a#1", "a#3")]


def test_two_versions_of_which_one_tells_what_is_printed_can_t_be_compared(document: Json) -> None:
    assert proofs(document, lambda d: d.update(verdicts={"a#1": None})) == []
    other = {"extracts": ["a#3"]}
    edits = (lambda d: d.update(verdicts={}), lambda d: d["key_points"][0].update(other))
    assert proofs(document, *edits) == []
