"""The ways through a page: its contents, and the links to each of its parts."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.rendering.navigation import Entry, contents, permalinks
from tests.rendering.pages import html_of, page_of, parse

PAGE = Markup(
    '<section class="a" id="un" aria-labelledby="t"><h2 id="t"><span class="mark">►</span> Un</h2>'
    '<section class="b" id="sous"><h3><span lang="ru">Да</span></h3></section></section>'
    '<section id="deux" aria-label="Le chapeau"><p>…</p><h2>Autre</h2></section>'
    '<section id="trois"><h2>Trois<sup class="call"><a href="#note-1">1</a></sup> '
    '<span class="since">depuis <b>hier</b></span></h2></section>'
    '<div class="x"><h2>Sans id</h2></div><section id="vide"><p>Un mot.</p></section>'
)


def test_the_contents_are_the_headings_of_the_page() -> None:
    assert contents(PAGE) == (
        Entry("un", Markup("Un"), (Entry("sous", Markup('<span lang="ru">Да</span>')),)),
        Entry("deux", Markup("Le chapeau")),
        Entry("trois", Markup("Trois")),
    )


def test_a_lower_heading_without_one_above_stands_by_itself() -> None:
    page = Markup('<section id="a"><h3>A</h3></section>')
    assert contents(page) == (Entry("a", Markup("A")),)


def test_every_part_links_to_itself_but_for_notes() -> None:
    page = Markup('<ul><li id="a">x</li><li>y</li><li id="note-1">z</li></ul><p id="b"></p>')
    assert permalinks(page, 'le "lien"') == (
        '<ul><li id="a"><a class="anchor" href="#a" aria-label="le &#34;lien&#34;"></a>x</li>'
        '<li>y</li><li id="note-1">z</li></ul><p id="b"></p>'
    )


def test_the_spaces_that_print_needs_are_plain_on_screen() -> None:
    assert permalinks(Markup("un<span> </span>mot"), "") == "un mot"


def test_a_title_keeps_its_raised_letters() -> None:
    page = Markup('<section id="a"><h2>Loi n<sup>o</sup> 5</h2></section>')
    assert contents(page) == (Entry("a", Markup("Loi n<sup>o</sup> 5")),)


def test_a_no_break_space_is_one_sign() -> None:
    assert permalinks(Markup("un&nbsp;mot"), "") == "un\u00a0mot"


CALL = '<sup class="call"><a href="#note-1" id="appel-1">1</a>,</sup>'


@pytest.mark.parametrize("word", [f"mot{CALL}", f"l’État{CALL}{CALL}.", f"2025{CALL},"])
def test_what_no_browser_breaks_needs_no_span(word: str) -> None:
    held = f'un <span class="held">{word}</span> mot'
    assert permalinks(Markup(held), "") == f"un {word} mot"


@pytest.mark.parametrize("word", [f"dit-on{CALL}.", f"dit…{CALL}", f"dit{CALL} ;", "un mot"])
def test_what_a_browser_might_break_stays_held(word: str) -> None:
    held = f'un <span class="held">{word}</span> mot'
    assert permalinks(Markup(held), "") == held


def test_the_sample_has_its_contents_twice_and_both_lead_to_every_section(
    sample_briefing: Briefing,
) -> None:
    page = page_of(sample_briefing)
    folded, beside = page.all("nav")
    links = [link.get("href") for link in folded.all("a")]
    assert links == [link.get("href") for link in beside.all("a")]
    named = {f"#{node.get('id')}" for node in page.all("section")}
    assert named <= set(links) <= named | {"#citer"}
    assert "Points clés" in folded.text
    assert "►" not in folded.text


def test_print_has_neither(sample_briefing: Briefing) -> None:
    page = parse(html_of(sample_briefing, Medium.PRINT))
    assert page.all("nav") == page.all(class_="anchor") == page.all("script") == []
