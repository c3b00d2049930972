"""Corroboration counts those who say so independently, not those who repeat it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.corroboration import distinct_sources
from briefing.model.extract import Extract
from tests.builders import extract

Said = tuple[str, tuple[str, ...]]
"""A document and the origins it names for what it says."""


def count(*said: Said) -> int:
    return distinct_sources(of(*said))


def of(*said: Said) -> list[Extract]:
    return [extract(f"{name}#{i}", via=via) for i, (name, via) in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([], 0),
        ([("a", ())], 1),
        ([("a", ()), ("a", ())], 1),
        ([("a", ()), ("b", ())], 2),
    ],
)
def test_a_document_counts_once(said: list[Said], sources: int) -> None:
    assert count(*said) == sources


def test_a_document_that_names_many_media_is_one_source() -> None:
    media = ("Politico", "CNN", "Reuters", "Interfax")
    assert count(("marquette", media), ("marquette", ("BBC",)), ("marquette", ())) == 1


def test_two_documents_that_relay_one_origin_are_one_source() -> None:
    assert count(("a", ("Truth Social",)), ("b", ("truth social",))) == 1


def test_two_documents_with_an_origin_each_are_two_sources() -> None:
    assert count(("a", ("Reuters",)), ("b", ("Interfax",))) == 2


def test_what_a_document_says_for_itself_counts_beside_what_it_relays() -> None:
    """The second document relays Reuters; the first also speaks for itself."""
    assert count(("a", ("Reuters",)), ("a", ()), ("b", ("Reuters",))) == 2


def test_the_best_attribution_is_found_whatever_comes_first() -> None:
    """`a` may stand for either agency; `b` leaves it only one."""
    assert count(("a", ("Reuters", "Interfax")), ("b", ("Interfax",))) == 2
    assert count(("a", ("Interfax", "Reuters")), ("b", ("Interfax",)), ("c", ("Reuters",))) == 2


SAID = st.tuples(
    st.sampled_from("abcde"),
    st.lists(st.sampled_from(["R", "I", "P"]), max_size=3, unique=True).map(tuple),
)
ALL_SAID = st.lists(SAID, max_size=8)


@given(ALL_SAID)
def test_there_are_no_more_sources_than_documents(said: list[Said]) -> None:
    assert count(*said) <= len({name for name, _ in said})


@given(ALL_SAID)
def test_there_are_no_more_sources_than_origins(said: list[Said]) -> None:
    origins = {origin for name, via in said for origin in (via or (f"document {name}",))}
    assert count(*said) <= len(origins)


@given(ALL_SAID)
def test_something_said_has_a_source(said: list[Said]) -> None:
    assert (count(*said) > 0) is bool(said)


@given(ALL_SAID, SAID)
def test_one_more_extract_never_takes_a_source_away(said: list[Said], more: Said) -> None:
    assert count(*said) <= count(*said, more) <= count(*said) + 1


@given(ALL_SAID.flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))))
def test_the_order_of_extracts_changes_nothing(orders: tuple[list[Said], list[Said]]) -> None:
    assert count(*orders[0]) == count(*orders[1])
