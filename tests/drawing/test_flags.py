"""What labels say, and how their words are broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.drawing import Fact
from briefing.drawing.flags import MEASURE, SIZE, Flag, balanced, flags, wrap
from briefing.drawing.values import Box, Mark
from briefing.drawing.widths import width
from tests.drawing.figures import fact

TEXTS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=14).map(" ".join)


@given(TEXTS, st.floats(20, 120), st.floats(20, 120))
def test_lines_hold_all_words_and_fit(text: str, room: float, first: float) -> None:
    lines = wrap(text, room, width, first=first)
    assert " ".join(lines) == text
    for number, line in enumerate(lines):
        assert " " not in line or width(line, SIZE) <= (room if number else first)


@given(TEXTS)
def test_balanced_lines_are_as_few_and_no_longer(text: str) -> None:
    plain = wrap(text, MEASURE, width, first=MEASURE - 8)
    even = balanced(text, MEASURE, width, first=MEASURE - 8)
    assert " ".join(even) == text
    assert len(even) == len(plain)
    longest = [max(width(line, SIZE) for line in lines) for lines in (even, plain)]
    assert longest[0] <= longest[1]


def said(*facts: Fact, worded: bool = True) -> list[Flag]:
    marks = [Mark(n, f, 50.0, 50.0, -7.0 * n, Box(47, -9, 5, 5)) for n, f in enumerate(facts, 1)]
    return flags(marks, [f.date.edtf for f in facts], width, worded=worded)


def lines(flag: Flag) -> list[list[str]]:
    return [[text for text, _ in line] for line in flag.lines]


def test_a_wording_follows_its_number() -> None:
    (flag,) = said(fact("2025-01-01", "Un accord"))
    assert lines(flag) == [["2025-01-01"], ["1", "Un accord"]]


def test_without_wording_the_number_stands_by_the_date() -> None:
    (flag,) = said(fact("2025-01-01"), fact("2025-01-01"))
    assert lines(flag) == [["2025-01-01", "1, 2"]]


def test_numbers_follow_what_is_worded() -> None:
    (flag,) = said(fact("2025-01-01"), fact("2025-01-01", "Un accord"), fact("2025-01-01"))
    assert lines(flag) == [["2025-01-01"], ["2", "Un accord"], ["1, 3"]]


def test_many_numbers_have_lines_of_their_own() -> None:
    (flag,) = said(*[fact("2025-01-01")] * 30)
    date, *numbers = lines(flag)
    assert date == ["2025-01-01"]
    assert ", ".join(str(n) for n in range(1, 31)) == " ".join(line for (line,) in numbers)
    assert len(numbers) > 1


def test_wordings_may_be_left_out() -> None:
    (flag,) = said(fact("2025-01-01", "Un accord"), worded=False)
    assert lines(flag) == [["2025-01-01", "1"]]


def test_a_date_that_is_inferred_has_a_flag_of_its_own_in_brackets() -> None:
    facts = [fact("2025-01-01", inferred=inferred) for inferred in (True, True, False)]
    told = {lines(flag)[0][0]: flag.numbers for flag in said(*facts)}
    assert told == {"[2025-01-01]": (1, 2), "2025-01-01": (3,)}


def test_a_leader_rises_from_the_highest_mark() -> None:
    (flag,) = said(fact("2025-01-01"), fact("2025-01-01"))
    assert (flag.leader, flag.foot) == (50.0, -14.0)
