"""Facts and figures for the tests of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from briefing.drawing import Fact, Timeline, Words, lay_out
from briefing.drawing.values import LEGEND
from briefing.drawing.widths import width
from briefing.model.vocabulary import Status
from briefing.typesetting.dates import format_date
from tests.builders import edtf

WORDS = Words(
    month=lambda month: f"m{month}",
    date=lambda value: format_date(value, short=True),
    gap=lambda days: f"{days} j",
    legend={form: str(form) for form in LEGEND},
)


def fact(
    written: str, text: str = "", status: Status | None = None, *, inferred: bool = False
) -> Fact:
    """Return the fact of a date in EDTF."""
    return Fact(edtf(written), f"date-{written}", text, status, inferred)


def laid_out(facts: Sequence[Fact], width_: float = 470.0) -> Timeline:
    """Return the figure of facts that are to be drawn."""
    figure = lay_out(facts, WORDS, width, width=width_)
    assert figure is not None
    return figure


def _day(start: date, days: int) -> str:
    return (start + timedelta(days=days)).isoformat()


_START = date(2019, 3, 1)
_DAYS = st.builds(_day, st.just(_START), st.integers(0, 2500))
_NEAR = st.builds(_day, st.just(_START), st.integers(0, 40))
_MONTHS = st.builds("{}-{:02}".format, st.integers(2018, 2024), st.integers(1, 12))
_SEASONS = st.builds("{}-{}".format, st.integers(2018, 2024), st.integers(21, 24))
_YEARS = st.builds(str, st.integers(1950, 2060))
_ENDS = st.lists(_DAYS, min_size=2, max_size=2).map(lambda pair: "/".join(sorted(pair)))
_DATES = st.one_of(
    _DAYS, _NEAR, _MONTHS, _SEASONS, _YEARS, _ENDS, _DAYS.map("{}~".format),
    _DAYS.map("{}/..".format), _DAYS.map("../{}".format),
)  # fmt: skip
_TEXTS = st.one_of(
    st.just(""),
    st.lists(st.sampled_from("accord de principe négociation anticonstitutionnellement à".split()),
             min_size=1, max_size=9).map(" ".join),
)  # fmt: skip
FACTS = st.builds(
    fact,
    st.one_of(_DATES, _NEAR),
    _TEXTS,
    st.sampled_from([None, *Status]),
    inferred=st.booleans(),
)


def in_order(facts: list[Fact]) -> list[Fact]:
    """Return facts as a chronology has them."""
    return sorted(facts, key=lambda one: one.date.sort_key)


CHRONOLOGIES = st.lists(FACTS, min_size=3, max_size=45).map(in_order)
