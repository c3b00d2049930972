"""Any dossier makes a page that is valid, self-contained and whole."""

from __future__ import annotations

import pytest
from hypothesis import given

import briefing
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from tests.builders import FEWER, assembled, dossiers, subsets_of_sections
from tests.rendering.checks import CHECKS, faults
from tests.rendering.pages import MEDIA, Node, page_of, parse


@FEWER
@given(dossiers())
def test_any_dossier_makes_a_sound_page(any_dossier: Dossier) -> None:
    made = assembled(any_dossier)
    assert [(m, fault) for m in MEDIA for fault in faults(page_of(made, m))] == []


@FEWER
@given(dossiers(), subsets_of_sections())
def test_any_audience_gets_a_sound_page(any_dossier: Dossier, sections: list[str]) -> None:
    """The sources stay: a quotation whose document can't be found proves nothing."""
    made = assembled(any_dossier, *dict.fromkeys([*sections, "sources"]))
    assert faults(page_of(made)) == []


@pytest.fixture(params=MEDIA)
def sample_page(sample_briefing: Briefing, request: pytest.FixtureRequest) -> Node:
    """The sample with its styles, as it is written."""
    return parse(briefing.render(sample_briefing, request.param).html)


def test_the_sample_is_a_sound_page(sample_page: Node) -> None:
    assert faults(sample_page) == []


def test_a_page_is_in_french(sample_page: Node) -> None:
    assert sample_page.get("lang") == "fr"
    languages = {node.get("lang") for node in sample_page.walk() if node.get("lang")}
    assert languages <= {"fr", "en", "ru", "uk", "zxx"}


def test_a_page_begins_as_html_5_and_says_its_encoding_first(starter_briefing: Briefing) -> None:
    for medium in MEDIA:
        html = briefing.render(starter_briefing, medium).html
        assert html.lstrip().startswith("<!DOCTYPE html>")
        first = parse(html).one("head").all()[0]
        assert (first.tag, first.get("charset")) == ("meta", "utf-8")


def test_a_screen_can_be_small_and_read_by_keyboard(starter_briefing: Briefing) -> None:
    page = page_of(starter_briefing, Medium.SCREEN)
    viewport = next(m for m in page.all("meta") if m.get("name") == "viewport")
    assert "width=device-width" in viewport.get("content")
    first_link = page.one("body").all("a")[0]
    assert page.by_id(first_link.get("href")[1:]).tag == "main"


def test_the_matrix_names_its_rows_and_columns(starter_briefing: Briefing) -> None:
    table = page_of(starter_briefing).one("table")
    assert all(head.get("scope") in ("col", "row") for head in table.all("th"))
    assert table.one("caption").text.strip()
    widths = {len(row.all("th", "td")) for row in table.all("tr")}
    assert widths == {len(starter_briefing.parties) + 1}


SOUND = '<html lang="fr"><head></head><body><h1>T</h1><h2 id="a">S</h2>{}</body></html>'


def test_a_sound_page_has_no_fault() -> None:
    assert faults(parse(SOUND.format('<p><a href="#a">x</a></p>'))) == []


@pytest.mark.parametrize(
    ("body", "check"),
    [
        ('<p id="a">x</p>', "repeated_ids"),
        ('<p id="é a">x</p>', "bad_ids"),
        ('<a href="#nulle-part">x</a>', "dead_links"),
        ('<p aria-labelledby="absent">x</p>', "dangling_labels"),
        ('<img src="https://exemple.fr/a.png">', "outside_references"),
        ("<script>x</script>", "outside_references"),
        ('<link rel="stylesheet" href="a.css">', "outside_references"),
        ("<style>@import 'a.css';</style>", "outside_references"),
        ("<style>p { background: url( 'http://a.fr' ) }</style>", "outside_references"),
        ('<p style="color: red">x</p>', "outside_references"),
        ('<a href="javascript:x">x</a>', "unsafe_links"),
        ('<p onclick="x">x</p>', "foreign_attributes"),
        ('<a href="#a"><a href="#a">x</a></a>', "nested_links"),
        ("<p><ul></ul></p>", "misplaced_blocks"),
        ("<h4>x</h4>", "skipped_headings"),
        ("<h1>x</h1>", "skipped_headings"),
        ("<h2> </h2>", "empty_headings"),
    ],
)
def test_each_check_sees_its_fault(body: str, check: str) -> None:
    page = parse(SOUND.format(body))
    found = {c.__name__: c(page) for c in CHECKS}
    assert found[check]
