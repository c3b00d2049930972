"""What an analyst or a document wrote is text: never markup, never code, in no place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.briefing import Briefing
from briefing.model.dossier import Author, Dossier, Issue, Legal, Party, Side
from briefing.model.edition import Medium
from briefing.model.extract import Speaker
from briefing.model.source import Source
from briefing.model.text import Paragraph, RichText, Span
from briefing.model.vocabulary import Kind, Voice
from tests.builders import (
    assembled,
    divergence,
    dossier,
    extract,
    key_point,
    question,
    side,
    source,
)
from tests.rendering.checks import DATA, faults
from tests.rendering.pages import MEDIA, Node, html_of, page_of, parse

HOSTILE = """x" onclick='y' <script>alert(1)</script></title></style>&lt; {{ 7 * 7 }}{% if %}{#"""
PROSE = (Span(HOSTILE), Span(HOSTILE, emphasis=True), Span(HOSTILE, strong=True))


def hostile_source() -> Source:
    return replace(
        source(),
        title=HOSTILE,
        authors=(HOSTILE,),
        publisher=HOSTILE,
        collection=HOSTILE,
        label=HOSTILE,
        note=HOSTILE,
        language=HOSTILE,
        isbn=HOSTILE,
        url="https://exemple.fr/\"><script>alert('url')</script>",
    )


def hostile_dossier() -> Dossier:
    """A dossier in which every text is an attack."""
    said = replace(
        extract("minic#x", kinds=(Kind.POSITION, Kind.EVENT), date="2025", supports=("kp", "q")),
        statement=PROSE,
        brief=PROSE,
        quotation=HOSTILE,
        speaker=Speaker(HOSTILE, HOSTILE),
        via=(HOSTILE, HOSTILE + "2"),
        locator=HOSTILE,
        language=HOSTILE,
    )
    paged = replace(said, id="minic#y", page=HOSTILE, voice=Voice.REPORTED, supports=())
    declared = dossier(
        said,
        paged,
        title=HOSTILE,
        sources=[hostile_source()],
        parties=[Party("russie", HOSTILE), Party("vide", HOSTILE)],
        issues=[Issue("otan", HOSTILE)],
        key_points=[replace(key_point("kp"), text=PROSE)],
        questions=[replace(question("q", hostile_side()), text=PROSE), question("vide")],
        divergences=[replace(divergence("d", hostile_side()), title=PROSE, text=PROSE)],
    )
    return with_hostile_masthead(declared, PROSE)


def hostile_side() -> Side:
    return replace(side(HOSTILE, "x", "minic#x"), text=PROSE)


def with_hostile_masthead(what: Dossier, prose: RichText) -> Dossier:
    return replace(
        what,
        subtitle=HOSTILE,
        collection=HOSTILE,
        genre=HOSTILE,
        publisher=HOSTILE,
        authors=(Author(HOSTILE, prose), Author("Claire Martin", prose)),
        introduction=(Paragraph(prose), Paragraph(prose, "heading"), Paragraph(prose, "item")),
        method=(Paragraph(prose),),
        legal=Legal(HOSTILE, HOSTILE, prose, HOSTILE, (HOSTILE,)),
    )


@pytest.fixture(scope="module")
def hostile() -> Briefing:
    """The briefing of the hostile dossier."""
    return assembled(hostile_dossier())


@pytest.fixture(params=MEDIA)
def page(hostile: Briefing, request: pytest.FixtureRequest) -> Node:
    """Its page, in either medium."""
    return page_of(hostile, request.param)


def test_no_text_becomes_markup(page: Node) -> None:
    """An attribute broken out of, a tag, an `id` taken twice: each would be a fault."""
    assert faults(page) == []
    assert [node.get("type") for node in page.all("script")] in ([], [DATA])


def test_no_text_becomes_code(page: Node) -> None:
    text = page.text
    assert "49" not in text
    assert "{{" in text
    assert "{%" in text
    assert "{#" in text


@pytest.mark.parametrize("medium", MEDIA)
def test_no_tag_of_a_text_is_left_in_the_source(hostile: Briefing, medium: Medium) -> None:
    html = html_of(hostile, medium)
    data = medium is Medium.SCREEN
    assert html.count("<script") == html.count(f'<script type="{DATA}">') == data
    assert html.count("</script>") == data
    assert html.count("</title>") == html.count("</style>") == 1


def test_all_of_the_text_is_shown(page: Node) -> None:
    """Escaped, not dropped: in the title, the notes, the matrix, the sources, the back matter."""
    shown = "<script>alert(1)</script>"
    for place in ("title", "h1", "table", "footer"):
        assert shown in page.one(place).text
    for heading in page.all("h2", "h3", "h4"):
        assert shown in heading.text or "<" not in heading.text


def test_attributes_hold_the_words_of_the_text(page: Node) -> None:
    names = {m.get("name"): m.get("content") for m in page.all("meta")}
    authors = [m.get("content") for m in page.all("meta") if m.get("name") == "author"]
    assert any("<script>alert(1)</script>" in name for name in authors)
    assert "<script>alert(1)</script>" in names["keywords"]
    assert "<script>alert(1)</script>" in names["description"]


def test_a_party_whose_name_holds_a_quote_keeps_to_its_cell() -> None:
    what = dossier(extract(parties=("p",)), parties=[Party("p", 'Le "1er" groupe" onclick=x')])
    (cell,) = [node for node in page_of(what).all("td") if "OTAN" not in node.text][:1]
    assert set(cell.attributes) <= {"class", "data-party"}
    assert "<" not in cell.get("data-party")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_no_web_address_is_no_link(url: str) -> None:
    what = dossier(extract(), sources=[replace(source(), url=url)])
    linked = replace(what, introduction=(Paragraph((Span("ici", link=url),)),))
    page = parse(html_of(assembled(linked)))
    assert [a for a in page.all("a") if a.get("href").lower().startswith(url.lower())] == []
    assert url in page.text
