"""Where flags fly."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefing.drawing.flags import Flag
from briefing.drawing.labels import place
from briefing.drawing.values import Box

WIDE = 400.0


def flag(leader: float, wide: float = 60.0, lines: int = 1) -> Flag:
    return Flag((1,), leader, -7.0, ((("a", "date"),),) * lines, (wide,))


FLAGS = st.lists(
    st.builds(flag, st.floats(0, WIDE), st.floats(20, 90), st.integers(1, 4)),
    min_size=1,
    max_size=14,
)


@given(FLAGS)
def test_placed_flags_touch_neither_each_other_nor_a_leader(flown: list[Flag]) -> None:
    boxes = place(flown, [], 0.0, WIDE)
    if boxes is None:
        return
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for one, box in zip(flown, boxes, strict=True):
        assert box.bottom < one.foot
        for other in boxes:
            inside = other.x + 0.02 < one.leader < other.right - 0.02
            assert not (inside and box.bottom < other.y)


@given(st.lists(st.floats(0, WIDE - 100), min_size=1, max_size=12))
def test_with_room_to_the_right_there_is_always_a_place(leaders: list[float]) -> None:
    assert place([flag(leader) for leader in leaders], [], 0.0, WIDE) is not None


def test_a_flag_near_the_right_end_flies_to_the_left() -> None:
    boxes = place([flag(10), flag(390)], [], 0.0, WIDE)
    assert boxes is not None
    left, right = boxes
    assert left.x == 10
    assert right.right == 390


def test_a_later_flag_flies_lower() -> None:
    boxes = place([flag(100), flag(110), flag(120)], [], 0.0, WIDE)
    assert boxes is not None
    assert [box.y for box in boxes] == sorted(box.y for box in boxes)


def test_a_flag_flies_over_the_marks() -> None:
    mark = Box(110, -60, 5, 5)
    (free,), (over,) = (place([flag(100)], found, 0.0, WIDE) or [] for found in ([], [mark]))
    assert free.bottom > mark.y
    assert over.bottom < mark.y


def test_there_may_be_no_way() -> None:
    assert place([flag(x) for x in range(0, 400, 30)], [], 0.0, WIDE) is None
