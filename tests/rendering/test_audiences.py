"""What the page of one audience has of its own, and what it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from briefing.api import render
from briefing.assembling import assemble
from briefing.model.audience import Anonymous, Depth, NoteStyle
from briefing.model.briefing import Draft
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.model.text import Paragraph
from briefing.model.vocabulary import Kind, Tlp
from briefing.reading.audiences import SECTIONS
from tests.builders import (
    audience,
    divergence,
    dossier,
    event,
    extract,
    key_point,
    question,
    rich,
    side,
)

HEADED = tuple(section for section in SECTIONS if section not in ("changements", "mentions"))
WHAT = replace(
    dossier(
        extract("minic#a", supports=("kp",), said_by="anonyme, un diplomate"),
        event("minic#e", "2025-02"),
        replace(extract("minic#f", kinds=(Kind.FIGURE,)), figure="15 ans"),
        key_points=[key_point("kp")],
        questions=[question("q", side("A", "Un.", "minic#a"))],
        divergences=[divergence("d", side("A", "Un.", "minic#a"))],
        introduction="Dit ainsi[@minic#a].",
    )
)


def page(
    what: Dossier = WHAT,
    *sections: str,
    medium: Medium = Medium.SCREEN,
    draft: Draft | None = None,
    **changes: Any,
) -> str:
    briefing = assemble(what, replace(audience(*sections), **changes), draft=draft)
    return render(briefing, medium).html.partition("<body")[2]


@pytest.mark.parametrize("section", HEADED)
def test_a_section_is_called_as_the_audience_has_it(section: str) -> None:
    headings = MappingProxyType({section: "Ce qu'il faut savoir"})
    assert "Ce qu’il faut savoir" in page(headings=headings)
    assert "Ce qu’il faut savoir" not in page()


@pytest.mark.parametrize("medium", Medium)
def test_every_page_bears_its_label(medium: Medium) -> None:
    marked = replace(WHAT, introduction=(Paragraph(rich("Un."), "text", Tlp.AMBER_STRICT),))
    assert '<p class="tlp">TLP:AMBER+STRICT</p>' in page(marked, medium=medium)
    assert 'class="tlp"' not in page(medium=medium)
    html = render(assemble(marked, audience()), medium).html
    assert "--tlp: #ffc000" in html
    assert ("string(tlp)" in html) is (medium is Medium.PRINT)


def test_foreword_embargo_and_contact_are_printed() -> None:
    html = page(
        foreword=(Paragraph(rich("Un mot *net*[@minic#a].")), Paragraph(rich("Titre"), "heading")),
        embargo="2 juin 2025, 6 h",
        contact=("Claire Martin", "presse@exemple.fr"),
    )
    assert "<em>net</em>" in html.partition('class="foreword"')[2]
    assert '<p class="heading">Titre</p>' in html
    assert re.search(r"Sous embargo jusqu’au 2\sjuin\s2025, 6\sh</p>", html)
    assert '<section class="contact" id="contact"' in html
    assert "presse@exemple.fr" in html
    bare = page()
    assert not any(part in bare for part in ("foreword", "embargo", "contact"))


def test_a_matrix_without_detail_links_nowhere() -> None:
    html = page(depth=Depth.NONE, notes=NoteStyle.NONE)
    assert 'class="stance' in html
    assert "#position-" not in html
    assert "voir le détail" not in html


def test_without_a_list_of_sources_no_number_refers_to_it() -> None:
    html = page(WHAT, "points-clés", "positions", depth=Depth.NONE, notes=NoteStyle.NONE)
    assert "#source-" not in html
    assert "numéro de la source" not in html
    assert "numéro de la source" in page()


@pytest.mark.parametrize(
    "changes", [{"notes": NoteStyle.SHORT}, {"anonymous": Anonymous.SUMMARISED}]
)
def test_a_note_without_quotation_has_no_empty_marks(changes: dict[str, Any]) -> None:
    html = page(WHAT, "points-clés", "sources", **changes)
    assert 'id="note-1"' in html
    assert "«" not in html.partition('id="note-1"')[2].partition("</li>")[0]
    assert "objectifs restent" not in html
    assert "objectifs restent" in page(WHAT, "points-clés", "sources")


def test_a_summarised_speaker_is_described_by_nothing() -> None:
    assert "un diplomate" in page().casefold()
    html = page(anonymous=Anonymous.SUMMARISED)
    assert "un diplomate" not in html.casefold()
    assert "nonyme" in html


def test_a_draft_for_others_counts_no_faults() -> None:
    told = "Brouillon composé"
    assert told in page(draft=Draft(3))
    assert told not in page(draft=Draft(3), clearance=Tlp.CLEAR)
