"""A note leads back to its passage: its page in print, its context on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.briefing import Draft
from briefing.model.edition import Medium
from briefing.model.notes import NoteEntry, SourceEntry
from briefing.model.verification import Fragment, Verdict, Verification
from briefing.rendering.passages import passage as passage_set
from tests.builders import assembled, dossier, evidence_of, extract, source
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
    return page_of(assembled(what, evidence=evidence, draft=Draft() if draft else None), medium)


def first_note(page: Node, medium: Medium = Medium.SCREEN) -> str:
    return readable(notes_of(page, medium)[0].text)


@pytest.mark.parametrize("medium", MEDIA)
def test_the_page_of_the_document_is_told(medium: Medium) -> None:
    assert "[1], p. 3 :" in first_note(page({"a": FOUND}, medium=medium), medium)


def test_the_page_that_the_analyst_gives_goes_first() -> None:
    said = replace(extract("minic#a"), page="12-13")
    shown = page_of(assembled(dossier(said), evidence=evidence_of(a=FOUND)))
    assert "[1], p. 12-13 :" in first_note(shown)


def opened(shown: Node) -> list[Node]:
    """The passages that the notes open on; the contents are folded too."""
    return [
        passage
        for notes in shown.all("section", class_="notes")
        for passage in notes.all("details")
    ]


def test_a_note_opens_on_its_quotation_in_context() -> None:
    (passage,) = opened(page({"a": FOUND}))
    assert readable(passage.one("summary").text) == "Dans le texte"
    assert passage.one("mark").text == "les <objectifs>"
    assert readable(passage.one("blockquote").text) == (
        "Il l'a dit : les <objectifs> restent grands."
    )
    place = readable(passage.all("p")[0].text)
    assert place == "Page 3, caractères 52 à 64 du document"


def test_each_quotation_of_a_note_opens_on_its_own() -> None:
    said = [extract("minic#a", supports=["p"]), extract("minic#b", supports=["p"])]
    evidence = evidence_of(a=FOUND, b=FOUND)
    shown = page_of(assembled(dossier(*said), evidence=evidence))
    assert len(opened(shown)) == 2


def test_paper_has_nothing_to_open() -> None:
    assert page({"a": FOUND}, medium=Medium.PRINT).all("details") == []


@pytest.mark.parametrize("found", [{}, {"a": Verification()}, {"a": Verification(Verdict.NEAR)}])
def test_without_a_known_place_there_is_nothing_to_open(found: Found) -> None:
    assert opened(page(found)) == []


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
@pytest.mark.parametrize("accepted", [True, False])
def test_an_edition_marks_it_too_unless_the_analyst_answers_for_it(
    accepted: bool, medium: Medium
) -> None:
    evidence = replace(evidence_of(a=Verification()), accepted=accepted)
    shown = page_of(assembled(dossier(extract("minic#a")), evidence=evidence), medium)
    assert ("(citation non vérifiée)" in readable(shown.text)) is not accepted
    assert "Brouillon" not in shown.text


@pytest.mark.parametrize("medium", MEDIA)
def test_where_nobody_asked_nothing_is_marked(medium: Medium) -> None:
    assert "non vérifiée" not in page(medium=medium).text


@pytest.mark.parametrize("medium", MEDIA)
def test_a_draft_says_so(medium: Medium) -> None:
    shown = page(medium=medium, draft=True)
    assert readable(shown.all(class_="draft")[0].text) == "Brouillon : ne pas diffuser"


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("faults", "said"),
    [(0, ""), (1, "malgré une erreur : un extrait"), (2, "malgré deux erreurs : des extraits")],
)
def test_a_draft_with_faults_warns_of_what_they_spoil(
    faults: int, said: str, medium: Medium
) -> None:
    shown = page_of(assembled(dossier(extract()), draft=Draft(faults)), medium)
    told = " ".join(readable(node.text) for node in shown.all(class_="faults"))
    assert said in told
    assert bool(told) is bool(faults)


# ---- The passage as it is set --------------------------------------------------------------


def passage_of(fragment: Fragment, language: str = "") -> str:
    said = replace(extract("minic#a"), language=language)
    found = Verification(Verdict.VERBATIM, document="a", fragments=(fragment,))
    shown = page_of(assembled(dossier(said), evidence=evidence_of(a=found)))
    (passage,) = opened(shown)
    return passage.one("blockquote").text


AROUND = Fragment(
    99,
    111,
    'il dit "oui"',
    "oupé le matin. Alors\n## Titre\n- ",
    " ; puis l'autre s'en va, et fini",
)


def test_a_passage_is_set_as_the_page_is_and_keeps_its_lines() -> None:
    assert passage_of(AROUND) == (
        "[…]\u00a0le matin. AlorsTitreil dit «\u202foui\u202f»\u202f; puis l’autre s’en va, et\u00a0[…]"
    )


def test_another_language_gets_its_own_marks_alone() -> None:
    assert "il dit “oui” ; puis l’autre" in passage_of(AROUND, "en")


@pytest.mark.parametrize(
    ("quoted", "kept"),
    [
        ("the end of the war: who will pay for it?", True),
        ("la fin de la guerre: qui va payer?", False),
    ],
)
def test_a_passage_in_english_keeps_its_type_as_its_quotation_does(quoted: str, kept: bool) -> None:
    found = replace(FOUND, fragments=(Fragment(0, len(quoted), quoted),))
    entry = NoteEntry(extract("minic#a", quotation=quoted), SourceEntry(1, source(), 1), found)
    assert (quoted in passage_set(entry)) is kept
