"""What the head of a page tells machines, and what it lets them run."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.briefing import Briefing, Draft
from briefing.model.dossier import Legal
from briefing.model.edition import Medium
from briefing.model.text import plain
from briefing.model.vocabulary import Dating, SourceType, Tlp
from briefing.reading.dates import parse_date
from briefing.rendering import render
from briefing.rendering.metadata import content_policy, lean, on_screen, structured_data
from briefing.resources import frame
from briefing.typesetting.engine import FRENCH
from tests.builders import assembled, dossier, extract
from tests.rendering.pages import BUILT_IN, Node, page_of, parse, readable

ANY = assembled(dossier())


def data(page: Node) -> dict[str, Any]:
    (text,) = page.one("script").children
    told = json.loads(str(text))
    assert isinstance(told, dict)
    return told


def properties(page: Node) -> dict[str, str]:
    metas = page.all("meta")
    return {m.get("property") or m.get("name"): m.get("content") for m in metas}


def test_the_report_is_described(starter_briefing: Briefing) -> None:
    told = data(page_of(starter_briefing))
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Report")
    assert told["inLanguage"] == "fr"
    assert [author["name"] for author in told["author"]] == [
        author.name for author in starter_briefing.authors
    ]
    assert told["keywords"][0] == starter_briefing.parties[0].name
    assert "creativeWorkStatus" not in told


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "fr_FR"), ("fr-CH", "fr_CH"), ("de", "de_DE")]
)
def test_networks_are_told_the_language(
    starter_briefing: Briefing, language: str, told: str
) -> None:
    page = page_of(replace(starter_briefing, language=language))
    assert properties(page)["og:locale"] == told


def test_what_is_not_known_is_not_told(starter_briefing: Briefing) -> None:
    bare = replace(starter_briefing, subtitle="", publisher="", collection="", date=None)
    page = page_of(bare)
    assert not {"description", "publisher", "datePublished"} & data(page).keys()
    assert (
        not {"og:description", "og:site_name", "article:published_time"} & properties(page).keys()
    )


def test_rights_and_label_are_told_where_there_are_any(starter_briefing: Briefing) -> None:
    bare = replace(starter_briefing, legal=Legal(), tlp=None)
    assert not {"copyrightNotice", "conditionsOfAccess"} & json.loads(structured_data(bare)).keys()
    made = replace(bare, legal=Legal(copyright="© 2025, l'atelier"), tlp=Tlp.AMBER_STRICT)
    told = json.loads(structured_data(made))
    assert told["copyrightNotice"] == "© 2025, l’atelier"
    assert told["conditionsOfAccess"] == "TLP:AMBER+STRICT"


def test_a_draft_says_so_and_asks_not_to_be_listed(starter_briefing: Briefing) -> None:
    page = page_of(replace(starter_briefing, draft=Draft()))
    assert data(page)["creativeWorkStatus"] == "Draft"
    assert properties(page)["robots"] == "noindex"
    assert "robots" not in properties(page_of(starter_briefing))


@given(st.text())
def test_no_text_ends_the_script_and_all_of_it_comes_back(text: str) -> None:
    told = structured_data(replace(ANY, publisher=text))
    assert not set("<>&\u2028\u2029") & set(told)
    held = json.loads(told).get("publisher", {"name": ""})
    assert held["name"] == text


def test_the_policy_lets_the_style_of_the_page_run_and_nothing_else(
    starter_briefing: Briefing,
) -> None:
    css = 'p > b { content: "é" }'
    edition = render(
        starter_briefing, Medium.SCREEN, loader=BUILT_IN, stylesheet=css, frame=frame("fr")
    )
    page = parse(edition.html)
    (style,) = page.one("style").children
    (policy,) = (m.get("content") for m in page.all("meta") if m.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    assert style == css
    assert f"style-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_another_style_has_another_policy() -> None:
    assert content_policy("a{}") != content_policy("b{}")


@pytest.mark.parametrize(
    ("css", "leaner"),
    [
        ("/* a */ p { color: red; }\n\nb { top: 0; }\n", "p{color:red}b{top:0}"),
        ("a,\n  b { top: 0; left: 0; }", "a,b{top:0;left:0}"),
        ('a::after { content: "/* ; */ { "; }', 'a::after{content:"/* ; */ { "}'),
        ("/* it's */ a { content: ' ; ' }", "a{content:' ; '}"),
        ("a :hover, b > i { top: 0 }", "a :hover,b > i{top:0}"),
        ("a { top: 0.5em; left: 10.5em }", "a{top:.5em;left:10.5em}"),
        ("a { margin: 0\n  1px }", "a{margin:0\n1px}"),
    ],
)
def test_css_loses_what_lays_it_out(css: str, leaner: str) -> None:
    assert lean(css) == leaner


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".print a{top:0}b{left:0}", "b{left:0}"),
        ("b{left:0}.print a{top:0}.print i{top:0}", "b{left:0}"),
        (".print a,.print b{top:0}", ""),
        (".print :is(a,b){top:0}", ""),
        (".screen a,.print b{top:0}", ".screen a,.print b{top:0}"),
        (".print a,.screen b{top:0}", ".print a,.screen b{top:0}"),
        ("a{top:0}.printed b{top:0}", "a{top:0}.printed b{top:0}"),
    ],
)
def test_a_screen_needs_no_rule_of_print(css: str, left: str) -> None:
    assert on_screen(css) == left


# ---- The report, for those who index it ------------------------------------------------------


def test_the_abstract_is_the_key_points(starter_briefing: Briefing) -> None:
    abstract = data(page_of(starter_briefing))["abstract"]
    for point in starter_briefing.key_points:
        assert readable(abstract).count(readable(FRENCH.text(plain(point.text)))) == 1


def test_every_source_is_a_citation(starter_briefing: Briefing) -> None:
    cited = data(page_of(starter_briefing))["citation"]
    assert len(cited) == len(starter_briefing.sources) > 0
    for work, entry in zip(cited, starter_briefing.sources, strict=True):
        assert [author["name"] for author in work.get("author", [])] == list(entry.source.authors)
        assert "*" not in work["name"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"type": SourceType.BOOK, "isbn": "978-2"}, {"@type": "Book", "isbn": "978-2"}),
        ({"type": SourceType.SPEECH}, {"@type": "CreativeWork"}),
        ({"type": None}, {"@type": "CreativeWork"}),
        ({"url": "https://a.example"}, {"url": "https://a.example"}),
        ({"doi": "10.1/2", "url": "https://a.example"}, {"url": "https://doi.org/10.1/2"}),
        ({"publisher": "Ifri"}, {"publisher": {"@type": "Organization", "name": "Ifri"}}),
    ],
)
def test_a_source_is_told_as_the_work_that_it_is(
    changes: dict[str, Any], told: dict[str, Any]
) -> None:
    assert told.items() <= work_of(changes).items()


@pytest.mark.parametrize(
    ("written", "dating", "told"),
    [
        ("2025-02-12", Dating.GIVEN, "2025-02-12"),
        ("2025-02", Dating.GIVEN, "2025-02"),
        ("2025-02-12", Dating.INFERRED, None),
        ("2025-02~", Dating.GIVEN, None),
        ("2025?", Dating.GIVEN, None),
        ("2024/2025", Dating.GIVEN, None),
    ],
)
def test_only_a_date_that_is_certain_is_told_of_a_source(
    written: str, dating: Dating, told: str | None
) -> None:
    work = work_of({"date": parse_date(written), "dating": dating})
    assert work.get("datePublished") == told


def work_of(changes: dict[str, Any]) -> dict[str, Any]:
    made = assembled(dossier(extract()))
    (entry,) = made.sources
    changed = replace(entry, source=replace(entry.source, **changes))
    (work,) = json.loads(structured_data(replace(made, sources=(changed,))))["citation"]
    assert isinstance(work, dict)
    return work
