"""Names of what the attachments describe."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from briefing.outputs.attached.identity import named_by_hash, urn


def test_a_hash_is_named_as_rfc_6920_shows() -> None:
    """Section 8.1: the SHA-256 of « Hello World! »."""
    digest = hashlib.sha256(b"Hello World!").hexdigest()
    assert named_by_hash(digest) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_name_is_that_of_all_its_parts(one: list[str], other: list[str]) -> None:
    assert (urn(*one) == urn(*other)) == (one == other)
    assert urn(*one).startswith("urn:uuid:")


def test_a_name_stays_from_one_version_to_the_next() -> None:
    assert urn("agent", "Claire Martin") == "urn:uuid:d9e0e725-30f7-56a4-b9df-1c4fa1c1002c"
