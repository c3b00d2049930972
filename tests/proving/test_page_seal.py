"""What a PDF says of its pages: nothing changed goes unseen, and the page is named."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from briefing.proving.page_seal import compare_pages, seal_pages

digests = st.lists(st.integers(0, 50).map(lambda n: hashlib.sha256(bytes([n])).hexdigest()))


@given(digests)
def test_the_pages_as_they_were_are_intact(pages: list[str]) -> None:
    found = compare_pages(seal_pages(pages), pages)
    assert (found.made, found.changed, found.intact) == (len(pages), (), True)


@given(digests, digests)
def test_other_pages_are_not_and_those_that_differ_are_named(
    made: list[str], now: list[str]
) -> None:
    found = compare_pages(seal_pages(made), now)
    assert found.intact == (made == now)
    differ = [n for n, page in enumerate(now, 1) if made[n - 1 : n] != [page]]
    assert list(found.changed) == differ


def test_pages_alike_in_their_mark_alone_are_not_intact() -> None:
    page = hashlib.sha256(b"a").hexdigest()
    found = compare_pages(seal_pages([page]), [page[:-1] + "?"])
    assert (found.changed, found.intact) == ((), False)


@given(st.text())
def test_no_seal_of_another_makes_pages_intact(seal: str) -> None:
    assert not compare_pages(seal, [hashlib.sha256(b"a").hexdigest()]).intact


def test_the_seal_is_short() -> None:
    assert len(seal_pages(["0" * 64] * 10)) == 64 + 10 * 13
