"""What a line of print may not cut, and what may not collide in it."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from briefing.model.edition import Edition, Medium
from briefing.outputs.composition import composed
from briefing.outputs.pdf import PrintedPdf, print_pdf

JOINER = "\u2060"
WRAP = "hyphens: auto; overflow-wrap: break-word"


def kept(whole: str) -> str:
    held = whole.replace("-", f"-{JOINER}")
    is_name = whole.istitle()
    return (
        held if is_name else f'<span style="hyphens: manual; overflow-wrap: normal">{held}</span>'
    )


@pytest.mark.parametrize(
    "whole",
    ["États-Unis", "Maison-Blanche", "là-dedans", "lui-même", "cessez-le-feu", "a-t-il", "non-dit"],
)
def test_names_and_scraps_are_kept_whole(whole: str) -> None:
    held = kept(whole)
    for text in ("<p>{}</p>", "<p>aux <em>{}</em>.</p>", "<p>l’{}, «\u202f{}\u202f»</p>"):
        assert composed(text.replace("{}", whole)) == text.replace("{}", held)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p>fixée au 14\u00a0<span class="held">février.</span></p>',
            '<p>fixée au <span class="held">14\u00a0février.</span></p>',
        ),
        (
            '<p>des «\u202f<span class="held">terres\u202f»</span></p>',
            '<p>des <span class="held">«\u202fterres\u202f»</span></p>',
        ),
        (
            '<p>2025, ISBN\u00a0<span lang="zxx">979-10</span>.</p>',
            '<p>2025, <span>ISBN\u00a0<span lang="zxx">979-10</span></span>.</p>',
        ),
        (
            '<p>ce&nbsp;4&nbsp;<span class="held">mai.</span></p>',
            '<p><span class="held">ce&nbsp;4&nbsp;mai.</span></p>',
        ),
    ],
)
def test_words_that_a_no_break_space_binds_go_with_their_element(html: str, expected: str) -> None:
    assert composed(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p>fixée au <span class="held">février.</span></p>',
        '<p>dit\u00a0<span lang="en">two words</span></p>',
        '<p>Tom&amp;Lea <span class="held">va.</span></p>',
    ],
)
def test_what_is_bound_to_nothing_stays(html: str) -> None:
    assert composed(html) == html


@pytest.mark.parametrize(
    "free",
    [
        "<p>russo-américain</p>",
        "<p>Bosnie-Herzégovine et Clermont-Ferrand-Auvergne</p>",
        "<p>exemple.org/le-feu, a-b@exemple.org, fichier-de.txt, 4-5 nov., 2022-2025, A4-b</p>",
        '<p class="non-dit" title="États-Unis">x</p>',
        "<h3>États-Unis</h3><h1 class=a>Le <em>cessez-le-feu</em></h1>",
        "<head><title>États-Unis</title><style>a { font: non-dit }</style></head>",
        "<p>un – deux -- trois - quatre</p>",
    ],
)
def test_all_else_stays_as_it_is(free: str) -> None:
    assert composed(free) == free


def test_what_follows_a_heading_is_composed() -> None:
    assert composed("<h2>À eux-mêmes</h2>là-bas") == f"<h2>À eux-mêmes</h2>{kept('là-bas')}"


@given(st.text("aÉé-<>/h1 pm", max_size=60))
def test_only_joiners_are_added_and_after_hyphens(html: str) -> None:
    made = composed(html)
    bare = re.sub(
        r'<span style="hyphens: manual; overflow-wrap: normal">([^<]*)</span>', r"\1", made
    )
    assert bare.replace(JOINER, "") == html
    assert re.findall(rf"[^-]{JOINER}", made) == []


@pytest.mark.parametrize(
    ("html", "clear"),
    [
        ('Witkoff<span id="note-21">', True),
        ('Witkoff<sup class="call">', True),
        ('<em>Witkoff</em><sup class="call">', True),
        ('<span lang="fr">Witkoff</span><span id="note-21">', True),
        ('<em><span lang="fr">Witkoff</span></em><sup class="call">', True),
        ('Minic<sup class="call">', False),
        ("Witkoff<b>x</b>", False),
    ],
)
def test_a_call_keeps_clear_of_an_f(html: str, clear: bool) -> None:
    assert ("padding-left" in composed(html)) is clear


def lines(data: bytes) -> list[str]:
    pages = PdfReader(io.BytesIO(data)).pages
    return [line.strip() for page in pages for line in page.extract_text().splitlines()]


@pytest.mark.parametrize("width", range(23, 60, 3))
def test_no_line_ends_within_a_name(width: int) -> None:
    text = "Aux États-Unis, la Maison-Blanche admet là-bas une non-adhésion, dit-on. " * 4
    html = f'<html lang=fr><title>x</title><p style="width: {width}mm; {WRAP}">{text}</p></html>'
    found = lines(print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet")).data)
    assert len(found) > 8
    assert [line for line in found if line.endswith(("-", "ces\u00ad"))] == []
    assert " ".join(found).replace("\u00ad ", "").split() == text.split()


@pytest.mark.slow
def test_the_sample_cuts_no_name(sample_pdf: PrintedPdf) -> None:
    text = "\n".join(lines(sample_pdf.data))
    assert re.findall(r"[A-ZÉ]\w+-\n[A-ZÉ]\w+", text) == []
    assert re.findall(r"\b\w{1,3}-\n", text) == []
