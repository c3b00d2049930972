"""Positions: who speaks stays apart from whom it concerns, and a gap stays a gap."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from briefing.model.briefing import Briefing, Cell, IssuePositions, Position
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.text import plain
from briefing.model.vocabulary import Dating, Kind, Status, Voice
from tests.builders import FEW, assembled, dossier, dossiers, event, extract, position


def cell(briefing: Briefing, party: str = "russie", issue: str = "otan") -> Cell:
    assert briefing.matrix is not None
    cells = (cell for row in briefing.matrix.rows for cell in row.cells)
    return next(c for c in cells if (c.party.id, c.issue.id) == (party, issue))


def held(briefing: Briefing, party: str = "russie", issue: str = "otan") -> IssuePositions | None:
    issues = next(p.issues for p in briefing.positions if p.party.id == party)
    return next((held for held in issues if held.issue.id == issue), None)


def detail(briefing: Briefing, party: str = "russie", issue: str = "otan") -> Sequence[Position]:
    found = held(briefing, party, issue)
    return (*found.positions, *found.also) if found else ()


def extracts_of(positions: Sequence[Position]) -> list[tuple[str, ...]]:
    return [position.support.extracts for position in positions]


# ---- Places --------------------------------------------------------------------------------


def test_the_matrix_has_a_row_an_issue_and_a_cell_a_party() -> None:
    matrix = assembled(dossier(extract())).matrix
    assert matrix is not None
    assert [row.issue.id for row in matrix.rows] == ["otan", "sanctions"]
    assert {tuple(cell.party.id for cell in row.cells) for row in matrix.rows} == {
        ("russie", "ukraine")
    }


def test_a_position_stands_at_each_of_its_places() -> None:
    said = extract(parties=("russie", "ukraine"), issues=("otan", "sanctions"))
    briefing = assembled(dossier(said))
    places = [(p, i) for p in ("russie", "ukraine") for i in ("otan", "sanctions")]
    assert all(not cell(briefing, *place).gap for place in places)
    anchors = {p.anchor for place in places for p in detail(briefing, *place)}
    assert len(anchors) == 4


def test_an_extract_that_is_no_position_takes_no_place() -> None:
    said = extract(kinds=(Kind.CONTEXT,), date="2025-02-12")
    assert cell(assembled(dossier(said))).gap


def test_an_empty_cell_is_a_gap_in_the_matrix_and_in_the_detail() -> None:
    briefing = assembled(dossier(extract(parties=("russie",), issues=("otan",))))
    assert cell(briefing, "ukraine", "otan").gap
    assert briefing.matrix is not None
    assert briefing.matrix.gaps == 3
    gaps = {p.party.id: [issue.id for issue in p.gaps] for p in briefing.positions}
    assert gaps == {"russie": ["sanctions"], "ukraine": ["otan", "sanctions"]}


@pytest.mark.parametrize("missing", ["parties", "issues"])
def test_without_parties_or_issues_there_is_no_matrix(missing: str) -> None:
    bare = dossier(event("a#1", "2025"), parties=()) if missing == "parties" else None
    assert assembled(bare or dossier(event("a#1", "2025"), issues=())).matrix is None


# ---- What a cell shows ---------------------------------------------------------------------


def test_a_cell_shows_two_positions_and_counts_the_others() -> None:
    said = [extract(f"a#{i}", brief="Bref.") for i in range(4)]
    shown = cell(assembled(dossier(*said)))
    assert len(shown.positions) == 2
    assert shown.others == 2


def test_positions_with_a_brief_wording_come_first() -> None:
    said = [extract("a#long", voice=Voice.DIRECT), extract("a#brief", brief="Bref.")]
    shown = cell(assembled(dossier(*said)))
    assert extracts_of(shown.positions)[0] == ("a#brief",)
    assert plain(shown.positions[0].brief) == "Bref."


def test_without_brief_wording_the_statement_stands() -> None:
    (shown,) = cell(assembled(dossier(extract(statement="Moscou refuse.")))).positions
    assert plain(shown.brief) == "Moscou refuse."


def test_of_brief_positions_the_most_direct_are_chosen() -> None:
    voices = [Voice.OWN, Voice.ATTRIBUTED, Voice.DIRECT, Voice.REPORTED]
    said = [extract(f"a#{voice.name}", voice=voice, brief="Bref.") for voice in voices]
    shown = cell(assembled(dossier(*said))).positions
    assert {p.voice for p in shown} == {Voice.DIRECT, Voice.REPORTED}


def test_a_position_of_several_sources_is_chosen_before_a_more_direct_one() -> None:
    joint = [extract(f"{name}#1", supports=("pos",)) for name in "abc"]
    direct = [extract(f"d#{i}", voice=Voice.DIRECT, brief="Bref.") for i in range(2)]
    shown = cell(assembled(dossier(*direct, *joint, positions=[position("pos")])))
    assert ("a#1", "b#1", "c#1") in extracts_of(shown.positions)


@FEW
@given(dossiers())
def test_a_cell_and_its_detail_agree(any_dossier: Dossier) -> None:
    """Nothing is shown in a cell that the detail hasn't, and nothing is lost from both."""
    briefing = assembled(any_dossier)
    assert briefing.matrix is not None
    for row in briefing.matrix.rows:
        for shown in row.cells:
            there = detail(briefing, shown.party.id, shown.issue.id)
            assert {p.anchor for p in shown.positions} <= {p.anchor for p in there}
            assert len(shown.positions) + shown.others == len(there)
            assert len(shown.positions) <= 2
            assert shown.gap is (not there)


# ---- Declared positions --------------------------------------------------------------------


def test_a_declared_position_speaks_for_its_extracts() -> None:
    said = [extract("a#1", supports=("pos",)), extract("b#2", supports=("pos",))]
    briefing = assembled(dossier(*said, positions=[position("pos", "Tous le disent.")]))
    (only,) = detail(briefing)
    assert plain(only.text) == "Tous le disent."
    assert only.support.extracts == ("a#1", "b#2")
    assert only.support.sources == 2


def test_it_replaces_them_at_its_own_place_only() -> None:
    said = extract("a#1", issues=("otan", "sanctions"), supports=("pos",))
    briefing = assembled(dossier(said, positions=[position("pos", "Mieux dit.", issue="otan")]))
    assert [plain(p.text) for p in detail(briefing, issue="otan")] == ["Mieux dit."]
    assert [plain(p.text) for p in detail(briefing, issue="sanctions")] == [
        "Les objectifs restent maximalistes."
    ]


def test_it_leaves_the_extracts_of_others_alone() -> None:
    said = [extract("a#1", supports=("pos",)), extract("b#2")]
    briefing = assembled(dossier(*said, positions=[position("pos")]))
    assert sorted(extracts_of(detail(briefing))) == [("a#1",), ("b#2",)]


def test_it_takes_the_most_direct_voice_of_its_extracts() -> None:
    said = [
        extract("a#1", voice=Voice.ATTRIBUTED, status=Status.ANALYSIS, supports=("pos",)),
        extract("b#2", voice=Voice.DIRECT, status=Status.CLAIM, supports=("pos",)),
        extract("c#3", voice=Voice.REPORTED, status=Status.CLAIM, supports=("pos",)),
    ]
    (only,) = detail(assembled(dossier(*said, positions=[position("pos")])))
    assert (only.voice, only.status) == (Voice.DIRECT, Status.CLAIM)


def test_it_tells_every_voice_of_its_extracts_the_most_direct_first() -> None:
    """What rests partly on reported words isn't all in the party's own."""
    voices = [Voice.REPORTED, Voice.DIRECT, Voice.REPORTED, None]
    said = [extract(f"a#{i}", voice=voice, supports=("pos",)) for i, voice in enumerate(voices)]
    (only,) = detail(assembled(dossier(*said, positions=[position("pos")])))
    assert only.voices == (Voice.DIRECT, Voice.REPORTED)


def test_it_names_each_speaker_once_the_most_direct_first() -> None:
    said = [
        extract("a#1", said_by="Dimitri Minic", voice=Voice.ATTRIBUTED, supports=("pos",)),
        extract(
            "b#2", said_by="Vladimir Poutine, président", voice=Voice.DIRECT, supports=("pos",)
        ),
        extract("b#3", said_by="Vladimir Poutine", voice=Voice.DIRECT, supports=("pos",)),
    ]
    (only,) = detail(assembled(dossier(*said, positions=[position("pos")])))
    assert only.speakers == ("Vladimir Poutine", "Dimitri Minic")


def test_it_takes_the_earliest_date_of_its_extracts_and_how_it_is_known() -> None:
    said = [
        extract("a#1", date="2025-03", supports=("pos",)),
        extract("b#2", date="2025-02", dating=Dating.INFERRED, supports=("pos",)),
        extract("c#3", supports=("pos",)),
    ]
    (only,) = detail(assembled(dossier(*said, positions=[position("pos")])))
    assert only.date is not None
    assert (only.date.edtf, only.dating) == ("2025-02", Dating.INFERRED)


def test_two_wordings_of_the_same_extracts_are_both_printed() -> None:
    said = extract("a#1", issues=("otan", "sanctions"), supports=("one", "two"))
    wordings = [
        position("one", "Sur l'OTAN.", issue="otan"),
        position("two", "Sur les sanctions.", issue="sanctions"),
    ]
    briefing = assembled(dossier(said, positions=wordings))
    printed = held(briefing, issue="sanctions")
    assert printed is not None
    assert [plain(p.text) for p in printed.positions] == ["Sur les sanctions."]


# ---- The detail ----------------------------------------------------------------------------


def test_positions_stand_by_date_undated_ones_last() -> None:
    said = [
        extract("a#undated"),
        extract("a#november", date="2025-11-04"),
        extract("a#february", date="2025-02-12"),
        extract("a#year", date="2025"),
    ]
    order = [ids[0] for ids in extracts_of(detail(assembled(dossier(*said))))]
    assert order == ["a#year", "a#february", "a#november", "a#undated"]


def test_at_one_date_the_most_direct_voice_stands_first() -> None:
    said = [extract(f"a#{voice.name}", voice=voice, date="2025-02-12") for voice in reversed(Voice)]
    assert [p.voice for p in detail(assembled(dossier(*said)))] == list(Voice)


def test_what_bears_on_two_issues_is_printed_once_and_pointed_to() -> None:
    """The reader finds it under both, and reads it under one."""
    said = extract(issues=("otan", "sanctions"))
    briefing = assembled(dossier(said))
    first, second = held(briefing, issue="otan"), held(briefing, issue="sanctions")
    assert first is not None
    assert second is not None
    (there,) = first.positions
    (here,) = second.also
    assert second.positions == ()
    assert here.see == there.anchor
    assert here.under == there.issue
    assert here.notes == there.notes == (1,)
    assert second.elsewhere == ((there.issue, (here,)),)
    assert first.elsewhere == ()


def test_a_position_calls_its_note_in_the_detail_alone() -> None:
    briefing = assembled(dossier(extract()))
    assert [p.call for p in cell(briefing).positions] == [None]
    (printed,) = detail(briefing)
    assert printed.call is not None
    assert printed.call.note is not None


def test_sources_are_numbered_as_the_matrix_is_read() -> None:
    """Row by row: the order of the fiches says nothing to the reader."""
    said = [
        extract("a#1", parties=("ukraine",), issues=("sanctions",)),
        extract("b#1", parties=("ukraine",), issues=("otan",)),
        extract("c#1", parties=("russie",), issues=("otan",)),
    ]
    briefing = assembled(dossier(*said))
    assert [entry.source.id for entry in briefing.sources] == ["c", "b", "a"]
    assert cell(briefing, "russie", "otan").positions[0].support.numbers == (1,)
    assert detail(briefing, "ukraine", "sanctions")[0].support.numbers == (3,)


@FEW
@given(dossiers())
def test_no_position_is_made_up(any_dossier: Dossier) -> None:
    """Whatever stands at a place has an extract tagged so, or a declaration there."""
    briefing = assembled(any_dossier)
    tagged: set[tuple[str, str, str]] = {
        (e.id, party, issue)
        for e in any_dossier.extracts
        if is_position(e)
        for party in e.parties
        for issue in e.issues
    }
    declared = {p.id for p in any_dossier.positions}
    for party in briefing.positions:
        for place in party.issues:
            for found in (*place.positions, *place.also):
                triple = (*found.support.extracts[:1], party.party.id, place.issue.id)
                assert found.id in declared or triple in tagged


def is_position(item: Extract) -> bool:
    return Kind.POSITION in item.kinds
