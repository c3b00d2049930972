"""Exergues: each in one place, with the note that quotes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from briefing.model.briefing import Briefing, PullQuote
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import Kind
from tests.builders import FEW, assembled, dossier, dossiers, extract


def pulled(id_: str, *parties: str, kinds: Sequence[Kind] = (Kind.CONTEXT,)) -> Extract:
    return replace(extract(id_, kinds=kinds, parties=parties), pulled=True)


def everywhere(briefing: Briefing) -> list[PullQuote]:
    parties = (quote for party in briefing.positions for quote in party.pull_quotes)
    return [*briefing.pull_quotes, *parties]


def test_a_quotation_stands_with_the_first_party_that_it_concerns() -> None:
    made = assembled(dossier(pulled("a#x", "ukraine", "russie"), pulled("a#y")))
    assert [quote.entry.extract.id for quote in made.pull_quotes] == ["a#y"]
    held = {p.party.id: [q.entry.extract.id for q in p.pull_quotes] for p in made.positions}
    assert held == {"russie": [], "ukraine": ["a#x"]}


def test_it_recalls_the_note_of_the_position_that_it_proves() -> None:
    made = assembled(dossier(pulled("a#x", "russie", kinds=(Kind.POSITION,))))
    (quote,) = everywhere(made)
    assert quote.call is not None
    assert (quote.call.recalled, quote.call.note) == ((1,), None)


@FEW
@given(dossiers())
def test_each_stands_once_and_is_quoted_by_a_note(any_dossier: Dossier) -> None:
    made = assembled(any_dossier)
    quotes = [quote.entry.extract.id for quote in everywhere(made)]
    assert sorted(quotes) == sorted(e.id for e in any_dossier.extracts if e.pulled)
    assert set(quotes) <= {e.extract.id for note in made.notes for e in note.entries}


@FEW
@given(dossiers())
def test_it_says_what_its_note_says_of_the_proof(any_dossier: Dossier) -> None:
    made = assembled(any_dossier)
    noted = {e.extract.id: e.doubtful for note in made.notes for e in note.entries}
    assert all(q.entry.doubtful == noted[q.entry.extract.id] for q in everywhere(made))
