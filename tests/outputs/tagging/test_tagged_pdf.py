"""The structure that a screen reader finds in the PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.model.text import plain
from briefing.outputs.pdf import PrintedPdf, print_pdf
from briefing.outputs.tagging.painting import as_read
from tests.outputs.tagging.structure import Element, marked_text, read_structure

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>un point</title>"
    "<path d='M0 0h9v9z'/></svg>"
)
NOTE_STYLES = "<style>.footnote { float: footnote }</style>"
NOTE = '<span id="note-1"><span class="footnote" id="pied-1">La note.</span></span>'

pytestmark = pytest.mark.xdist_group("pdf")


def page(body: str, head: str = "") -> Edition:
    html = f"<html lang=fr><head><title>Un titre</title>{head}</head><body>{body}</body></html>"
    return Edition(html, Medium.PRINT, "Un titre", "fr", "complet")


def structure(body: str, head: str = "") -> Element:
    return read_structure(print_pdf(page(body, head)).data)


def bare(text: str) -> str:
    """The letters and signs alone: lines and elements have no spaces between them."""
    return re.sub(r"[\s\u00ad\u200b\u2060]", "", text)


@pytest.fixture(scope="module")
def tagged(starter_pdf: PrintedPdf) -> Element:
    """The starter's structure."""
    return read_structure(starter_pdf.data)


# ---- The order and the types ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("<h1>a</h1><p>b</p>", "Document(H1 P)"),
        ("<section><h1>a</h1></section><article><p>b</p></article>", "Document(Sect(H1) Art(P))"),
        ("<p>a <em>b</em> <b>c</b></p>", "Document(P)"),
        ("<p>a</p><p></p>", "Document(P)"),
        ("<div>a<p>b</p>c <q>d</q></div>", "Document(Div(P P P(Quote)))"),
        ("<ul><li>a</li></ul>", "Document(L(LI(Lbl LBody)))"),
        ("<ul style='list-style: none'><li>a</li></ul>", "Document(L(LI(LBody)))"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "Document(L(LI(Lbl LBody(L(LI(Lbl LBody))))))"),
        ("<blockquote><p>a</p></blockquote>", "Document(BlockQuote(P))"),
        (f"<p><img alt='un point' src='{PIXEL}'></p>", "Document(P(Figure))"),
        (f"<p>a<img alt='' src='{PIXEL}'></p>", "Document(P)"),
        ("<p>a <a href='https://exemple.invalid/'>b</a> <a>c</a></p>", "Document(P(Link))"),
        ("<p>a <span aria-hidden=true>b</span></p>", "Document(P)"),
        ("<h2>a</h2><h4>b</h4><h2>c</h2>", "Document(H1 H2 H2)"),
        ("<p>a <span lang=en>b</span></p>", "Document(P(Span))"),
        ("<p>a <span lang=fr>b</span> <span lang=zxx>c</span></p>", "Document(P)"),
    ],
)
def test_each_element_has_its_type(body: str, outline: str) -> None:
    assert structure(body).outline() == outline


def test_what_a_page_break_splits_is_one_element() -> None:
    """A paragraph, a list, an item: a listener hears no page break."""
    styles = "<style>@page { size: 9cm 4cm } p { orphans: 1; widows: 1 }</style>"
    words = " ".join(f"mot{i}" for i in range(120))
    found = structure(f"<p>{words}</p><ol><li>{words}</li></ol>", styles)
    assert found.outline() == "Document(P L(LI(Lbl LBody)))"
    assert bare(found.all("P")[0].text) == bare(words)
    assert bare(found.all("LBody")[0].text) == bare(words)


def test_what_the_eye_alone_sees_and_what_repeats_is_no_content() -> None:
    margins = "@top-left { content: 'tête' } @bottom-right { content: counter(page) }"
    styles = f"<style>@page {{ {margins} }}</style>"
    made = print_pdf(page("<p>a <span aria-hidden=true>zut</span></p>", styles))
    assert read_structure(made.data).text.strip() == "a"
    reader = PdfReader(io.BytesIO(made.data))
    aside = [text for key, text in marked_text(reader, reader.pages[0]).items() if key < 0]
    assert {"tête", "1", "zut"} <= set(aside)
    content = reader.pages[0].get_contents()
    assert content is not None
    kinds = re.findall(rb"/Subtype /(\w+)", content.get_data())
    assert sorted(kinds) == [b"Footer", b"Header"]


def test_the_line_under_a_word_is_no_artifact_within_its_text() -> None:
    """ISO 14289-1, 7.1: no artifact in content."""
    made = print_pdf(page("<p>a <ins>b</ins></p>"))
    depth = 0
    reader = PdfReader(io.BytesIO(made.data))
    content = reader.pages[0].get_contents()
    assert content is not None
    for line in content.get_data().split():
        depth += (line in (b"BDC", b"BMC")) - (line == b"EMC")
        assert depth in (0, 1)
    assert read_structure(made.data).text.replace(" ", "") == "ab"


# ---- Tables --------------------------------------------------------------------------------

TABLE = """<table><caption style="display: none">Un tableau</caption>
<thead><tr><th></th><th scope="col">A</th><th>B</th></tr></thead>
<tbody><tr><th scope="row">1</th><td colspan="2">a</td></tr>
<tr><th>2</th><td></td><td>b</td></tr></tbody></table>"""


def test_a_table_says_what_heads_what() -> None:
    (table,) = structure(TABLE).all("Table")
    row = "TR(TH TD TD)"
    assert table.outline() == f"Table(THead(TR(TD TH TH)) TBody(TR(TH TD) {row}))"
    assert [cell.attribute("Scope") for cell in table.all("TH")] == [
        *("/Column", "/Column"),
        *("/Row", "/Row"),
    ]
    assert [cell.attribute("ColSpan") for cell in table.all("TD")] == [None, "2", None, None]
    assert table.attribute("Summary") == "Un tableau"


def test_a_head_drawn_on_every_page_is_read_once() -> None:
    rows = "".join(f"<tr><th>{i}</th><td>mot</td></tr>" for i in range(30))
    body = f"<table><thead><tr><th>x</th><th>tête</th></tr></thead><tbody>{rows}</tbody></table>"
    found = structure(body, "<style>@page { size: 9cm 6cm }</style>")
    (table,) = found.all("Table")
    assert found.text.count("tête") == 1
    assert len(table.all("TR")) == 31


# ---- Notes and links -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        (f"<p>a{NOTE} b</p><p>c</p>", "Document(P(Reference(Link)) Note(Lbl(Link) P) P)"),
        (
            f"<ul style='list-style: none'><li>a{NOTE} b</li></ul>",
            "Document(L(LI(LBody(Reference(Link) Note(Lbl(Link) P)))))",
        ),
        (f"<h1>a{NOTE}</h1><p>c</p>", "Document(H1(Reference(Link)) Note(Lbl(Link) P) P)"),
        (f"<div>a{NOTE}</div>", "Document(Div(P(Reference(Link)) Note(Lbl(Link) P)))"),
    ],
)
def test_a_note_is_read_after_what_calls_it(body: str, outline: str) -> None:
    found = structure(body, NOTE_STYLES)
    assert found.outline() == outline
    (note,) = found.all("Note")
    assert note.text == "1. La note."


def test_a_note_and_its_call_lead_to_each_other() -> None:
    data = print_pdf(page(f"<p>a{NOTE}</p><p>b <a href='#note-1'>1</a></p>", NOTE_STYLES)).data
    found = read_structure(data)
    (note,), calls = found.all("Note"), found.all("Reference")
    assert str(note.value["/ID"]) == "note-1"
    assert [call.value["/Ref"][0]["/ID"] for call in calls] == ["note-1", "note-1"]
    assert note.value["/Ref"][0]["/S"] == "/Reference"
    names = PdfReader(io.BytesIO(data)).named_destinations
    dests = [str(link["/Dest"]) for link in links(found)]
    assert dests == ["pied-1", "pied-1-call", "pied-1"]
    assert set(dests) <= set(names)
    said = [str(link["/Contents"]) for link in links(found)]
    assert said == ["Note 1", "↑ 1", "Note 1"]


def test_a_listener_is_told_of_notes_in_the_language_of_the_frame() -> None:
    body = f"<p>a{NOTE}</p><p>b <a href='#note-1'>1</a></p>"
    german = replace(page(body, NOTE_STYLES), language="de")
    first, _, again = links(read_structure(print_pdf(german).data))
    assert {str(link["/Contents"]) for link in (first, again)} == {"Anmerkung 1"}


def links(found: Element) -> list[Any]:
    return [link for one in found.walk() for link in one.links]


def test_the_notes_are_in_the_tree_of_identifiers() -> None:
    root: Any = PdfReader(
        io.BytesIO(print_pdf(page(f"<p>a{NOTE}</p>", NOTE_STYLES)).data)
    ).root_object["/StructTreeRoot"]
    name, element = root["/IDTree"]["/Names"]
    assert (str(name), element.get_object()["/S"]) == ("note-1", "/Note")


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("<a href='https://exemple.invalid/'>un <em>bel</em> exemple</a>", "un bel exemple"),
        ("<a href='https://exemple.invalid/' aria-label='Aller voir'>↗</a>", "Aller voir"),
        ("<a href='https://exemple.invalid/' title='Voir'>↗</a>", "Voir"),
    ],
)
def test_a_link_is_one_and_says_where_it_leads(link: str, said: str) -> None:
    (held,) = links(structure(f"<p>a {link}</p>"))
    assert str(held["/Contents"]) == said
    assert held["/F"] == 4


def test_a_link_on_two_lines_is_one_element_with_two_areas() -> None:
    styles = "<style>@page { size: 6cm }</style>"
    found = structure(f"<p><a href='https://exemple.invalid/'>{'mot ' * 12}</a></p>", styles)
    (link,) = found.all("Link")
    assert len(link.links) > 1


# ---- Words and pictures --------------------------------------------------------------------


def test_a_foreign_language_and_an_abbreviation_are_told() -> None:
    body = "<p>a <em lang=en>b</em> <abbr title='Organisation des Nations unies'>ONU</abbr></p>"
    foreign, short = structure(body).all("Span")
    assert (foreign.text, str(foreign.value["/Lang"])) == ("b", "en")
    assert (short.text, str(short.value["/E"])) == ("ONU", "Organisation des Nations unies")


@pytest.mark.parametrize(
    "picture",
    [
        f"<img alt='un point' src='{PIXEL}'>",
        f"<img aria-label='un point' src='{PIXEL}'>",
        SVG,
    ],
)
def test_a_picture_has_words_and_a_place(picture: str) -> None:
    made = print_pdf(page(f"<p>{picture}</p>"))
    (figure,) = read_structure(made.data).all("Figure")
    assert str(figure.value["/Alt"]) == "un point"
    left, bottom, right, top = (float(side) for side in figure.value["/A"]["/BBox"])
    assert 0 < left < right < 596
    assert 700 < bottom < top < 842
    assert made.warnings == ()


def test_a_picture_without_words_is_warned_of() -> None:
    made = print_pdf(page(f"<p><img src='{PIXEL}'></p>"))
    assert len(made.warnings) == 1
    assert "data:image/gif" in made.warnings[0]


def test_a_hyphen_that_hyphenation_adds_is_a_soft_one() -> None:
    styles = "<style>@page { size: 6cm } p { hyphens: auto; font-family: 'EB Garamond' }</style>"
    text = "Anticonstitutionnellement, peut-être, l’internationalisation des responsabilités."
    found = structure(f"<p>{text}</p>", styles).text
    assert "\u00ad" in found
    assert "\u2010" not in found
    assert bare(found) == bare(text)


def test_no_other_sign_is_read_as_what_it_is_not() -> None:
    signs = {1: "-", 2: "\u2010", 3: "\u2011", 4: " ", 5: "\u00a0", 6: "\u202f"}
    assert as_read(signs) == {**signs, 2: "\u00ad"}


def test_what_is_half_transparent_has_its_place_too() -> None:
    """It is drawn apart, in a stream of its own (ISO 32000-1, 14.7.4.2)."""
    data = print_pdf(page("<p>a</p><p style='opacity: .5'>b</p>")).data
    root: Any = PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]
    kids = [kid.get_object() for kid in root["/K"]["/K"]]
    reference = kids[1]["/K"]
    stream = reference["/Stm"]
    numbers = root["/ParentTree"]["/Nums"]
    tree = dict(zip(numbers[::2], numbers[1::2], strict=True))
    held = tree[stream["/StructParents"]].get_object()[reference["/MCID"]]
    assert held.get_object() == kids[1]


# ---- The starter ---------------------------------------------------------------------------


def test_the_starter_begins_with_its_title_and_skips_no_level(tagged: Element) -> None:
    levels = [int(one.type[1]) for one in tagged.all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_note_of_the_starter_is_called(tagged: Element) -> None:
    called = {str(call.value["/Ref"][0]["/ID"]) for call in tagged.all("Reference")}
    assert called == {str(note.value["/ID"]) for note in tagged.all("Note")}
    backs = [str(note.all("Link")[0].links[0]["/Contents"]) for note in tagged.all("Note")]
    assert all(back.startswith("Retour au texte, note") for back in backs)


def test_every_mark_and_every_link_leads_back_to_its_element(starter_pdf: PrintedPdf) -> None:
    reader = PdfReader(io.BytesIO(starter_pdf.data))
    root: Any = reader.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    tree = dict(zip(numbers[::2], numbers[1::2], strict=True))
    sheet: Any
    for sheet in reader.pages:
        marks = {key for key in marked_text(reader, sheet) if key >= 0}
        held = [one.get_object() for one in tree[sheet["/StructParents"]].get_object()]
        assert marks == {number for number, one in enumerate(held) if isinstance(one, dict)}
        assert sheet["/Tabs"] == "/S"
        for link in sheet.get("/Annots", []):
            assert str(tree[link.get_object()["/StructParent"]].get_object()["/S"]) == "/Link"


def test_all_that_a_reader_sees_is_read_out(tagged: Element, starter_briefing: Briefing) -> None:
    said = bare(tagged.text)
    words = [plain(point.text).replace("'", "’").split() for point in starter_briefing.key_points]
    assert words
    assert [word for point in words for word in point if bare(word.strip(".")) not in said] == []
    assert len(tagged.all("Note")) == len(starter_briefing.notes)
