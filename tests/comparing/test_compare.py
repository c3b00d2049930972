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

A, W, R = ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.REWORDED
TAGGED = ChangeKind.RETAGGED
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
        if not change.parts:
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


def test_a_side_of_another_name_is_known_by_its_words(document: Json) -> None:
    (change,) = changes(document, lambda d: d["questions"][0]["known"][0].update(label="Minsk"))
    assert (change.kind, change.item) == (ChangeKind.NAME, ItemKind.QUESTION_SIDE)
    assert (change.old, change.new, change.text) == ("Moscou", "Minsk", "Elle se tait.")


def test_the_sides_of_a_new_divergence_come_with_it(document: Json) -> None:
    less = edited(document, lambda d: d["divergences"].pop())
    found = compare(snapshot(less), snapshot(document))
    assert [change.item for change in found] == [ItemKind.DIVERGENCE]


# ---- Positions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("voices", ["directe"], ChangeKind.VOICE),
        ("speakers", ["Vladimir Poutine"], ChangeKind.SPEAKERS),
        ("status", "hypothèse", ChangeKind.STATUS),
        ("date", "2025-03-01", ChangeKind.DATE),
        ("text", "Les objectifs ont changé.", ChangeKind.REWORDED),
    ],
)
def test_a_position_changes_as_its_parts_do(
    document: Json, field: str, value: object, part: ChangeKind
) -> None:
    (change,) = changes(document, lambda d: d["positions"][0].update({field: value}))
    assert (change.kind, change.label) == (R if part is R else TAGGED, "Russie – OTAN")
    assert [found.kind for found in change.parts] == [part]


def test_a_position_more_completes_the_place(document: Json) -> None:
    more = {"id": "x", "party": "Russie", "issue": "OTAN", "text": "Elle négocierait."}
    (change,) = changes(document, lambda d: d["positions"].append(more))
    assert change.kind is ChangeKind.COMPLETED
    assert [(part.kind, part.new) for part in change.parts] == [(A, "Elle négocierait.")]


def test_a_position_less_reduces_it(document: Json) -> None:
    more = {"id": "x", "party": "Russie", "issue": "OTAN", "text": "Elle négocierait."}
    two = edited(document, lambda d: d["positions"].append(more))
    (change,) = compare(snapshot(two), snapshot(document))
    assert change.kind is ChangeKind.REDUCED
    assert [(part.kind, part.old) for part in change.parts] == [(W, "Elle négocierait.")]


def test_several_ways_at_once_modify_it(document: Json) -> None:
    (change,) = changes(
        document,
        lambda d: d["positions"][0].update(text="Les objectifs ont changé.", date="2025-03-01"),
    )
    assert change.kind is ChangeKind.MODIFIED
    assert [part.kind for part in change.parts] == [R, ChangeKind.DATE]
    assert len(change.items) == 1


def test_where_there_was_none_a_position_is_new(document: Json) -> None:
    more = {"id": "x", "party": "Ukraine", "issue": "OTAN", "text": "Elle demande à entrer."}
    (change,) = changes(document, lambda d: d["positions"].append(more))
    assert (change.kind, change.label, change.new) == (A, "Ukraine – OTAN", more["text"])


def test_more_sources_are_no_change_of_the_position_itself(document: Json) -> None:
    (change,) = changes(document, lambda d: d["positions"][0].update(distinct_sources=4))
    assert change.kind is ChangeKind.SUPPORT


def test_a_party_of_another_name_holds_the_same_positions(document: Json) -> None:
    def renamed(d: Json) -> None:
        d["parties"][0]["name"] = "Fédération de Russie"
        for held in d["positions"]:
            held["party"] = held["party"].replace("Russie", "Fédération de Russie")

    assert told(changes(document, renamed)) == [(R, ItemKind.PARTY, "russie")]


def test_other_words_in_the_matrix_are_no_change_of_the_position_itself(document: Json) -> None:
    (change,) = changes(document, lambda d: d["positions"][0].update(brief="Inchangés."))
    assert (change.kind, change.new) == (ChangeKind.BRIEF, "Inchangés.")
    assert change.old == document["positions"][0]["text"]


def test_words_in_the_matrix_that_follow_the_text_aren_t_told_apart(document: Json) -> None:
    words = "Les objectifs ont changé."
    (change,) = changes(document, lambda d: d["positions"][0].update(text=words, brief=words))
    assert (change.kind, [part.kind for part in change.parts]) == (R, [R])


# ---- Masthead and chapeau ------------------------------------------------------------------


def test_authors_come_and_go_whatever_their_order(document: Json) -> None:
    authors = ["Paul Vidal", "Claire Martin"]
    two = edited(document, lambda d: d.update(authors=authors))
    assert [(c.kind, c.item, c.new) for c in compare(snapshot(document), snapshot(two))] == [
        (A, ItemKind.AUTHOR, "Paul Vidal")
    ]
    assert changes(two, lambda d: d["authors"].reverse()) == []
    found = changes(document, lambda d: d.update(authors=["Paul Vidal"]))
    assert [(c.kind, c.statement) for c in found] == [(A, "Paul Vidal"), (W, "Claire Martin")]


def test_the_date_of_publication_may_change(document: Json) -> None:
    (change,) = changes(document, lambda d: d.update(date="2026-01"))
    assert (change.kind, change.item) == (ChangeKind.DATE, ItemKind.PUBLICATION)
    assert (change.old, change.new) == ("2025-11-21", "2026-01")


CHAPEAU = [
    {"role": "heading", "text": "Le contexte"},
    {"role": "paragraph", "text": "La région paierait la moitié du déficit de la ligne."},
    {"role": "paragraph", "text": "Les usagers demandent un train avant le printemps."},
]


def test_paragraphs_of_the_chapeau_are_known_by_their_words(document: Json) -> None:
    old = edited(document, lambda d: d.update(introduction=CHAPEAU))

    def rewritten(d: Json) -> None:
        said = d["introduction"]
        said[1]["text"] = said[1]["text"].replace("la moitié", "le tiers")
        said.insert(0, {"role": "paragraph", "text": "Un accord est proche."})
        del said[3]

    found = changes(old, rewritten)
    assert [(c.kind, c.item, c.statement) for c in found] == [
        (A, ItemKind.INTRODUCTION, "Un accord est proche."),
        (R, ItemKind.INTRODUCTION, "La région paierait le tiers du déficit de la ligne."),
        (W, ItemKind.INTRODUCTION, CHAPEAU[2]["text"]),
    ]
    assert changes(old, lambda d: d["introduction"].reverse()) == []


def test_a_chapeau_that_one_version_doesn_t_tell_is_no_change(document: Json) -> None:
    new = edited(document, lambda d: d.update(introduction=CHAPEAU))
    assert len(compare(snapshot(document), snapshot(new))) == len(CHAPEAU)
    old = edited(document, lambda d: d.pop("introduction"))
    assert compare(snapshot(old), snapshot(new)) == ()
    assert compare(snapshot(new), snapshot(old)) == ()


# ---- Events and sources --------------------------------------------------------------------


def test_how_the_date_of_an_event_is_known_may_change(document: Json) -> None:
    found = changes(document, lambda d: d["events"][0].update(dating="déduite", approximate=True))
    assert [(c.kind, c.old, c.new) for c in found] == [
        (ChangeKind.DATING, "donnée", "déduite"),
        (ChangeKind.APPROXIMATION, "", "~"),
    ]


def test_a_date_that_changes_tells_that_it_is_approximate(document: Json) -> None:
    found = changes(document, lambda d: d["events"][0].update(date="2025~", approximate=True))
    assert [change.kind for change in found] == [ChangeKind.DATE]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("note", "Sans pagination.", ChangeKind.NOTE),
        ("reliability", "B2", ChangeKind.RELIABILITY),
        ("type", "livre", ChangeKind.NATURE),
        ("dating", "déduite", ChangeKind.DATING),
    ],
)
def test_what_is_said_of_a_source_may_change(
    document: Json, field: str, value: str, kind: ChangeKind
) -> None:
    (change,) = changes(document, lambda d: d["sources"][0].update({field: value}))
    assert (change.kind, change.item, change.new) == (kind, ItemKind.SOURCE, value)


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
    found = changes(
        document,
        lambda d: d["extracts"].append(spare),
        lambda d: d["key_points"][0]["extracts"].append("z#9"),
    )
    assert told(found) == [
        (ChangeKind.PROOF, ItemKind.KEY_POINT, "kp"),
        (A, ItemKind.EXTRACT, "z#9"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("speaker", "Paul Vidal", ChangeKind.SPEAKERS),
        ("voice", "directe", ChangeKind.VOICE),
        ("status", "hypothèse", ChangeKind.STATUS),
        ("statement", "Ils ont changé.", ChangeKind.STATEMENT),
        ("date", "2025", ChangeKind.DATE),
    ],
)
def test_the_tags_of_an_extract_may_change(
    document: Json, field: str, value: str, kind: ChangeKind
) -> None:
    (change,) = changes(document, lambda d: d["extracts"][0].update({field: value}))
    assert (change.kind, change.item, change.id) == (kind, ItemKind.EXTRACT, "a#1")
    assert change.new == value


def test_what_a_position_tells_its_extract_doesn_t_tell_again(document: Json) -> None:
    def other(d: Json) -> None:
        for items, words in (("positions", "text"), ("extracts", "statement")):
            (item,) = [item for item in d[items] if item["id"].startswith("c#1")]
            item.update({words: "Elles seraient levées.", "status": "hypothèse"})

    assert {change.item for change in changes(document, other)} == {ItemKind.POSITION}
