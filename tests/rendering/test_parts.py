"""Figures and pull quotes on the page: what is large says where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.edition import Medium
from briefing.model.extract import Extract
from briefing.model.verification import Evidence
from briefing.model.vocabulary import Kind, Status, Voice
from tests.builders import assembled, dossier, evidence_of, extract, source
from tests.rendering.pages import MEDIA, page_of, readable


def figure() -> Extract:
    said = extract("minic#f", kinds=(Kind.FIGURE,), statement="Un délai.", date="2024-12")
    return replace(said, figure="15-20 ans", status=Status.CLAIM)


def pulled(voice: Voice = Voice.REPORTED, party: str = "russie") -> Extract:
    said = extract("minic#q", said_by="Vladimir Poutine, président", voice=voice)
    return replace(said, pulled=True, parties=(party,) if party else ())


@pytest.mark.parametrize("medium", MEDIA)
def test_a_figure_says_what_it_measures_when_and_on_what_it_rests(medium: Medium) -> None:
    section = page_of(dossier(figure()), medium).by_id("chiffres")
    assert section.one("h2").text == "Chiffres clés"
    cell = section.by_id("chiffre-minic:f")
    assert readable(cell.one(class_="figure").text) == "15-20 ans"
    assert readable(cell.one(class_="measure").text).startswith("Un délai")
    told = readable(cell.one(class_="meta").text)
    assert all(word in told for word in ("déc. 2024", "source unique", "[1]", "déclaration"))


@pytest.mark.parametrize("medium", MEDIA)
def test_without_figures_there_is_no_section(medium: Medium) -> None:
    assert "Chiffres clés" not in page_of(dossier(extract()), medium).text


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(("party", "place"), [("russie", "partie-russie"), ("", "contenu")])
def test_a_pull_quote_says_who_speaks_and_where(medium: Medium, party: str, place: str) -> None:
    page = page_of(dossier(pulled(party=party), introduction="Le chapeau."), medium)
    quote = page.by_id(place).one("figure", class_="pull-quote")
    said = readable(quote.one("blockquote").text)
    assert said.startswith("« dont les objectifs restent maximalistes »")
    told = readable(quote.one("figcaption").text)
    assert told.startswith("Vladimir Poutine, président, propos rapportés par")
    assert told.endswith("[1]")


@pytest.mark.parametrize("voice", list(Voice))
def test_words_of_others_never_pass_for_those_of_the_document(voice: Voice) -> None:
    quote = page_of(dossier(pulled(voice))).one("figcaption")
    assert readable(quote.text).startswith("Vladimir Poutine, président")


def test_an_author_who_is_quoted_is_named_by_the_source() -> None:
    said = replace(extract("minic#q", voice=Voice.OWN), pulled=True)
    page = page_of(dossier(said, sources=[source("minic")]))
    assert "Minic" in page.one("figcaption").text


@pytest.mark.parametrize("evidence", [None, evidence_of()])
def test_what_nobody_verified_is_marked_as_in_the_note(evidence: Evidence | None) -> None:
    told = page_of(assembled(dossier(pulled()), evidence=evidence)).one("figcaption").text
    assert ("citation non vérifiée" in readable(told)) == (evidence is not None)


def test_in_print_a_figure_and_a_pull_quote_carry_their_notes() -> None:
    page = page_of(dossier(figure(), pulled(party="")), Medium.PRINT)
    assert len(page.all("figure")[0].all(class_="footnote")) == 1
    assert len(page.by_id("chiffres").all(class_="footnote")) == 1
