"""The laws of a figure, on any chronology; and what it says where there is little room."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.drawing import Fact, Timeline, lay_out
from briefing.drawing.days import days_of
from briefing.drawing.flags import SIZE
from briefing.drawing.widths import width
from briefing.model.dates import Date
from tests.drawing.figures import CHRONOLOGIES, WORDS, fact, in_order, laid_out

NEARLY = 0.02


def drawn(facts: list[Fact]) -> Timeline:
    figure = lay_out(facts, WORDS, width)
    assume(figure is not None)
    assert figure is not None
    return figure


# ---- Laws ----------------------------------------------------------------------------------


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_nothing_collides(facts: list[Fact]) -> None:
    figure = drawn(facts)
    boxes = [label.box for label in figure.labels]
    marks = [mark.box for mark in figure.marks]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(one.meets(other) for one, other in combinations(marks, 2))
    assert not any(box.meets(mark) for box in boxes for mark in marks)


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_no_leader_crosses_a_label(facts: list[Fact]) -> None:
    figure = drawn(facts)
    for one in figure.labels:
        assert min(abs(one.leader - one.box.x), abs(one.leader - one.box.right)) < NEARLY
        for other in figure.labels:
            inside = other.box.x + NEARLY < one.leader < other.box.right - NEARLY
            passes = one.box.y < other.box.bottom and one.foot > other.box.y
            assert one is other or not (inside and passes)


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_all_is_inside_the_frame(facts: list[Fact]) -> None:
    figure = drawn(facts)
    for box in [x.box for x in figure.labels] + [x.box for x in figure.marks]:
        assert box.y >= 0
        assert box.bottom <= figure.axis + NEARLY
    for box in (label.box for label in figure.labels):
        assert box.x >= -NEARLY
        assert box.right <= figure.width + NEARLY
    assert figure.axis < figure.height


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_every_fact_is_drawn_once_and_in_order(facts: list[Fact]) -> None:
    figure = drawn(facts)
    assert [mark.fact for mark in figure.marks] == facts
    assert [mark.number for mark in figure.marks] == [*range(1, len(facts) + 1)]
    if figure.labels:
        numbers = [number for label in figure.labels for number in label.numbers]
        assert sorted(numbers) == [*range(1, len(facts) + 1)]
    else:
        assert [mark.runs[0].text for mark in figure.marks] == [
            str(mark.number) for mark in figure.marks
        ]


@given(CHRONOLOGIES)
@settings(max_examples=60, deadline=None)
def test_marks_are_true_to_scale(facts: list[Fact]) -> None:
    """Every segment has the same scale, and every mark its place on its segment."""
    figure = drawn(facts)
    scales = [(s.right - s.x) / (s.last - s.first) for s in figure.segments]
    assert max(scales) - min(scales) < 1e-9
    for mark in figure.marks:
        span = days_of(mark.fact.date)
        assert span is not None
        (segment,) = (s for s in figure.segments if s.first <= span.first and span.last <= s.last)
        first = segment.x + (span.first - segment.first) * scales[0]
        last = segment.x + (span.last - segment.first) * scales[0]
        if span.last - span.first == 1:
            first = last = (first + last) / 2
        assert (mark.first, mark.last) == pytest.approx((first, last))


@given(CHRONOLOGIES)
@settings(max_examples=40, deadline=None)
def test_later_is_never_further_left(facts: list[Fact]) -> None:
    figure = drawn(facts)
    for one, other in combinations(figure.marks, 2):
        first, second = days_of(one.fact.date), days_of(other.fact.date)
        assert first is not None
        assert second is not None
        if first.last <= second.first:
            assert one.last <= other.first + NEARLY


@given(CHRONOLOGIES)
@settings(max_examples=40, deadline=None)
def test_words_stay_in_their_label(facts: list[Fact]) -> None:
    for label in drawn(facts).labels:
        for run in label.runs:
            assert label.box.x - NEARLY <= run.x
            reach = run.x + width(run.text, SIZE, bold=run.style != "words")
            assert reach <= label.box.right + NEARLY
            assert label.box.y < run.y < label.box.bottom


@given(CHRONOLOGIES)
@settings(max_examples=40, deadline=None)
def test_the_axis_is_one_line_with_breaks(facts: list[Fact]) -> None:
    figure = drawn(facts)
    assert len(figure.breaks) == len(figure.segments) - 1
    for (before, after), cut in zip(pairwise(figure.segments), figure.breaks, strict=True):
        assert (cut.x, cut.right) == (before.right, after.x)
        assert before.last < after.first
        assert cut.text.text == f"{after.first - before.last} j"


@given(CHRONOLOGIES, st.floats(400, 900))
@settings(max_examples=20, deadline=None)
def test_a_figure_is_as_wide_as_it_is_told(facts: list[Fact], wide: float) -> None:
    figure = lay_out(facts, WORDS, width, width=wide)
    assume(figure is not None)
    assert figure is not None
    assert figure.width == wide
    assert figure.segments[-1].right <= wide


# ---- Cases ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dates",
    [
        (),
        ("2025-01-01", "2025-03-01"),
        ("2025-01-01", "2025-01-01", "2025-01-01"),
        ("2025", "2025", "2025"),
    ],
)
def test_too_little_to_be_seen_is_not_drawn(dates: tuple[str, ...]) -> None:
    assert lay_out([fact(date) for date in dates], WORDS, width) is None


def test_a_fact_without_date_has_no_place() -> None:
    undated = Fact(Date("..", None), "a")
    with pytest.raises(ValueError, match=r"\.\."):
        lay_out([undated] * 3, WORDS, width)


def test_facts_of_one_date_share_a_label() -> None:
    figure = laid_out([fact("2025-01-01"), fact("2025-01-01"), fact("2025-06-01")])
    assert [label.numbers for label in figure.labels] == [(1, 2), (3,)]
    assert figure.marks[0].y > figure.marks[1].y  # stacked over one place
    assert figure.marks[0].first == figure.marks[1].first


def texts(figure: Timeline) -> list[str]:
    return [run.text for label in figure.labels for run in label.runs]


def test_words_are_shown_while_there_is_room() -> None:
    few = [fact(f"2025-{month:02}-10", "Un accord de principe") for month in range(1, 8)]
    assert "accord" in " ".join(texts(laid_out(few)))


def test_then_the_dates_and_numbers_alone() -> None:
    many = [
        fact(f"2025-{m:02}-{d}", "Un accord de principe") for m in range(1, 10) for d in (10, 20)
    ]
    told = texts(laid_out(many))
    assert "accord" not in " ".join(told)
    assert {"10 mai 2025".replace(" ", "\u00a0"), "9"} <= set(told)


def test_then_only_the_numbers() -> None:
    crowd = in_order([fact(f"2025-{m:02}-{d:02}") for m in range(1, 13) for d in range(1, 29, 4)])
    figure = laid_out(crowd)
    assert figure.labels == ()
    assert [mark.runs[0].text for mark in figure.marks] == [str(n) for n in range(1, 85)]
