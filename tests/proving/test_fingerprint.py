"""The fingerprint of a set of files."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefing.proving.fingerprint import fingerprint

FILES = st.lists(st.tuples(st.text(max_size=4), st.binary(max_size=4)), max_size=4)


@given(files=FILES, chance=st.randoms())
def test_the_order_makes_no_difference(files: list[tuple[str, bytes]], chance: Random) -> None:
    shuffled = list(files)
    chance.shuffle(shuffled)
    assert fingerprint(shuffled) == fingerprint(files)


@given(one=FILES, other=FILES)
def test_other_files_have_another(
    one: list[tuple[str, bytes]], other: list[tuple[str, bytes]]
) -> None:
    assert (fingerprint(one) == fingerprint(other)) is (sorted(one) == sorted(other))


def test_a_name_and_its_content_arent_mistaken_for_each_other() -> None:
    assert fingerprint([("a", b"bc")]) != fingerprint([("ab", b"c")])
