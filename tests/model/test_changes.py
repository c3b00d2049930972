"""Changes: seen backwards, what was added was withdrawn."""

from __future__ import annotations

import pytest

from briefing.model.changes import Change, ChangeKind, ItemKind, Rewording, Run

WORDS = Rewording((Run("un "), Run("deux", changed=True)), (Run("un "), Run("trois", changed=True)))
ADDED = Change(ChangeKind.ADDED, ItemKind.SOURCE, "a", new="A.")
REWORDED = Change(
    ChangeKind.REWORDED, ItemKind.KEY_POINT, "b", "un deux", "un trois", old_id="a", rewording=WORDS
)
MOVED = Change(ChangeKind.MOVED, ItemKind.POSITION, "", label="A, B", parts=(ADDED, REWORDED))


@pytest.mark.parametrize("change", [ADDED, REWORDED, MOVED])
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
    assert MOVED.mirrored.parts == (ADDED.mirrored, REWORDED.mirrored)
