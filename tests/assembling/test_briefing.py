"""A briefing is whole, plain and unchangeable, and numbered as its reader meets things."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from types import MappingProxyType

import pytest
from hypothesis import given

from briefing.assembling import assemble
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.notes import Call, Note, Support
from briefing.reading.audiences import SECTIONS
from tests.assembling.walking import parts
from tests.builders import (
    FEW,
    assembled,
    audience,
    dossier,
    dossiers,
    edtf,
    event,
    extract,
    key_point,
    subsets_of_sections,
)


def is_plain(value: object) -> bool:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        frozen = type(value).__dataclass_params__.frozen  # type: ignore[attr-defined]
        return bool(frozen) and not hasattr(value, "__dict__")
    named = isinstance(value, tuple) and not hasattr(value, "__dict__")
    exact = (str, int, bool, MappingProxyType, type(None))
    return named or type(value) in exact or isinstance(value, Enum)


@FEW
@given(dossiers())
def test_a_briefing_is_plain_immutable_data(any_dossier: Dossier) -> None:
    assert [part for part in parts(assembled(any_dossier)) if not is_plain(part)] == []


def test_the_sample_is_plain_immutable_data(sample_briefing: Briefing) -> None:
    assert [part for part in parts(sample_briefing) if not is_plain(part)] == []


@pytest.mark.parametrize("value", [[], {}, set(), 1.5, b"", object()])
def test_what_can_change_is_not_plain(value: object) -> None:
    assert not is_plain(value)


@FEW
@given(dossiers())
def test_assembling_twice_gives_the_same(any_dossier: Dossier) -> None:
    assert assembled(any_dossier) == assembled(any_dossier)


def test_the_masthead_is_that_of_the_dossier_and_the_audience() -> None:
    briefing = assemble(dossier(title="Un titre"), audience("sources", id_="presse"))
    assert (briefing.title, briefing.audience) == ("Un titre", "presse")
    assert briefing.sections == ("sources",)


def test_the_date_asked_for_goes_before_that_of_the_dossier() -> None:
    dated = dossier(date="2025-11-21")
    assert assemble(dated, audience()).date == edtf("2025-11-21")
    assert assemble(dated, audience(), date=edtf("2026-01")).date == edtf("2026-01")


# ---- Numbers follow the reader -------------------------------------------------------------


def met(briefing: Briefing) -> Iterator[Call | Support]:
    """Yield the calls and supports of a briefing in print order."""
    readers = {
        "points-clés": briefing.key_points,
        "chapeau": (briefing.introduction, briefing.pull_quotes),
        "chiffres": briefing.figures,
        "positions": (briefing.matrix, briefing.positions),
        "chronologie": briefing.events,
        "divergences": briefing.divergences,
        "questions": briefing.questions,
    }
    for section in briefing.sections:
        found = [p for p in parts(readers.get(section)) if isinstance(p, Call | Support)]
        yield from found


def calls(briefing: Briefing) -> Iterator[Call]:
    return (item for item in met(briefing) if isinstance(item, Call))


@FEW
@given(dossiers(), subsets_of_sections())
def test_notes_are_numbered_as_they_are_met(any_dossier: Dossier, sections: list[str]) -> None:
    briefing = assembled(any_dossier, *sections)
    called = [call.note for call in calls(briefing) if call.note]
    assert [note.number for note in called] == list(range(1, len(called) + 1))
    assert tuple(called) == briefing.notes


@FEW
@given(dossiers(), subsets_of_sections())
def test_no_note_is_recalled_before_it_is_met(any_dossier: Dossier, sections: list[str]) -> None:
    seen: set[int] = set()
    for call in calls(assembled(any_dossier, *sections)):
        assert seen.issuperset(call.recalled)
        if call.note:
            seen.add(call.note.number)


@FEW
@given(dossiers())
def test_each_extract_is_quoted_at_most_once(any_dossier: Dossier) -> None:
    quoted = [e.extract.id for note in assembled(any_dossier).notes for e in note.entries]
    assert len(quoted) == len(set(quoted))


@FEW
@given(dossiers(), subsets_of_sections())
def test_sources_are_numbered_as_they_are_met(any_dossier: Dossier, sections: list[str]) -> None:
    """In the notes, then in the marks of support; a mark shows its numbers in order."""
    briefing = assembled(any_dossier, *sections)
    order = [number for item in met(briefing) for number in source_numbers(item)]
    first_met = list(dict.fromkeys(order))
    assert first_met == list(range(1, len(first_met) + 1))
    assert {e.number for e in briefing.sources if e.cited} == set(first_met)


def source_numbers(item: Call | Support) -> list[int]:
    if isinstance(item, Support):
        return list(item.numbers)
    return [entry.source.number for entry in item.note.entries] if item.note else []


@FEW
@given(dossiers(), subsets_of_sections())
def test_every_source_is_listed_once(any_dossier: Dossier, sections: list[str]) -> None:
    briefing = assembled(any_dossier, *sections)
    assert sorted(e.source.id for e in briefing.sources) == sorted(
        source.id for source in any_dossier.sources
    )
    assert [e.number for e in briefing.sources] == list(range(1, len(briefing.sources) + 1))


@FEW
@given(dossiers())
def test_support_counts_no_more_sources_than_it_numbers(any_dossier: Dossier) -> None:
    for support in (part for part in parts(assembled(any_dossier)) if isinstance(part, Support)):
        assert support.sources <= len(support.numbers) <= len(support.extracts)
        assert (support.sources > 0) is bool(support.extracts)


# ---- Audiences -----------------------------------------------------------------------------


def test_a_section_left_out_is_neither_filled_nor_noted() -> None:
    said = [extract("a#1", supports=("kp",)), event("b#1", "2025-02-12")]
    briefing = assembled(dossier(*said, key_points=[key_point("kp")]), "chronologie", "sources")
    assert (briefing.key_points, briefing.positions, briefing.matrix) == ((), (), None)
    assert [e.extract.id for note in briefing.notes for e in note.entries] == ["b#1"]
    assert [(e.source.id, e.cited) for e in briefing.sources] == [("b", True), ("a", False)]


def test_sections_are_numbered_in_the_order_of_the_audience() -> None:
    said = [extract("a#1", supports=("kp",)), event("b#1", "2025-02-12")]
    what = dossier(*said, key_points=[key_point("kp")])
    first: list[Note] = [
        assembled(what, *sections).notes[0]
        for sections in (("points-clés", "chronologie"), ("chronologie", "points-clés"))
    ]
    assert [note.entries[0].extract.id for note in first] == ["a#1", "b#1"]


def test_every_section_that_can_be_read_can_be_assembled() -> None:
    assert assembled(dossier(extract()), *reversed(SECTIONS)).sections == tuple(reversed(SECTIONS))
