"""Chronologie: dated facts in order, whatever the precision of their dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.vocabulary import Dating, Kind
from tests.builders import DATES, assembled, dossier, event, extract


def order(*dates: str) -> list[str]:
    """Return the dates of a chronology whose events come in the order of `dates`."""
    events = [event(f"a#{i}", date) for i, date in enumerate(dates)]
    return [item.date.edtf for item in assembled(dossier(*events)).events]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025-02-12", "2025-02-13"),
        ("2024-12-31", "2025"),
        ("2025", "2025-01-01"),
        ("2025-02", "2025-02-01"),
        ("2025-11-04/2025-11-05", "2025-11-05"),
        ("2025-02-28", "2025-21"),  # spring begins in March
        ("2025-21", "2025-04"),
        ("2025-11-30", "2025-24"),  # winter, in December
        ("../2025-08", "2025-09"),
        ("2025-07", "../2025-08"),
        ("2025-08/..", "2025-09"),
        ("2025-02-12~", "2025-02-13"),
        ("2025-02-12?", "2025-02-13"),
    ],
)
def test_the_earlier_date_stands_first(first: str, second: str) -> None:
    wanted = [first, second]
    assert order(second, first) == wanted
    assert order(first, second) == wanted


def test_events_of_one_date_keep_the_order_of_the_dossier() -> None:
    events = [event(f"a#{name}", "2025-02-12") for name in ("second", "first")]
    found = assembled(dossier(*events)).events
    assert [item.support.extracts for item in found] == [("a#second",), ("a#first",)]


@given(st.lists(st.sampled_from(DATES), max_size=8))
def test_every_event_is_there_once_and_in_order(dates: list[str]) -> None:
    events = [event(f"a#{i}", date) for i, date in enumerate(dates)]
    found = assembled(dossier(*events)).events
    assert sorted(item.support.extracts[0] for item in found) == sorted(e.id for e in events)
    keys = [item.date.sort_key for item in found]
    assert keys == sorted(keys)


@pytest.mark.parametrize("dating", list(Dating))
def test_an_event_says_whether_its_date_is_inferred(dating: Dating) -> None:
    (found,) = assembled(dossier(event("a#1", "2025-02-12", dating=dating))).events
    assert found.dating is dating


def test_only_events_make_the_chronology() -> None:
    said = extract("a#dated", kinds=(Kind.FIGURE,), date="2025-02-12")
    assert assembled(dossier(said)).events == ()


def test_what_is_both_event_and_position_stands_in_both() -> None:
    said = extract("a#both", kinds=(Kind.POSITION, Kind.EVENT), date="2025-02-12")
    briefing = assembled(dossier(said))
    assert [item.support.extracts for item in briefing.events] == [("a#both",)]
    assert any(party.issues for party in briefing.positions)
    assert len(briefing.notes) == 1
