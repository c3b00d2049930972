"""The packet of metadata, as an XML parser reads it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.outputs.metadata import Metadata, xmp

DC = "{http://purl.org/dc/elements/1.1/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUAID = "{http://www.aiim.org/pdfua/ns/id/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

FULL = Metadata(
    title="Un titre & <demi>",
    language="fr",
    authors=("Ada", "Bob"),
    publisher="Atelier",
    description="De quoi il s’agit",
    keywords=("a", "b"),
    tool="briefing",
    producer="machine",
    created="2025-11-21",
    modified="2025-11-22",
)


def parsed(metadata: Metadata) -> ElementTree.Element:
    return ElementTree.fromstring(xmp(metadata))  # noqa: S314 - our own


def items(metadata: Metadata, name: str) -> list[str | None]:
    (held,) = parsed(metadata).iter(name)
    return [item.text for item in held.iter(f"{RDF}li")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (f"{PDFAID}part", "3"),
        (f"{PDFAID}conformance", "A"),
        (f"{PDFUAID}part", "1"),
        (f"{XMP}CreatorTool", "briefing"),
        (f"{XMP}CreateDate", "2025-11-21"),
        (f"{XMP}ModifyDate", "2025-11-22"),
        (f"{PDF}Producer", "machine"),
        (f"{PDF}Keywords", "a, b"),
        (f"{DC}format", "application/pdf"),
    ],
)
def test_each_property_stands_once(name: str, text: str) -> None:
    assert [held.text for held in parsed(FULL).iter(name)] == [text]


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("title", ["Un titre & <demi>"] * 2),
        ("creator", ["Ada", "Bob"]),
        ("publisher", ["Atelier"]),
        ("date", ["2025-11-21"]),
        ("description", ["De quoi il s’agit"] * 2),
        ("subject", ["a", "b"]),
        ("language", ["fr"]),
    ],
)
def test_each_list_holds_its_items(name: str, texts: list[str]) -> None:
    assert items(FULL, f"{DC}{name}") == texts


def test_the_title_is_given_by_default_and_in_its_language() -> None:
    (title,) = parsed(FULL).iter(f"{DC}title")
    assert [item.get(LANG) for item in title.iter(f"{RDF}li")] == ["x-default", "fr"]


def test_what_is_empty_is_not_written() -> None:
    names = {held.tag for held in parsed(Metadata()).iter() if held.tag.startswith((DC, XMP, PDF))}
    assert names == {f"{DC}format"}


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_words_make_sound_xml(title: str, authors: list[str]) -> None:
    found = parsed(Metadata(title=title, authors=authors))
    (creators,) = list(found.iter(f"{DC}creator")) or [ElementTree.Element("none")]
    assert len(list(creators.iter(f"{RDF}li"))) <= len(authors)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_words_come_back_as_they_were(title: str) -> None:
    assert items(Metadata(title=title), f"{DC}title") == [title]
