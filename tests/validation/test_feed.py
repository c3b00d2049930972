"""A feed as XML::Feed reads it, which shares nothing with feedparser but the RFC."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from briefing.feeding import atom, entries
from tests.feeding.making import BASE, html_file, pdf_file, settings
from tests.validation import gates

pytestmark = [pytest.mark.validation]

SCRIPT = Path(__file__).with_name("feed.pl")
TITLE = "L’œuvre 🕊️ : « négocier » & <céder> ?"
TOLD: dict[str, Any] = {
    "title": TITLE,
    "summary": "Où en est-on ?",
    "authors": ("Anne & Ève",),
}


@pytest.fixture(scope="module")
def feed() -> bytes:
    """A feed of two editions, hard to write."""
    by = settings(title="Notes & études")
    files = [html_file("été", **TOLD), pdf_file("été", **TOLD)]
    return atom(entries([*files, html_file("b", title="B", summary="b")], by), by)


@pytest.fixture(scope="module")
def seen(feed: bytes) -> dict[str, Any]:
    """What XML::Feed reads in it."""
    gates.require_perl("XML::Feed")
    told: dict[str, Any] = json.loads(gates.run_bytes("perl", SCRIPT, given=feed))
    return told


def test_the_feed_is_one_of_atom(seen: dict[str, Any], feed: bytes) -> None:
    same = feedparser.parse(feed).feed
    assert (seen["format"], seen["language"]) == ("Atom", "fr")
    assert (seen["title"], seen["id"], seen["self"]) == (same.title, same.id, same.links[0].href)


def test_the_entries_are_read_alike(seen: dict[str, Any], feed: bytes) -> None:
    parsed = feedparser.parse(feed).entries
    names = ("id", "title", "link", "author", "summary")
    assert [{name: entry[name] for name in names} for entry in seen["entries"]] == [
        {name: entry[name] for name in names} for entry in parsed
    ]
    by_title = {entry["title"]: entry for entry in seen["entries"]}
    entry = by_title[TITLE]
    assert entry["updated"].startswith("2025-06-02T00:00:00")
    assert "<li>Un point.</li>" in entry["content"]
    assert entry["enclosure"] == {f"{BASE}/%C3%A9t%C3%A9.pdf": ["application/pdf", 98765]}
    assert by_title["B"]["enclosure"] == {}


def test_a_feed_that_is_none_is_refused() -> None:
    gates.require_perl("XML::Feed")
    with pytest.raises(AssertionError, match="perl failed"):
        gates.run_bytes("perl", SCRIPT, given=b"<feed><entry></feed>")
