"""Speakers by what they do."""

from __future__ import annotations

from dataclasses import replace

from briefing.assembling import assemble
from briefing.assembling.functions import by_function
from briefing.model.extract import Speaker
from briefing.model.naming import Naming, Person
from briefing.model.vocabulary import Voice
from briefing.outputs.export import export_json
from tests.builders import audience, dossier, extract

WHO = (
    ("minic#a", "Jeanne Roche", Speaker("la présidente")),
    ("minic#b", "J. Roche, élue", Speaker("la présidente")),
    ("minic#c", "Luc Un, maire", Speaker("maire")),
    ("minic#d", "Luc Deux", Speaker("Luc Deux")),
    ("minic#e", "Dimitri Minic", Speaker("Dimitri Minic")),
    ("minic#f", "anonyme, un proche", Speaker("un proche", anonymous=True)),
)
WHAT = replace(
    dossier(*(extract(id_, said_by=said, voice=Voice.REPORTED) for id_, said, _ in WHO)),
    people=(Person("Jeanne Roche", "J. Roche", function="la présidente"),),
)


def test_speakers_go_by_their_function_but_for_authors() -> None:
    assert [e.speaker for e in by_function(WHAT).extracts] == [speaker for _, _, speaker in WHO]


def test_neither_pages_nor_data_name_them() -> None:
    told = assemble(WHAT, replace(audience(), naming=Naming.FUNCTIONS))
    assert "Roche" not in repr(told) + export_json(told)
    assert "Luc Un" not in repr(told) + export_json(told)
    assert told.people == ()
