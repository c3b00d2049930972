"""Cover, figures and boxes as a reader has them."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import pytest

from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.model.parts import Breadth, DeclaredBox, DeclaredFigure, Picture
from briefing.reading.prose import parse_blocks
from briefing.rendering.pictures import data_uri
from tests.builders import assembled, dossier, extract, rich, source
from tests.rendering.pages import html_of

PICTURE = Picture("image/png", b"\x89PNG\r\n", 40, 30, "0" * 64)


def figure(**changes: object) -> DeclaredFigure:
    made = DeclaredFigure(
        "trace",
        "trace.png",
        'Un "tracé" & <b>rien</b>',
        rich("La ligne ; *vue* <d'avion>"),
        "Dessin : <Nous>",
        place="chapeau",
        picture=PICTURE,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def box(place: str = "chapeau") -> DeclaredBox:
    text = parse_blocks("Un mot <ici>[@minic#x].\n\n## Deux\n\n- trois ;")
    return DeclaredBox("loi", rich("La *loi* : <texte>"), text, place=place)


def page(medium: str, *parts: DeclaredFigure | DeclaredBox, cover: bool = False) -> str:
    what: Dossier = dossier(extract("minic#x"), sources=[source("minic")])
    figures = tuple(part for part in parts if isinstance(part, DeclaredFigure))
    boxes = tuple(part for part in parts if isinstance(part, DeclaredBox))
    head = figure(id="couverture") if cover else None
    made = assembled(replace(what, figures=figures, boxes=boxes, cover=head))
    return html_of(made, Medium(medium))


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_a_figure_says_what_it_shows_then_whose_it_is(medium: str) -> None:
    html = page(medium, figure())
    (shown,) = re.findall(
        r'<figure class="illustration narrow" id="figure-trace">.*?</figure>', html, re.DOTALL
    )
    assert base64.b64encode(PICTURE.data).decode() in shown
    assert 'width="40" height="30"' in shown
    assert '<p class="caption">La ligne\u202f; <em>vue</em> &lt;d’avion&gt;</p>' in shown
    assert '<p class="credit">Dessin\u00a0: &lt;Nous&gt;</p>' in shown
    (alt,) = re.findall(r'alt="([^"]*)"', shown)
    assert "&lt;b&gt;rien" in alt
    assert "<b>" not in shown


def test_a_decorative_picture_is_told_to_nobody() -> None:
    assert re.search(r'<img [^>]*alt=""', page("screen", figure(alt="")))


def test_a_figure_names_its_source_with_its_number() -> None:
    html = page("screen", figure(source="minic"))
    assert re.search(r'class="credit">.*Source\u00a0: .*href="#source-1">\[1\]</a></p>', html)


def test_a_wide_figure_takes_the_page() -> None:
    assert 'class="illustration wide"' in page("print", figure(breadth=Breadth.PAGE))


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_the_cover_comes_before_the_title(medium: str) -> None:
    html = page(medium, cover=True)
    assert html.index("<main") < html.index('<figure class="cover"') < html.index("<h1")
    assert html.count("<figure") == 1


@pytest.mark.parametrize(("place", "level"), [("chapeau", 3), ("partie:russie", 4)])
@pytest.mark.parametrize("medium", ["print", "screen"])
def test_a_box_has_a_heading_of_its_place_and_notes(medium: str, place: str, level: int) -> None:
    html = page(medium, box(place))
    (shown,) = re.findall(r'<aside class="box".*?</aside>', html, re.DOTALL)
    assert 'role="note"' in shown
    assert (
        f'<h{level} id="titre-encadre-loi">La <em>loi</em>\u00a0: &lt;texte&gt;</h{level}>' in shown
    )
    assert re.search(rf'<h{level + 1} class="sub">\s*Deux', shown)
    assert '<p class="item">trois\u202f;' in shown
    assert "mot &lt;ici&gt;" in re.sub(r"</?span[^>]*>", "", shown)
    assert ("footnote" if (medium, place) == ("print", "chapeau") else "#note-1") in shown


def test_each_part_can_be_linked_to_on_screen() -> None:
    html = page("screen", figure(), box())
    assert 'href="#figure-trace" aria-label' in html
    assert 'href="#encadre-loi" aria-label' in html


def test_an_edition_without_parts_has_no_trace_of_them() -> None:
    html = page("screen")
    assert "<aside" not in html
    assert "<figure" not in html
    assert "data:image" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_a_picture_is_within_its_address() -> None:
    assert data_uri(PICTURE) == "data:image/png;base64,iVBORw0K"
