"""`dossier.lock.json` as somebody may have left it."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.verification import Fragment
from briefing.proving import Lock, LockEntry, read_lock, write_lock

SHA256 = "0123456789abcdef" * 4
PART = Fragment(3, 7, "mots", "avant ", " après")
ENTRY = LockEntry("verbatim", "a.pdf", SHA256, SHA256[:16], 3, 9, 2, "avant ", " après", (PART,))
LOCK = Lock("2025-11-21", MappingProxyType({"minic#a": ENTRY, "minic#b": ENTRY}))

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
FIELDS = (*ENTRY.__slots__, "exact")


def codes(text: str) -> list[str]:
    lock, findings = read_lock(text, "dossier.lock.json")
    assert (lock is None) is bool(findings)
    return [finding.code for finding in findings]


def spoiled(**fields: object) -> str:
    """Return a lock with other `fields` in its first entry."""
    data: dict[str, Any] = json.loads(write_lock(LOCK))
    data["extracts"]["minic#a"] |= fields
    return json.dumps(data)


def test_a_lock_is_read_as_it_was_written_one_extract_a_line() -> None:
    text = write_lock(LOCK)
    assert read_lock(text, "dossier.lock.json") == (LOCK, [])
    assert sum('"verdict"' in line for line in text.splitlines()) == 2
    assert write_lock(LOCK) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{", "null", '{"version": 9}', '{"version": true, "extracts": {}}'),
        '{"version": 1, "extracts": 3}',
        '{"version": 1, "extracts": {"a#b": 3}, "date": "2025"}',
        '{"version": 1, "extracts": {}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_lock_is_told(text: str) -> None:
    assert codes(text) == ["BR608"]


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "perfect"},
        {"sha256": ["x"]},
        {"sha256": None},
        {"sha256": "x"},
        {"quotation": 3},
        {"document": None},
        {"document": ""},
        {"start": "3"},
        {"start": -5},
        {"start": 10},
        {"end": None},
        {"end": True},
        {"page": 0},
        {"page": -5},
        {"prefix": None},
        {"suffix": "\ud800"},
        {"fragments": 3},
        {"fragments": [3]},
        {"fragments": [{"start": 1, "end": 2}]},
        {"fragments": [{"exact": "mots"}]},
        {"fragments": [{"start": 1, "end": 2, "exact": "mots"}]},
    ],
)
def test_a_field_that_isnt_what_it_should_be_is_told(fields: dict[str, object]) -> None:
    assert codes(spoiled(**fields)) == ["BR608"]


@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_whatever_stands_in_it_a_lock_is_read_or_refused(fields: dict[str, object]) -> None:
    text = spoiled(**fields)
    lock, findings = read_lock(text, "dossier.lock.json")
    if lock is None:
        assert [finding.code for finding in findings] == ["BR608"]
    else:
        assert read_lock(write_lock(lock), "dossier.lock.json") == (lock, [])
