"""The source list as a copy-editor expects it: from the header of a fiche to print."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.source import Source
from briefing.model.text import plain
from briefing.model.vocabulary import SourceType
from briefing.reading.fiche import read_fiche
from briefing.reading.writing import write_fiche
from briefing.typesetting.references import reference

DATA = Path(__file__).with_name("data") / "references.toml"
CASES = {
    case["title"]: (case["fiche"].strip(), case["printed"])
    for case in tomllib.loads(DATA.read_text("utf-8"))["reference"]
}
VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})


def source(text: str) -> Source:
    fiche, findings = read_fiche(text, source="a", path="a.md")
    assert findings == []
    assert fiche is not None
    return fiche.source


def printed(source: Source) -> str:
    spans = reference(source)
    seen = "".join(f"*{span.text}*" if span.emphasis else span.text for span in spans)
    return seen.translate(VISIBLE)


def test_every_kind_is_among_the_cases() -> None:
    assert len(CASES) >= 40
    assert {source(fiche).type for fiche, _ in CASES.values()} == {None, *SourceType}


@pytest.mark.parametrize("case", CASES)
def test_the_reference_is_printed_in_the_house_style(case: str) -> None:
    fiche, expected = CASES[case]
    assert printed(source(fiche)) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_header_survives_writing(case: str) -> None:
    fiche, _ = read_fiche(CASES[case][0], source="a", path="a.md")
    assert fiche is not None
    assert read_fiche(write_fiche(fiche), source="a", path="a.md")[0] == fiche


PRINTED = {
    "volume": "vol. Z1",
    "number": "Z2",
    "edition": "Z3",
    "pages": "p. 77",
    "event": "Z4",
    "place": "Z5",
    "publisher": "Z6",
    "collection": "Z7",
    "container": "Z8",
    "account": "@z9",
    "isbn": "979",
    "doi": "10.1000/z",
    "identifier": "ZX",
    "url": "https://z.example/",
}
PEOPLE = {
    "authors": "Zoé Un",
    "editors": "Zoé Deux",
    "translators": "Zoé Trois",
    "interviewers": "Zoé Quatre",
}


@given(
    st.sampled_from([None, *SourceType]),
    st.sets(st.sampled_from(sorted(PRINTED))),
    st.sets(st.sampled_from(sorted(PEOPLE))),
)
def test_whatever_the_analyst_gives_is_printed_once(
    type_: SourceType | None, given_: set[str], people: set[str]
) -> None:
    texts = {name: PRINTED[name] for name in given_}
    named = {name: (PEOPLE[name],) for name in people}
    values: dict[str, Any] = {"id": "a", "title": "Titre", "type": type_, **texts, **named}
    seen = plain(reference(Source(**values))).replace("\u00a0", " ")
    wanted = [*texts.values(), *(PEOPLE[name] for name in people)]
    assert {text: seen.count(text) for text in wanted} == dict.fromkeys(wanted, 1)


def test_the_law_above_knows_every_field() -> None:
    told_otherwise = {"id", "title", "type", "title_supplied", "bodies", "date", "dating"}
    not_printed = {"document", "key", "language", "label", "reliability", "tlp", "note", "comment"}
    not_printed |= {"path", "line", "document_line", "accessed"}  # `accessed` goes with `url`
    names = {field.name for field in fields(Source)}
    assert names == told_otherwise | not_printed | set(PRINTED) | set(PEOPLE)


def test_a_foreign_source_keeps_its_language_in_title_and_review() -> None:
    spans = reference(source(CASES["an article in English"][0]))
    assert [span.text for span in spans if span.language == "en"] == [
        "Night Trains: “Back on Track”?",
        "The Harbour Review",
    ]


def test_a_doi_leads_to_its_resolver() -> None:
    spans = reference(source(CASES["an academic article"][0]))
    assert [(span.text, span.link) for span in spans if span.link] == [
        ("10.5555/rfet.2023.0583", "https://doi.org/10.5555/rfet.2023.0583")
    ]


def test_without_gaps_neither_signature_nor_place_is_missed() -> None:
    seen = plain(reference(Source("a", "Titre"), gaps=False)).translate(VISIBLE)
    assert seen == "«␣Titre␣», s.⍽d."


def test_codes_are_in_no_language_and_never_divided() -> None:
    spans = reference(Source("a", "T", identifier="NOR : TRAX2400001L", isbn="979-10"))
    codes = [span.text.translate(VISIBLE) for span in spans if span.language == "zxx"]
    assert codes == ["NOR⍽:⍽TRAX2400001L", "979-10"]
