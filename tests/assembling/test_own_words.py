"""Who speaks where a document is quoted: the document itself, or another."""

from __future__ import annotations

import pytest

from briefing.assembling.own_words import own_words
from briefing.model.extract import Extract, Speaker
from briefing.model.source import Source
from tests.builders import assembled, dossier, event


@pytest.mark.parametrize(
    ("speaker", "own"),
    [
        (None, True),
        (Speaker("Claire Martin"), True),
        (Speaker("claire  martin"), True),
        (Speaker("Martin, Claire"), True),
        (Speaker("Gabriel García Márquez"), True),
        (Speaker("García Márquez, Gabriel"), True),
        (Speaker("Ministère des Transports, France"), True),
        (Speaker("France Ministère des Transports"), False),
        (Speaker("Document non signé"), True),
        (Speaker("Un document non signé"), True),
        (Speaker("Jeanne Roche"), False),
        (Speaker("Gabriel García"), False),
        (Speaker("un élu", anonymous=True), False),
        (Speaker("Claire Martin", anonymous=True), False),
    ],
)
def test_an_author_speaks_in_their_own_words(speaker: Speaker | None, own: bool) -> None:
    authors = ("Claire Martin", "García Márquez, Gabriel", "Ministère des Transports, France")
    extract = Extract("a#b", "a", (), "q", speaker=speaker)
    assert own_words(extract, Source("a", "A", authors=authors)) is own


def test_a_note_knows_whose_words_it_quotes() -> None:
    made = assembled(dossier(event("minic#1", "2025-02-01")), "chronologie", "sources")
    assert [entry.own_words for note in made.notes for entry in note.entries] == [True]
