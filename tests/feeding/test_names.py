"""Ids that last, addresses, moments."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.feeding.names import address, entry_id, feed_id, host_of, is_base, is_tag, moment
from tests.feeding.making import BASE, settings

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1)


@given(NAMES)
def test_an_address_holds_the_name_and_only_signs_of_addresses(name: str) -> None:
    made = address(BASE, name)
    assert unquote(urlsplit(made).path) == f"/notes/{name}"
    assert re.fullmatch(r"[A-Za-z0-9._~%:/-]+", made)


@given(NAMES, NAMES)
def test_ids_differ_as_names_do(one: str, other: str) -> None:
    for tag in ("", "exemple.org,2026"):
        by = settings(tag=tag)
        assert (entry_id(one, by) == entry_id(other, by)) is (one == other)
        assert entry_id(one, by) != feed_id(settings(tag=tag, name=one))


def test_an_id_holds_whatever_the_scheme_or_the_slash() -> None:
    ids = {
        entry_id("note", settings(base=base))
        for base in ("https://exemple.org/notes", "http://EXEMPLE.org/notes/")
    }
    assert len(ids) == 1
    assert ids.pop() == "urn:uuid:6cae15a9-c795-5180-94b8-ca211a4daa95"


def test_a_tag_outlasts_the_address() -> None:
    ids = {entry_id("l'été", settings(tag="exemple.org,2026", base=base)) for base in "ab"}
    assert ids == {"tag:exemple.org,2026:briefing/l%27%C3%A9t%C3%A9"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-06-02", "2025-06-02T00:00:00Z"),
        ("2025-06", "2025-06-01T00:00:00Z"),
        ("2025", "2025-01-01T00:00:00Z"),
        ("2025-13-01", ""),
        ("0000", ""),
        ("hier", ""),
        ("", ""),
    ],
)
def test_a_date_becomes_its_first_moment(date: str, expected: str) -> None:
    assert moment(date) == expected


@given(st.dates())
def test_a_moment_is_read_back(day: datetime) -> None:
    assert datetime.fromisoformat(moment(day.isoformat())).date() == day


@pytest.mark.parametrize(
    ("base", "sound"),
    [
        ("https://exemple.org", True),
        ("http://localhost:8000/a/b/", True),
        ("https://exemple.org/l%27%C3%A9t%C3%A9/", True),
        ("exemple.org/notes", False),
        ("ftp://exemple.org/", False),
        ("javascript:alert(1)", False),
        ("https://jean@exemple.org/", False),
        ("https://exemple.org/?a=1", False),
        ("https://exemple.org/#a", False),
        ('https://exemple.org/"><x', False),
        ("https://exemple.org/a b", False),
        ("https://exemple.org/\n", False),
    ],
)
def test_a_base_is_an_address_of_the_web(base: str, sound: bool) -> None:
    assert is_base(base) is sound


@pytest.mark.parametrize(
    ("base", "host"), [("https://Exemple.ORG/a", "exemple.org"), ("http://[::1]:8/", "[::1]")]
)
def test_the_host_is_told(base: str, host: str) -> None:
    assert host_of(base) == host


@pytest.mark.parametrize(
    ("tag", "sound"),
    [
        ("exemple.org,2026", True),
        ("exemple.org,2026-01", True),
        ("redaction@exemple.org,2026-12-31", True),
        ("exemple.org", False),
        ("exemple.org,26", False),
        ("exemple.org,2026-13", False),
        ("exemple org,2026", False),
        ("exemple.org,2026:a", False),
        ("exemple.org,2026\n", False),
    ],
)
def test_a_tag_is_an_authority_and_a_date(tag: str, sound: bool) -> None:
    assert is_tag(tag) is sound
