"""The feed as others read it: by a RELAX NG schema and by feedparser, whatever the words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from lxml import etree

from briefing.feeding import Finished, atom, entries
from briefing.model.text import Span
from tests.feeding.making import BASE, html_file, pdf_file, settings

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Any letters, those too that no XML may hold."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def is_taken_literally(text: str) -> bool:
    """Say whether feedparser doesn't take a text for UTF-8 that was read as Latin-1."""
    try:
        return text.isascii() or not text.encode("latin-1").decode()
    except UnicodeError:
        return True


READ = WORDS.filter(is_taken_literally)


def feed(*files: Finished, **changes: Any) -> bytes:
    by = settings(**changes)
    return atom(entries(files or (html_file(), pdf_file()), by), by)


def read(data: bytes) -> Any:
    """Return what feedparser reads; a feed that is not well formed fails."""
    parsed = feedparser.parse(data)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def held(text: str) -> str:
    """Return `text` as XML may hold it, without the spaces around, which readers drop."""
    return _NO_XML.sub("\ufffd", text).strip()


def assert_valid(data: bytes) -> None:
    SCHEMA.assertValid(etree.fromstring(data))


# ---- What it holds -------------------------------------------------------------------------


def test_a_feed_is_read_as_it_was_meant() -> None:
    parsed = read(feed(title="Nos notes", rights="© Valmont", generator="1.2", name="f.xml"))
    assert parsed.version == "atom10"
    assert parsed.feed.title == "Nos notes"
    assert parsed.feed.rights == "© Valmont"
    assert parsed.feed.language == "fr"
    assert parsed.feed.updated == "2025-06-02T00:00:00Z"
    assert parsed.feed.generator_detail == {"name": "briefing", "version": "1.2"}
    assert [(link.rel, link.href) for link in parsed.feed.links] == [("self", f"{BASE}/f.xml")]


def test_an_entry_is_read_as_it_was_meant() -> None:
    told: dict[str, Any] = {"summary": "En bref", "authors": ("Anne", "Ève"), "rights": "© Valmont"}
    (entry,) = read(feed(html_file("été", **told), pdf_file("été", **told))).entries
    assert (entry.title, entry.summary, entry.rights) == ("Un train", "En bref", "© Valmont")
    assert [author.name for author in entry.authors] == ["Anne", "Ève"]
    assert entry.link == f"{BASE}/%C3%A9t%C3%A9.html"
    (enclosure,) = entry.enclosures
    assert (enclosure.href, enclosure.type) == (f"{BASE}/%C3%A9t%C3%A9.pdf", "application/pdf")
    assert enclosure.length == "98765"
    (content,) = entry.content
    assert content.type == "application/xhtml+xml"
    assert content.value == "<ul><li>Un point.</li></ul>"


def test_a_pdf_alone_is_the_alternate_and_the_enclosure() -> None:
    (entry,) = read(feed(pdf_file("n"))).entries
    assert [(link.rel, link.href) for link in entry.links] == [
        ("alternate", f"{BASE}/n.pdf"),
        ("enclosure", f"{BASE}/n.pdf"),
    ]


def test_the_feed_may_stand_elsewhere() -> None:
    parsed = read(feed(itself="https://exemple.org/flux"))
    assert [link.href for link in parsed.feed.links] == ["https://exemple.org/flux"]


@pytest.mark.parametrize(
    ("houses", "title"),
    [
        (["Valmont", "Valmont"], "Valmont"),
        (["Valmont", "Autre"], "exemple.org"),
        ([""], "exemple.org"),
    ],
)
def test_the_title_is_that_of_the_one_house(houses: list[str], title: str) -> None:
    files = [html_file(f"n{i}", title=f"T{i}", house=house) for i, house in enumerate(houses)]
    assert read(feed(*files)).feed.title == title


def test_every_entry_has_an_author() -> None:
    (entry,) = read(feed(html_file(house="Valmont"))).entries
    assert entry.author == "Valmont"
    (entry,) = read(feed(html_file())).entries
    assert entry.author == "exemple.org"


def test_an_entry_in_another_language_says_so() -> None:
    first, second = (
        html_file("a", date="2025-07-01"),
        html_file("b", title="A train", language="en"),
    )
    data = feed(first, second)
    assert_valid(data)
    assert data.count(b"xml:lang") == 2
    assert read(data).entries[1].title_detail.language == "en"


def test_what_is_empty_is_left_out() -> None:
    data = feed(html_file(key_points=()))
    assert_valid(data)
    assert not re.search(rb"<(summary|content|rights)", data)


def test_emphasis_is_kept() -> None:
    point = (Span("Un "), Span("deux", emphasis=True, strong=True), Span(" & <trois>"))
    (entry,) = read(feed(html_file(key_points=(point,)))).entries
    (content,) = entry.content
    assert "<li>Un <strong><em>deux</em></strong> &amp; &lt;trois&gt;</li>" in content.value


# ---- Laws ----------------------------------------------------------------------------------


@given(WORDS, WORDS)
@settings_of(max_examples=60)
def test_any_words_are_in_the_feed(title: str, author: str) -> None:
    data = feed(html_file(title=title, authors=(author or "x",), summary=title), title=title)
    held_in = etree.fromstring(data).iter("{*}title", "{*}summary")
    expected = {_NO_XML.sub("\ufffd", title)} - {""}
    assert {element.text for element in held_in} - {None, BASE, "exemple.org"} == expected


@given(READ, READ, READ.filter(held), READ, WORDS)
@settings_of(max_examples=60)
def test_any_words_come_back(
    title: str, summary: str, author: str, rights: str, point: str
) -> None:
    told: dict[str, Any] = {
        "title": title,
        "summary": summary,
        "authors": (author,),
        "rights": rights,
    }
    data = feed(html_file(**told, key_points=((Span(point),),)), title="Notes")
    assert_valid(data)
    (entry,) = read(data).entries
    assert entry.title == held(title)
    if summary:  # feedparser takes the content for it where there is none
        assert entry.summary == held(summary)
    assert entry.author == held(author)
    assert entry.get("rights", "") == held(rights)
    (item,) = etree.fromstring(data).iter("{http://www.w3.org/1999/xhtml}li")
    assert (item.text or "") == _NO_XML.sub("\ufffd", point)


@settings_of(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/."), min_size=1))
def test_any_name_of_a_file_makes_a_valid_feed(stem: str) -> None:
    for tag in ("", "exemple.org,2026"):
        assert_valid(feed(html_file(stem), pdf_file(stem), tag=tag))


@settings_of(max_examples=20)
@given(
    st.permutations([html_file(), pdf_file(), html_file("b", title="B"), pdf_file("c", title="C")])
)
def test_the_same_files_give_the_same_bytes(files: list[Finished]) -> None:
    first = [html_file(), pdf_file(), html_file("b", title="B"), pdf_file("c", title="C")]
    assert feed(*files) == feed(*first)


# ---- The judge can fail --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<id>urn:uuid:", b"<id>"),
        (b"T00:00:00Z", b""),
        (b"<author>", b"<author><uri/>"),
        (b'rel="enclosure"', b'rel="next page"'),
        (b"<title>", b'<title type="xhtml">'),
        (b"<li>", b"<li><script/>"),
        (b"<updated>", b"<updated/><updated>"),
        (b"</entry>", b"<source/></entry>"),
    ],
)
def test_a_wrong_feed_is_seen(old: bytes, new: bytes) -> None:
    data = feed()
    assert old in data
    assert not SCHEMA.validate(etree.fromstring(data.replace(old, new)))
