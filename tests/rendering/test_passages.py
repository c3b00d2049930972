"""A note leads back to its passage: its page in print, its context on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.edition import Medium
from briefing.model.verification import Fragment, Verdict, Verification
from tests.builders import assembled, dossier, evidence_of, extract
from tests.rendering.pages import MEDIA, Node, notes_of, page_of, readable

QUOTED = Fragment(52, 64, "les <objectifs>", "Il l'a dit : ", " restent grands.")
FOUND = Verification(
    Verdict.VERBATIM, document="a.pdf", sha256="0123456789abcdef" * 4, page=3, fragments=(QUOTED,)
)


Found = dict[str, Verification]
"""Verifications by the local part of the extract's id."""


def page(
    found: Found | None = None, *, medium: Medium = Medium.SCREEN, draft: bool = False
) -> Node:
    what = dossier(*(extract(f"minic#{id_}") for id_ in found or ("a",)))
    evidence = evidence_of(**found) if found else None
    return page_of(assembled(what, evidence=evidence, draft=draft), medium)


def first_note(page: Node, medium: Medium = Medium.SCREEN) -> str:
    return readable(notes_of(page, medium)[0].text)


@pytest.mark.parametrize("medium", MEDIA)
def test_the_page_of_the_document_is_told(medium: Medium) -> None:
    assert "[1], p. 3 :" in first_note(page({"a": FOUND}, medium=medium), medium)


def test_the_page_that_the_analyst_gives_goes_first() -> None:
    said = replace(extract("minic#a"), page="12-13")
    shown = page_of(assembled(dossier(said), evidence=evidence_of(a=FOUND)))
    assert "[1], p. 12-13 :" in first_note(shown)


def test_a_note_opens_on_its_quotation_in_context() -> None:
    (passage,) = page({"a": FOUND}).all("details")
    assert readable(passage.one("summary").text) == "Dans le texte"
    assert passage.one("mark").text == "les <objectifs>"
    assert readable(passage.one("blockquote").text) == (
        "Il l'a dit : les <objectifs> restent grands."
    )
    place = readable(passage.all("p")[0].text)
    assert place == "caractères 52 à 64 du document, p. 3 · SHA-256 0123456789ab"


def test_each_quotation_of_a_note_opens_on_its_own() -> None:
    said = [extract("minic#a", supports=["p"]), extract("minic#b", supports=["p"])]
    evidence = evidence_of(a=FOUND, b=FOUND)
    shown = page_of(assembled(dossier(*said), evidence=evidence))
    assert len(shown.all("details")) == 2


def test_paper_has_nothing_to_open() -> None:
    assert page({"a": FOUND}, medium=Medium.PRINT).all("details") == []


@pytest.mark.parametrize("found", [{}, {"a": Verification()}, {"a": Verification(Verdict.NEAR)}])
def test_without_a_known_place_there_is_nothing_to_open(found: Found) -> None:
    assert page(found).all("details") == []


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("found", "doubted"),
    [
        ({}, True),
        ({"a": Verification()}, True),
        ({"a": Verification(Verdict.NEAR)}, True),
        ({"a": Verification(Verdict.ABSENT)}, True),
        ({"a": FOUND}, False),
        ({"a": replace(FOUND, verdict=Verdict.AMBIGUOUS)}, False),
    ],
)
def test_a_draft_marks_what_is_not_verified(found: Found, doubted: bool, medium: Medium) -> None:
    told = "(citation non vérifiée)" in first_note(page(found, medium=medium, draft=True), medium)
    assert told is doubted


@pytest.mark.parametrize("medium", MEDIA)
def test_an_edition_is_not_marked(medium: Medium) -> None:
    shown = page({"a": Verification()}, medium=medium).text
    assert "non vérifiée" not in shown
    assert "Brouillon" not in shown


@pytest.mark.parametrize("medium", MEDIA)
def test_a_draft_says_so(medium: Medium) -> None:
    shown = page(medium=medium, draft=True)
    assert readable(shown.all(class_="draft")[0].text) == "Brouillon : ne pas diffuser"
