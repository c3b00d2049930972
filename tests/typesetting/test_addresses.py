"""Where an address may go over to the next line."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.addresses import parts


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        (
            "https://www.exemple.fr/monde/2025/un-titre_long.html",
            "https://www.exemple.fr|/monde|/2025|/un|-titre|_long|.html",
        ),
        (
            "https://exemple.fr/?page=12&lang=fr#notes",
            "https://exemple.fr/|?page=12&|lang=fr|#notes",
        ),
        ("10.1000/abc.2025-3", "10.1000/abc.2025-3"),
        ("10.5555/revue.des.transports-2025.0003", "10.5555|/revue|.des|.transports|-2025|.0003"),
        ("https://x.fr/", "https://x.fr/"),
        ("mailto:a@b.fr", "mailto:a@b.fr"),
        ("https://t.me/" + "a" * 40, "https://t.me|/" + "a" * 23 + "|" + "a" * 17),
        (
            "https://publications.observatoire.exemple.fr/a",
            "https://|publications.observatoir|e.exemple.fr/a",
        ),
        ("", ""),
    ],
)
def test_an_address_breaks_before_its_signs(address: str, seen: str) -> None:
    assert "|".join(parts(address)) == seen


ADDRESS = st.text(alphabet="ab1/.-_?&=#%~:,é", max_size=80)


@given(ADDRESS)
def test_nothing_is_added_or_lost(address: str) -> None:
    assert "".join(parts(address)) == address


@given(ADDRESS)
def test_no_line_ends_in_a_hyphen_unless_it_is_full(address: str) -> None:
    found = parts(address)
    pairs = itertools.pairwise(found)
    assert not [a for a, b in pairs if a.endswith("-") and len(a) + len(b) <= 32]


@given(ADDRESS)
def test_no_part_is_too_long_for_a_line(address: str) -> None:
    assert all(len(part) <= 32 for part in parts(address))
