"""« Ce qui a changé » : few, the most important first, and nothing that isn't printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing import Snapshot, compare, summarise
from briefing.comparing.summary import MOST, MOST_PARTS
from briefing.model.changes import (
    Change,
    ChangeKind,
    Changes,
    ItemKind,
    Rewording,
    Run,
    at_place,
)
from briefing.reading.audiences import SECTIONS
from tests.builders import FEW, edtf
from tests.comparing.versions import pairs

A, W, R = ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.REWORDED
OLD = Snapshot("Essai", edtf("2025-03-03"), "complet", ())
NEW = Snapshot("Essai", edtf("2025-06-02"), "complet", ())
PRESS = Snapshot("Essai", None, "presse", ())


def change(kind: ChangeKind, item: ItemKind, id_: str = "x") -> Change:
    words = Rewording((Run("avant"),), (Run("après"),)) if kind is R else None
    old, new = ("" if kind is A else "avant"), ("" if kind is W else "après")
    label = f"label {id_}"
    return Change(kind, item, id_, old, new, label, old_id=id_, rewording=words)


def told(
    *changes: Change, sections: Sequence[str] = SECTIONS, old: Snapshot = OLD
) -> Changes | None:
    return summarise(changes, old, NEW, sections)


def must(made: Changes | None) -> Changes:
    assert made is not None
    return made


def test_nothing_changed_and_nothing_is_told() -> None:
    assert told() is None


def test_it_is_since_the_old_version() -> None:
    assert must(told(change(A, ItemKind.KEY_POINT))).since == edtf("2025-03-03")


def test_the_most_important_ones_are_told_and_the_others_counted() -> None:
    points = [change(R, ItemKind.KEY_POINT, str(number)) for number in range(MOST + 3)]
    made = must(told(*points, change(A, ItemKind.QUESTION)))
    assert [c.id for c in made.shown] == [str(number) for number in range(MOST)]
    assert made.others == 4


def test_details_are_counted() -> None:
    made = must(
        told(
            change(A, ItemKind.DIVERGENCE),
            change(ChangeKind.SUPPORT, ItemKind.POSITION),
            change(R, ItemKind.EVENT),
            change(ChangeKind.SUPPORT, ItemKind.QUESTION_SIDE),
            change(R, ItemKind.SOURCE),
            change(ChangeKind.VERDICT, ItemKind.EXTRACT),
            change(R, ItemKind.TITLE),
        )
    )
    assert ([c.item for c in made.shown], made.others) == ([ItemKind.DIVERGENCE], 6)


def test_figures_come_before_positions_and_pull_quotes_at_the_end() -> None:
    made = must(
        told(
            change(A, ItemKind.PULL_QUOTE, "e"),
            change(A, ItemKind.POSITION, "p"),
            change(ChangeKind.FIGURE, ItemKind.FIGURE, "f"),
            change(ChangeKind.DATE, ItemKind.FIGURE, "g"),
            change(A, ItemKind.QUESTION_SIDE, "q"),
        )
    )
    assert ([c.id for c in made.shown], made.others) == (["p", "f", "q", "e"], 1)


def test_figures_that_an_edition_leaves_out_are_not_told() -> None:
    sections = [section for section in SECTIONS if section != "chiffres"]
    assert told(change(A, ItemKind.FIGURE), sections=sections) is None


def test_extracts_that_come_and_go_are_told_by_their_items() -> None:
    assert told(change(A, ItemKind.EXTRACT), change(W, ItemKind.EXTRACT)) is None


def test_the_support_of_a_key_point_comes_last_and_once() -> None:
    made = must(
        told(
            change(R, ItemKind.KEY_POINT, "a"),
            change(ChangeKind.SUPPORT, ItemKind.KEY_POINT, "a"),
            change(ChangeKind.SUPPORT, ItemKind.KEY_POINT, "b"),
            change(A, ItemKind.QUESTION, "q"),
        )
    )
    assert [(c.kind, c.id) for c in made.shown] == [
        (R, "a"),
        (A, "q"),
        (ChangeKind.SUPPORT, "b"),
    ]
    assert made.others == 1


def test_sides_fill_the_places_that_are_left() -> None:
    sides = [
        change(R, ItemKind.DIVERGENCE_SIDE, "d"),
        change(A, ItemKind.QUESTION_SIDE, "q"),
        change(W, ItemKind.QUESTION_SIDE, "r"),
    ]
    support = change(ChangeKind.SUPPORT, ItemKind.KEY_POINT, "b")
    made = must(told(support, *sides, change(A, ItemKind.QUESTION, "new")))
    assert [c.id for c in made.shown] == ["new", "b", "d", "q", "r"]
    assert made.others == 0
    points = [change(R, ItemKind.KEY_POINT, str(number)) for number in range(MOST - 1)]
    made = must(told(*points, *sides))
    assert ([c.id for c in made.shown[MOST - 1 :]], made.others) == (["d"], 2)


def test_the_chapeau_makes_one_line_after_what_matters_more() -> None:
    paragraphs = [change(kind, ItemKind.INTRODUCTION, "") for kind in (A, R, W)]
    side = change(A, ItemKind.QUESTION_SIDE, "q")
    made = must(told(*paragraphs, change(R, ItemKind.POSITION, "p"), side))
    assert [c.item for c in made.shown] == [
        *(ItemKind.POSITION, ItemKind.QUESTION_SIDE, ItemKind.INTRODUCTION)
    ]
    assert (made.shown[-1].kind, made.shown[-1].statement) == (ChangeKind.MODIFIED, "")
    assert made.others == 0
    points = [change(R, ItemKind.KEY_POINT, str(number)) for number in range(MOST)]
    assert must(told(*points, *paragraphs)).others == 1
    assert told(*paragraphs, sections=("points-clés",)) is None
    assert told(paragraphs[2], old=PRESS) is None


def test_a_key_point_that_lost_a_proof_is_told_last_and_once() -> None:
    lost = change(ChangeKind.PROOF, ItemKind.KEY_POINT, "a")
    more = replace(change(ChangeKind.PROOF, ItemKind.KEY_POINT, "b"), old="")
    made = must(told(lost, more, change(A, ItemKind.INTRODUCTION)))
    assert [c.item for c in made.shown] == [ItemKind.INTRODUCTION, ItemKind.KEY_POINT]
    assert (made.shown[1].id, made.others) == ("a", 1)
    made = must(told(change(R, ItemKind.KEY_POINT, "a"), lost))
    assert ([c.kind for c in made.shown], made.others) == ([R], 1)


def test_the_proof_that_only_another_audience_had_isn_t_hinted_at() -> None:
    lost = change(ChangeKind.PROOF, ItemKind.KEY_POINT)
    assert told(replace(lost, new=""), old=PRESS) is None
    made = must(told(lost, old=PRESS))
    assert (made.shown, made.others) == ((), 1)


def test_details_of_the_new_kinds_are_counted_where_they_are_printed() -> None:
    counted = [
        change(A, ItemKind.AUTHOR),
        change(ChangeKind.BRIEF, ItemKind.POSITION),
        change(ChangeKind.NAME, ItemKind.QUESTION_SIDE),
        change(ChangeKind.DATING, ItemKind.EVENT),
        change(R, ItemKind.PARTY),
        change(ChangeKind.NOTE, ItemKind.SOURCE),
        change(ChangeKind.SPEAKERS, ItemKind.EXTRACT),
    ]
    made = must(told(*counted))
    assert (made.shown, made.others) == ((), len(counted))
    assert must(told(*counted, sections=("mentions",))).others == 2


def test_what_shows_elsewhere_isn_t_counted() -> None:
    assert told(change(ChangeKind.DATE, ItemKind.PUBLICATION)) is None
    assert told(change(A, ItemKind.PARTY), change(W, ItemKind.ISSUE)) is None
    tags = (ChangeKind.VOICE, ChangeKind.STATUS, ChangeKind.STATEMENT, ChangeKind.PROOF)
    assert told(*(change(kind, ItemKind.EXTRACT) for kind in tags)) is None


def test_sources_make_one_line_each_way() -> None:
    sources = [change(A, ItemKind.SOURCE, "a"), change(A, ItemKind.SOURCE, "b")]
    made = must(told(*sources, change(W, ItemKind.SOURCE, "c")))
    assert made == Changes(edtf("2025-03-03"), (), ("label a", "label b"), ("label c",), others=0)


def test_a_place_tells_few_of_its_positions() -> None:
    parts = [change(A, ItemKind.POSITION, str(number)) for number in range(MOST_PARTS + 2)]
    made = must(told(at_place("A – B", tuple(parts))))
    assert (len(made.shown[0].parts), made.others) == (MOST_PARTS, 2)


def test_two_tags_of_one_position_take_one_place() -> None:
    tags = [
        replace(change(kind, ItemKind.POSITION, str(number)), text=f"Elle attend {number}.")
        for number in range(MOST_PARTS + 1)
        for kind in (ChangeKind.VOICE, ChangeKind.DATE)
    ]
    made = must(told(at_place("A – B", tuple(tags))))
    assert (len(made.shown[0].parts), made.others) == (2 * MOST_PARTS, 1)


def test_what_an_audience_doesn_t_get_isn_t_hinted_at() -> None:
    hidden = [
        change(A, ItemKind.QUESTION),
        change(W, ItemKind.KEY_POINT),
        change(R, ItemKind.EVENT),
    ]
    assert told(*hidden, sections=("positions", "sources")) is None


def test_what_only_another_audience_had_isn_t_told() -> None:
    parts = (change(W, ItemKind.POSITION, "gone"), change(R, ItemKind.POSITION, "said"))
    made = must(
        told(
            change(W, ItemKind.KEY_POINT),
            change(W, ItemKind.SOURCE),
            change(R, ItemKind.KEY_POINT, "kp"),
            at_place("A – B", parts),
            at_place("A – C", parts[:1]),
            old=PRESS,
        )
    )
    assert [c.id for c in made.shown] == ["kp", ""]
    assert [part.id for part in made.shown[1].parts] == ["said"]
    assert made.shown[1].kind is R  # « modified » would hint at the position that is gone
    assert made.sources_withdrawn == ()
    assert "avant" not in repr(made)


@FEW
@given(pairs(), st.lists(st.sampled_from(SECTIONS), unique=True))
def test_every_change_is_told_or_counted_at_most_once(
    versions: tuple[Snapshot, Snapshot], sections: list[str]
) -> None:
    changes = compare(*versions)
    made = summarise(changes, *versions, sections)
    if made is None:
        return
    sources = len(made.sources_added) + len(made.sources_withdrawn)
    parts = sum(len(c.parts) for c in changes)
    assert len(made.shown) <= MOST
    assert 0 < len(made.shown) + sources + made.others <= len(changes) + parts
