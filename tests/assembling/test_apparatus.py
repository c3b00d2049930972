"""Notes: each extract is quoted once, and numbers follow the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.apparatus import Apparatus
from briefing.model.extract import Extract
from briefing.model.notes import Call
from briefing.model.vocabulary import Status
from tests.builders import dossier, extract, source

A = extract("one#a")
B = extract("one#b")
C = extract("two#c")
D = extract("three#d")


@pytest.fixture
def apparatus() -> Apparatus:
    """An apparatus that has called nothing yet."""
    return Apparatus(dossier(A, B, C, D))


def quoted(call: Call | None) -> list[str]:
    note = call.note if call else None
    return [entry.extract.id for entry in note.entries] if note else []


def test_what_rests_on_nothing_calls_nothing(apparatus: Apparatus) -> None:
    assert apparatus.call([]) is None
    assert apparatus.notes == ()


def test_extracts_called_together_share_a_note(apparatus: Apparatus) -> None:
    call = apparatus.call([A, C])
    assert quoted(call) == ["one#a", "two#c"]
    assert [note.number for note in apparatus.notes] == [1]


def test_a_later_call_recalls_the_note_that_quotes_it(apparatus: Apparatus) -> None:
    apparatus.call([A])
    again = apparatus.call([A])
    assert again == Call(recalled=(1,))
    assert len(apparatus.notes) == 1


def test_a_call_may_recall_one_note_and_open_another(apparatus: Apparatus) -> None:
    apparatus.call([A])
    call = apparatus.call([C, A])
    assert call is not None
    assert call.recalled == (1,)
    assert quoted(call) == ["two#c"]
    assert call.note is not None
    assert call.note.number == 2


def test_recalled_numbers_stand_in_order_and_once(apparatus: Apparatus) -> None:
    apparatus.call([A])
    apparatus.call([C, D])
    assert apparatus.call([D, C, A]) == Call(recalled=(1, 2))


def test_an_extract_cited_twice_in_one_place_is_quoted_once(apparatus: Apparatus) -> None:
    found = apparatus.find(["one#a", "one#a", "two#c"])
    assert quoted(apparatus.call(found)) == ["one#a", "two#c"]


def test_sources_are_numbered_as_they_are_cited(apparatus: Apparatus) -> None:
    apparatus.call([D])
    apparatus.call([A, C])
    numbers = {entry.source.id: entry.number for entry in apparatus.bibliography()}
    assert numbers == {"three": 1, "one": 2, "two": 3}


def test_an_uncited_source_comes_last_and_says_so() -> None:
    apparatus = Apparatus(dossier(A, C, sources=[source("one"), source("unread"), source("two")]))
    apparatus.call([C])
    apparatus.call([A])
    listed = [(entry.source.id, entry.cited) for entry in apparatus.bibliography()]
    assert listed == [("two", True), ("one", True), ("unread", False)]


def test_a_source_tells_how_many_extracts_it_gave(apparatus: Apparatus) -> None:
    taken = {entry.source.id: entry.extracts for entry in apparatus.bibliography()}
    assert taken == {"one": 2, "two": 1, "three": 1}


def test_support_sums_up_its_extracts(apparatus: Apparatus) -> None:
    support = apparatus.support([A, B, C])
    assert support.extracts == ("one#a", "one#b", "two#c")
    assert support.sources == 2
    assert support.numbers == (1, 2)
    assert not support.single


@pytest.mark.parametrize(
    ("speakers", "anonymous"),
    [
        (["anonyme, un diplomate"], True),
        (["anonyme, un diplomate", "anonyme"], True),
        (["anonyme, un diplomate", "Vladimir Poutine"], False),
        ([], False),
    ],
)
def test_support_is_anonymous_when_all_of_it_is(
    speakers: Sequence[str], *, anonymous: bool
) -> None:
    said = [extract(f"one#{i}", said_by=name) for i, name in enumerate(speakers)]
    assert Apparatus(dossier(*said)).support(said).anonymous is anonymous


@pytest.mark.parametrize(
    ("statuses", "analytical"),
    [
        ([Status.ANALYSIS, Status.HYPOTHESIS], True),
        ([Status.ANALYSIS, Status.FACT], False),
        ([Status.CLAIM], False),
        ([None], False),
    ],
)
def test_support_is_analytical_when_nobody_states_a_fact(
    statuses: Sequence[Status | None], *, analytical: bool
) -> None:
    said = [extract(f"one#{i}", status=status) for i, status in enumerate(statuses)]
    assert Apparatus(dossier(*said)).support(said).analytical is analytical


POOL = tuple(extract(f"{name}#{i}") for name in ("one", "two", "three") for i in range(3))
CALLS = st.lists(st.lists(st.sampled_from(POOL), max_size=4, unique=True), max_size=10)


def numbers_met(calls: Sequence[Call | None]) -> Iterator[int]:
    """Yield the numbers a reader meets, in order."""
    for call in filter(None, calls):
        yield from call.recalled
        if call.note:
            yield call.note.number


@given(CALLS)
def test_notes_are_numbered_from_one_without_a_gap(calls: list[list[Extract]]) -> None:
    apparatus = Apparatus(dossier(*POOL))
    made = [apparatus.call(extracts) for extracts in calls]
    fresh = [call.note.number for call in made if call and call.note]
    assert fresh == list(range(1, len(apparatus.notes) + 1))
    assert [note.number for note in apparatus.notes] == fresh


@given(CALLS)
def test_each_extract_is_quoted_once_and_always_reachable(calls: list[list[Extract]]) -> None:
    apparatus = Apparatus(dossier(*POOL))
    home: dict[str, int] = {}
    for extracts in calls:
        call = apparatus.call(extracts)
        for id_ in quoted(call):
            assert id_ not in home
            home[id_] = apparatus.notes[-1].number
        assert {home[e.id] for e in extracts} == set(numbers_met([call]))


@given(CALLS)
def test_sources_keep_the_order_of_their_first_note(calls: list[list[Extract]]) -> None:
    apparatus = Apparatus(dossier(*POOL))
    for extracts in calls:
        apparatus.call(extracts)
    met = [entry.source.number for note in apparatus.notes for entry in note.entries]
    assert list(dict.fromkeys(met)) == list(range(1, len(set(met)) + 1))
