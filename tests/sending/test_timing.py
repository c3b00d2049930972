"""Turns, back-off and rates, without a clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.sending.addresses import Address
from briefing.sending.timing import Turns, back_off, parse_rate

PEOPLE = [Address(f"p{number}", "exemple.fr") for number in range(4)]


@pytest.mark.parametrize(
    ("text", "interval"), [("30/min", 2), ("30", 2), ("5/s", 0.2), ("1800/h", 2), (" 60 / min ", 1)]
)
def test_a_rate_is_an_interval(text: str, interval: float) -> None:
    assert parse_rate(text) == pytest.approx(interval)


@pytest.mark.parametrize("text", ["0/min", "-1", "vite", "3/jour", "1.5/s", "", "٣/min/s"])
def test_what_is_no_rate(text: str) -> None:
    with pytest.raises(UsageError, match="isn't a rate"):
        parse_rate(text)


def test_each_wait_is_three_times_the_last_up_to_half_an_hour() -> None:
    assert [back_off(60, attempt) for attempt in range(1, 6)] == [60, 180, 540, 1620, 1800]


def test_those_put_off_come_after_the_others_and_in_time() -> None:
    turns = Turns(PEOPLE, wait=10, attempts=2)
    first = turns.take()
    assert turns.put_off(first, now=0)
    rest = [turns.take() for _ in range(3)]
    assert [turn.recipient for turn in [first, *rest]] == PEOPLE
    assert turns.due == 10
    again = turns.take()
    assert (again.recipient, again.attempt) == (PEOPLE[0], 2)
    assert not turns.put_off(again, now=10)
    assert not turns


@given(st.integers(1, 5), st.lists(st.booleans(), max_size=60))
def test_everyone_is_tried_at_least_once_and_so_often_at_most(
    attempts: int, answers: list[bool]
) -> None:
    turns = Turns(PEOPLE, wait=1, attempts=attempts)
    tried: list[Address] = []
    drawn = iter(answers)
    while turns:
        turn = turns.take()
        tried.append(turn.recipient)
        if not next(drawn, True):
            turns.put_off(turn, now=float(len(tried)))
    counts = [tried.count(one) for one in PEOPLE]
    assert min(counts) >= 1
    assert max(counts) <= attempts
