"""What changed between two versions, by meaning."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from briefing.comparing import Snapshot, compare
from briefing.model.changes import Change, ChangeKind, ItemKind
from tests.builders import (
    FEW,
    divergence,
    dossier,
    dossiers,
    event,
    extract,
    key_point,
    position,
    question,
    side,
    source,
)
from tests.comparing.versions import Edit, Json, edited, exported, pairs, snapshot

A, W, R, M = ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.REWORDED, ChangeKind.MOVED
POINT = "La région paierait la moitié du déficit de la ligne."


@pytest.fixture
def document() -> Json:
    said = [
        extract("a#1", supports=("kp", "q", "pos"), via=("Reuters",)),
        extract("b#1", supports=("kp", "q", "pos"), quotation="ils parlent d'autre chose"),
        extract("c#1", issues=("sanctions",), statement="Elles resteraient.", date="2025-02-12"),
        event("d#1", "2025-02-12"),
    ]
    return exported(
        dossier(
            *said,
            sources=[source("a"), source("b", title="Autre titre"), source("c"), source("d")],
            key_points=[key_point("kp", POINT), key_point("bis", "Les usagers attendent encore.")],
            positions=[position("pos")],
            questions=[question("q", side("Moscou", "Elle se tait.", "a#1"))],
            divergences=[divergence("d", side("Ici", "Oui.", "a#1"), text="Deux dates.")],
        )
    )


def changes(document: Json, *edits: Edit) -> list[Change]:
    return list(compare(snapshot(document), snapshot(edited(document, *edits))))


def told(found: list[Change]) -> list[tuple[ChangeKind, ItemKind, str]]:
    return [(change.kind, change.item, change.id or change.old_id) for change in found]


# ---- Laws ----------------------------------------------------------------------------------


@FEW
@given(dossiers())
def test_a_version_doesn_t_differ_from_itself(any_dossier: Any) -> None:
    document = exported(any_dossier)
    assert compare(snapshot(document), snapshot(document)) == ()


def comparable(found: tuple[Change, ...]) -> list[str]:
    """Return changes without their order, nor what is told of the new version alone."""
    bare = (
        replace(c, label="", text="", parts=tuple(replace(p, label="", text="") for p in c.parts))
        for c in found
    )
    return sorted(repr(replace(c, parts=tuple(sorted(c.parts, key=repr)))) for c in bare)


@FEW
@given(pairs())
def test_seen_backwards_the_changes_are_mirrored(versions: tuple[Snapshot, Snapshot]) -> None:
    old, new = versions
    there = tuple(change.mirrored for change in compare(old, new))
    assert comparable(there) == comparable(compare(new, old))


@FEW
@given(pairs())
def test_a_change_says_what_it_was_and_what_it_is(versions: tuple[Snapshot, Snapshot]) -> None:
    for change in compare(*versions):
        if change.kind is M:
            assert change.parts
        else:
            assert change.old != change.new
            assert (change.rewording is not None) is (change.kind is R)
        assert not (change.kind is A and (change.old or change.old_id))
        assert not (change.kind is W and (change.new or change.id))


# ---- Items ---------------------------------------------------------------------------------


def test_typography_alone_is_no_change(document: Json) -> None:
    def curly(d: Json) -> None:
        for items in (d["key_points"], d["positions"], d["questions"], d["events"]):
            for item in items:
                item["text"] = item["text"].replace("'", "’").replace(" ?", "\u202f?")

    assert changes(document, curly) == []


@pytest.mark.parametrize(
    ("items", "item"),
    [
        ("key_points", ItemKind.KEY_POINT),
        ("questions", ItemKind.QUESTION),
        ("divergences", ItemKind.DIVERGENCE),
        ("events", ItemKind.EVENT),
        ("sources", ItemKind.SOURCE),
    ],
)
def test_what_is_gone_is_withdrawn_and_what_came_is_added(
    document: Json, items: str, item: ItemKind
) -> None:
    less = edited(document, lambda d: d[items].pop())
    (gone,) = compare(snapshot(document), snapshot(less))
    (come,) = compare(snapshot(less), snapshot(document))
    assert (gone.kind, gone.item, come.kind, come.item) == (W, item, A, item)
    assert gone.old == come.new != ""
    assert gone.old_id == come.id == document[items][-1]["id"]


def test_a_rewording_tells_the_words(document: Json) -> None:
    new = POINT.replace("la moitié", "le tiers")
    (change,) = changes(document, lambda d: d["key_points"][0].update(text=new))
    assert (change.kind, change.item, change.old, change.new) == (
        R,
        ItemKind.KEY_POINT,
        POINT,
        new,
    )
    assert change.rewording is not None
    assert [run.text for run in change.rewording.new if run.changed] == ["le tiers "]


def test_another_id_with_the_same_words_is_no_change(document: Json) -> None:
    assert changes(document, lambda d: d["key_points"][0].update(id="autre")) == []


def test_another_id_with_nearly_the_same_words_is_a_rewording(document: Json) -> None:
    new = POINT.replace("la moitié", "le tiers")
    (change,) = changes(document, lambda d: d["key_points"][0].update(id="autre", text=new))
    assert (change.kind, change.id, change.old_id) == (R, "autre", "kp")


def test_another_order_is_no_change(document: Json) -> None:
    assert changes(document, lambda d: d["key_points"].reverse()) == []


def test_another_line_of_a_fiche_is_no_change(document: Json) -> None:
    assert changes(document, lambda d: d["extracts"][0].update(line=99, file="z.md")) == []


@pytest.mark.parametrize(
    ("key", "value", "item"),
    [("title", "Autre", ItemKind.TITLE), ("subtitle", "Nouveau", ItemKind.SUBTITLE)],
)
def test_the_title_may_change(document: Json, key: str, value: str, item: ItemKind) -> None:
    (change,) = changes(document, lambda d: d.update({key: value}))
    assert (change.kind, change.item, change.new) == (R, item, value)


def test_more_sources_for_an_item_are_told(document: Json) -> None:
    (change,) = changes(document, lambda d: d["key_points"][0].update(distinct_sources=3))
    assert (change.kind, change.old, change.new, change.text) == (
        ChangeKind.SUPPORT,
        "2",
        "3",
        POINT,
    )


def test_the_date_of_an_event_and_the_nature_of_a_divergence_may_change(document: Json) -> None:
    found = changes(
        document,
        lambda d: d["events"][0].update(date="2025-03"),
        lambda d: d["divergences"][0].update(kind="contradiction"),
    )
    assert [(change.kind, change.old, change.new) for change in found] == [
        (ChangeKind.NATURE, "désaccord", "contradiction"),
        (ChangeKind.DATE, "2025-02-12", "2025-03"),
    ]


def test_the_reference_of_a_source_may_change(document: Json) -> None:
    (change,) = changes(document, lambda d: d["sources"][0].update(reference="Autre référence."))
    assert (change.kind, change.item, change.id) == (R, ItemKind.SOURCE, "a")


# ---- Sides ---------------------------------------------------------------------------------


def test_a_side_is_compared_within_its_question(document: Json) -> None:
    def answered(d: Json) -> None:
        d["questions"][0]["text"] = "Que veulent Moscou et Minsk, et quand ?"
        d["questions"][0]["known"][0]["text"] = "Elle parle enfin."
        d["questions"][0]["known"].append({"label": "Kyiv", "text": "Elle refuse."})

    found = changes(document, answered)
    assert told(found) == [
        (R, ItemKind.QUESTION, "q"),
        (A, ItemKind.QUESTION_SIDE, "Kyiv"),
        (R, ItemKind.QUESTION_SIDE, "Moscou"),
    ]
    assert found[1].label == "Que veulent Moscou et Minsk, et quand ? – Kyiv"


def test_the_sides_of_a_new_divergence_come_with_it(document: Json) -> None:
    less = edited(document, lambda d: d["divergences"].pop())
    found = compare(snapshot(less), snapshot(document))
    assert [change.item for change in found] == [ItemKind.DIVERGENCE]


# ---- Positions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("voices", ["directe"], ChangeKind.VOICE),
        ("speakers", ["Vladimir Poutine"], ChangeKind.SPEAKERS),
        ("status", "hypothèse", ChangeKind.STATUS),
        ("date", "2025-03-01", ChangeKind.DATE),
        ("text", "Les objectifs ont changé.", ChangeKind.REWORDED),
    ],
)
def test_a_position_moves(document: Json, field: str, value: object, kind: ChangeKind) -> None:
    (change,) = changes(document, lambda d: d["positions"][0].update({field: value}))
    assert (change.kind, change.label) == (M, "Russie, OTAN")
    assert [part.kind for part in change.parts] == [kind]


def test_a_position_more_moves_the_place(document: Json) -> None:
    more = {"id": "x", "party": "Russie", "issue": "OTAN", "text": "Elle négocierait."}
    (change,) = changes(document, lambda d: d["positions"].append(more))
    assert [(part.kind, part.new) for part in change.parts] == [(A, "Elle négocierait.")]


def test_where_there_was_none_a_position_is_new(document: Json) -> None:
    more = {"id": "x", "party": "Ukraine", "issue": "OTAN", "text": "Elle demande à entrer."}
    (change,) = changes(document, lambda d: d["positions"].append(more))
    assert (change.kind, change.label, change.new) == (A, "Ukraine, OTAN", more["text"])


def test_more_sources_don_t_move_a_position(document: Json) -> None:
    (change,) = changes(document, lambda d: d["positions"][0].update(distinct_sources=4))
    assert change.kind is ChangeKind.SUPPORT


def test_a_party_of_another_name_is_the_same(document: Json) -> None:
    def renamed(d: Json) -> None:
        d["parties"][0]["name"] = "Fédération de Russie"
        for held in d["positions"]:
            held["party"] = held["party"].replace("Russie", "Fédération de Russie")

    assert changes(document, renamed) == []


# ---- Extracts and verdicts -----------------------------------------------------------------


def test_a_verdict_that_changed_is_told(document: Json) -> None:
    verdicts = {"a#1": "verbatim", "b#1": "verbatim", "c#1": None}
    old = edited(document, lambda d: d.update(verdicts=verdicts))
    found = changes(
        old, lambda d: d.update(verdicts={**verdicts, "b#1": "near", "c#1": "verbatim"})
    )
    assert [(c.kind, c.id, c.old, c.new) for c in found] == [
        (ChangeKind.VERDICT, "b#1", "verbatim", "near"),
        (ChangeKind.VERDICT, "c#1", "", "verbatim"),
    ]


def test_a_verdict_that_one_version_doesn_t_tell_is_no_change(document: Json) -> None:
    assert changes(document, lambda d: d.update(verdicts={"a#1": "verbatim"})) == []


def test_a_quotation_that_changed_is_told(document: Json) -> None:
    (change,) = changes(document, lambda d: d["extracts"][0].update(quotation="autre chose"))
    assert (change.kind, change.item, change.id) == (R, ItemKind.EXTRACT, "a#1")


def test_an_extract_that_bears_nothing_out_comes_and_goes_unseen(document: Json) -> None:
    spare = {"id": "z#9", "quotation": "rien à voir"}
    assert changes(document, lambda d: d["extracts"].append(spare)) == []
    (change,) = changes(
        document,
        lambda d: d["extracts"].append(spare),
        lambda d: d["key_points"][0]["extracts"].append("z#9"),
    )
    assert (change.kind, change.item, change.id) == (A, ItemKind.EXTRACT, "z#9")
