"""An anchor is stable, ASCII, and belongs to one item only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.anchors import anchor

LOCAL = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,6}", fullmatch=True)
IDS = st.builds("{}#{}".format, LOCAL, LOCAL)


def test_an_anchor_needs_no_escaping_in_a_link() -> None:
    made = anchor("partie", "états-unis & alliés")
    assert made.isascii()
    assert not set(made) & set(" &\"'<>#%?/")


def test_two_extracts_that_a_hyphen_tells_apart_have_two_anchors() -> None:
    assert anchor("position", "a-b#c") != anchor("position", "a#b-c")


@given(IDS, IDS)
def test_two_extracts_never_share_an_anchor(first: str, second: str) -> None:
    assert (anchor("position", first) == anchor("position", second)) is (first == second)


@given(IDS)
def test_two_kinds_never_share_an_anchor(id_: str) -> None:
    assert anchor("position", id_) != anchor("date", id_)
