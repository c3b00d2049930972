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
from briefing.model.edition import Medium
from briefing.rendering import render
from briefing.rendering.metadata import content_policy, lean, structured_data
from briefing.resources import frame
from tests.builders import assembled, dossier
from tests.rendering.pages import BUILT_IN, Node, page_of, parse

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


def test_what_is_not_known_is_not_told(starter_briefing: Briefing) -> None:
    bare = replace(starter_briefing, subtitle="", publisher="", collection="", date=None)
    page = page_of(bare)
    assert not {"description", "publisher", "datePublished"} & data(page).keys()
    assert (
        not {"og:description", "og:site_name", "article:published_time"} & properties(page).keys()
    )


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
        ("/* a */ p { color: red; }\n\nb { top: 0; }\n", "p{color: red}\nb{top: 0}"),
        ("a,\n  b { top: 0; left: 0; }", "a,\nb{top: 0;left: 0}"),
        ('a::after { content: "/* ; */ { "; }', 'a::after{content: "/* ; */ { "}'),
        ("/* it's */ a { content: ' ; ' }", "a{content: ' ; '}"),
        ("a { margin: 0\n  1px }", "a{margin: 0\n1px}"),
    ],
)
def test_css_loses_what_lays_it_out(css: str, leaner: str) -> None:
    assert lean(css) == leaner
