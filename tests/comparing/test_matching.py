"""Matching: an id that went isn't an item that went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing.matching import SIMILAR, match
from briefing.comparing.snapshot import Entry
from briefing.comparing.wording import similarity
from briefing.model.changes import ItemKind

HALF = "La région paierait la moitié du déficit de la ligne."
THIRD = "La région paierait le tiers du déficit de la ligne."
OTHER = "Les usagers demandent un train avant le printemps."


def point(id_: str, text: str) -> Entry:
    return Entry(ItemKind.KEY_POINT, id_, text)


ENTRIES = st.lists(
    st.builds(point, st.sampled_from("abcd"), st.sampled_from([HALF, THIRD, OTHER, "", "Oui."])),
    max_size=6,
)


def test_items_are_matched_by_id_whatever_their_words() -> None:
    old, new = [point("a", HALF), point("b", OTHER)], [point("b", HALF), point("a", OTHER)]
    made = match(old, new)
    assert made.pairs == ((old[1], new[0]), (old[0], new[1]))


def test_an_id_that_went_is_known_by_its_words() -> None:
    made = match([point("a", HALF)], [point("b", HALF)])
    assert (len(made.pairs), made.added, made.withdrawn) == (1, (), ())


def test_or_by_nearly_the_same_words() -> None:
    made = match([point("a", HALF), point("x", OTHER)], [point("b", THIRD)])
    assert [(old.id, new.id) for old, new in made.pairs] == [("a", "b")]
    assert [entry.id for entry in made.withdrawn] == ["x"]


def test_the_nearest_goes_first() -> None:
    made = match([point("a", HALF), point("b", THIRD)], [point("c", THIRD + " Enfin.")])
    assert [(old.id, new.id) for old, new in made.pairs] == [("b", "c")]


def test_other_words_under_another_id_are_another_item() -> None:
    made = match([point("a", HALF)], [point("b", OTHER)])
    assert made.pairs == ()
    assert ([e.id for e in made.added], [e.id for e in made.withdrawn]) == (["b"], ["a"])


def test_an_id_may_stand_twice() -> None:
    old = [point("", HALF), point("", OTHER)]
    assert match(old, old[::-1]).pairs == ((old[1], old[1]), (old[0], old[0]))


def test_where_there_are_no_ids_words_alone_tell() -> None:
    half, third, other = (Entry(ItemKind.INTRODUCTION, "", text) for text in (HALF, THIRD, OTHER))
    made = match([other, half], [third])
    assert (made.pairs, made.withdrawn, made.added) == (((half, third),), (other,), ())
    made = match([half], [other])
    assert (made.pairs, made.withdrawn, made.added) == ((), (half,), (other,))


@given(ENTRIES, ENTRIES)
def test_every_item_is_once_in_the_matching(old: list[Entry], new: list[Entry]) -> None:
    made = match(old, new)
    key = repr
    assert sorted([*(a for a, _ in made.pairs), *made.withdrawn], key=key) == sorted(old, key=key)
    assert sorted([*(b for _, b in made.pairs), *made.added], key=key) == sorted(new, key=key)


@given(ENTRIES, ENTRIES)
def test_seen_backwards_the_matching_is_the_same(old: list[Entry], new: list[Entry]) -> None:
    there, back = match(old, new), match(new, old)
    assert sorted(map(repr, there.pairs)) == sorted(repr((a, b)) for b, a in back.pairs)


WORDINGS = st.lists(st.sampled_from("un deux trois quatre cinq six sept".split()), max_size=9)


@given(st.lists(WORDINGS, max_size=6), st.lists(WORDINGS, max_size=6))
def test_no_near_pair_is_overlooked(old: list[list[str]], new: list[list[str]]) -> None:
    ours = [point(f"a{place}", " ".join(words)) for place, words in enumerate(old)]
    theirs = [point(f"b{place}", " ".join(words)) for place, words in enumerate(new)]
    made = match(ours, theirs)
    assert [
        (gone.text, come.text)
        for gone in made.withdrawn
        for come in made.added
        if similarity(gone.text, come.text) >= SIMILAR
    ] == []
