"""The annex: every extract once, under its source."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from briefing.assembling import assemble
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.vocabulary import Kind, Tlp
from briefing.reading.audiences import BUILT_IN
from tests.builders import FEW, assembled, dossier, dossiers, extract


def researched(what: Dossier) -> Briefing:
    return assemble(what, BUILT_IN["chercheur"])


@FEW
@given(dossiers())
def test_every_extract_stands_once_under_its_source(full: Dossier) -> None:
    made = researched(full)
    found = [item.entry.extract.id for held in made.annex for item in held.entries]
    assert sorted(found) == sorted(e.id for e in full.extracts)
    for held in made.annex:
        assert {item.entry.extract.source for item in held.entries} == {held.source.source.id}
        assert held.source in made.sources
    assert [held.source.number for held in made.annex] == sorted(
        held.source.number for held in made.annex
    )


@FEW
@given(dossiers())
def test_an_extract_names_the_note_that_quotes_it(full: Dossier) -> None:
    made = researched(full)
    noted = {e.extract.id: note.number for note in made.notes for e in note.entries}
    for held in made.annex:
        for item in held.entries:
            assert item.note == noted.get(item.entry.extract.id, 0)


def test_what_no_note_quotes_is_there_and_attached() -> None:
    context = extract("a#x", kinds=(Kind.CONTEXT,), parties=(), issues=())
    made = researched(dossier(context))
    assert made.notes == ()
    assert [item.note for held in made.annex for item in held.entries] == [0]
    assert [e.id for e in made.extracts] == [context.id]


def test_an_annex_of_fewer_sections_attaches_all_that_it_prints() -> None:
    audience = replace(BUILT_IN["chercheur"], sections=("points-clés", "sources"))
    made = assemble(dossier(extract()), audience)
    assert made.whole
    assert [e.id for e in made.extracts] == ["minic#objectifs"]


def test_what_is_withheld_is_in_no_annex() -> None:
    secret = replace(extract("a#x"), tlp=Tlp.AMBER)
    made = researched(dossier(secret, extract("b#y")))
    assert [held.source.source.id for held in made.annex] == ["b"]


def test_no_other_edition_has_one() -> None:
    assert assembled(dossier(extract())).annex == ()
