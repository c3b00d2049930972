"""Exergues: each in one place, with the note that quotes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from briefing.assembling import assemble
from briefing.assembling.pull_quotes import LONGEST, with_key_quotations
from briefing.model.audience import Product
from briefing.model.briefing import Briefing, PullQuote
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.verification import Evidence, Verdict, Verification
from briefing.model.vocabulary import Kind, Voice
from tests.builders import (
    FEW,
    assembled,
    audience,
    dossier,
    dossiers,
    evidence_of,
    extract,
    key_point,
)


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


# ---- Chosen for the press ------------------------------------------------------------------


def spoken(id_: str, by: str = "Vladimir Poutine, président", *, quotation: str = "oui") -> Extract:
    return extract(id_, said_by=by, voice=Voice.DIRECT, quotation=quotation)


def chosen(what: Dossier, most: int = 6, evidence: Evidence | None = None) -> list[str]:
    made = with_key_quotations(what, most, evidence)
    return [extract.id for extract in made.extracts if extract.pulled]


def test_named_speakers_are_quoted_in_person_once_each() -> None:
    full = dossier(
        extract("minic#lent", voice=Voice.ATTRIBUTED),
        spoken("minic#un"),
        spoken("minic#deux"),
        spoken("minic#tu", "anonyme, un diplomate"),
        spoken("minic#long", "Jean Long", quotation="a" * (LONGEST + 1)),
        spoken("minic#vide", "Jean Tu", quotation=""),
        spoken("minic#autre", "Volodymyr Zelensky"),
    )
    assert chosen(full) == ["minic#un", "minic#autre"]


def test_the_analyst_s_choice_goes_first_then_what_key_points_quote() -> None:
    full = dossier(
        spoken("minic#reste", "Jean Reste"),
        replace(spoken("minic#etaie", "Jean Étaie"), supports=("kp",)),
        spoken("minic#cite", "Jean Cite"),
        replace(spoken("minic#exergue", "Jean Exergue"), pulled=True),
        key_points=[key_point("kp", lead="minic#cite")],
    )
    assert chosen(full, 1) == ["minic#exergue"]
    assert set(chosen(full, 2)) == {"minic#exergue", "minic#cite"}
    assert "minic#reste" not in chosen(full, 3)


def test_only_what_is_proved_is_offered_where_anybody_asked() -> None:
    full = dossier(spoken("minic#un"), spoken("minic#deux", "Volodymyr Zelensky"))
    evidence = evidence_of(
        un=Verification(Verdict.NEAR), deux=Verification(Verdict.VERBATIM, document="a.txt")
    )
    assert chosen(full, evidence=evidence) == ["minic#deux"]


def test_they_stand_together_whoever_they_concern() -> None:
    press = replace(audience(), product=Product(quotations=6))
    made = assemble(dossier(spoken("minic#un")), press)
    assert [quote.entry.extract.id for quote in made.pull_quotes] == ["minic#un"]
    assert [quote for party in made.positions for quote in party.pull_quotes] == []


@FEW
@given(dossiers())
def test_an_edition_that_asks_for_none_keeps_the_analyst_s(any_dossier: Dossier) -> None:
    assert with_key_quotations(any_dossier, 0) is any_dossier
