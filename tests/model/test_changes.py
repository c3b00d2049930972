"""Changes: seen backwards, what was added was withdrawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.changes import Change, ChangeKind, ItemKind, Rewording, Run, at_place, by_item

WORDS = Rewording((Run("un "), Run("deux", changed=True)), (Run("un "), Run("trois", changed=True)))
ADDED = Change(ChangeKind.ADDED, ItemKind.SOURCE, "a", new="A.")
REWORDED = Change(
    ChangeKind.REWORDED, ItemKind.KEY_POINT, "b", "un deux", "un trois", old_id="a", rewording=WORDS
)
VOICE, DATE = (
    Change(kind, ItemKind.POSITION, "p", "avant", "après", text="Elle attend.", old_id="p")
    for kind in (ChangeKind.VOICE, ChangeKind.DATE)
)
MODIFIED = at_place("A – B", (ADDED, REWORDED))
COMPLETED = at_place("A – B", (ADDED,))


@pytest.mark.parametrize("change", [ADDED, REWORDED, MODIFIED, COMPLETED])
def test_mirrored_twice_a_change_is_itself(change: Change) -> None:
    assert change.mirrored.mirrored == change
    assert change.mirrored != change


def test_what_was_added_was_withdrawn() -> None:
    assert ADDED.mirrored == Change(ChangeKind.WITHDRAWN, ItemKind.SOURCE, "", old="A.", old_id="a")


def test_words_and_ids_change_sides() -> None:
    made = REWORDED.mirrored
    assert (made.kind, made.id, made.old_id) == (ChangeKind.REWORDED, "a", "b")
    assert (made.old, made.new) == ("un trois", "un deux")
    assert made.rewording == Rewording(WORDS.new, WORDS.old)


def test_the_parts_are_mirrored_too() -> None:
    assert MODIFIED.mirrored.parts == (ADDED.mirrored, REWORDED.mirrored)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ((ADDED, ADDED), ChangeKind.COMPLETED),
        ((ADDED.mirrored,), ChangeKind.REDUCED),
        ((REWORDED, REWORDED), ChangeKind.REWORDED),
        ((VOICE, DATE), ChangeKind.RETAGGED),
        ((REWORDED, VOICE), ChangeKind.MODIFIED),
        ((ADDED, ADDED.mirrored), ChangeKind.MODIFIED),
    ],
)
def test_a_place_changes_as_all_its_parts_do(parts: tuple[Change, ...], kind: ChangeKind) -> None:
    made = at_place("A – B", parts)
    assert (made.kind, made.label, made.parts) == (kind, "A – B", parts)
    assert made.mirrored == at_place("A – B", tuple(part.mirrored for part in parts))


def test_the_changes_of_one_item_stand_together() -> None:
    reworded = replace(REWORDED, item=ItemKind.POSITION, id="p", old_id="p", new="Elle attend.")
    other = replace(VOICE, id="q")
    changes = (ADDED, reworded, VOICE, DATE, other)
    assert list(by_item(changes)) == [(ADDED,), (reworded, VOICE, DATE), (other,)]
    assert at_place("", changes).items == tuple(by_item(changes))


def test_places_and_what_came_stand_apart() -> None:
    changes = (at_place("A – B", (VOICE,)), at_place("A – C", (VOICE,)), ADDED, replace(ADDED))
    assert list(by_item(changes)) == [(change,) for change in changes]


def test_the_statement_is_what_the_item_says_now() -> None:
    assert (ADDED.statement, ADDED.mirrored.statement) == ("A.", "A.")
    assert (REWORDED.statement, VOICE.statement) == ("un trois", "Elle attend.")
