"""« Ibid. » where a house wants it: never where it could mean another source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

import briefing
from briefing.assembling.ibid import repeated
from briefing.model.extract import Speaker
from briefing.model.notes import Note, NoteEntry, SourceEntry
from briefing.model.typography import Typography
from briefing.model.vocabulary import Voice
from tests.builders import assembled, dossier, event, extract, source


def entry(id_: str, number: int) -> NoteEntry:
    return NoteEntry(extract(id_), SourceEntry(number, source(id_.partition("#")[0]), 1))


def entries(numbers: Sequence[int]) -> tuple[NoteEntry, ...]:
    return tuple(entry(f"s{number}#x", number) for number in numbers)


@pytest.mark.parametrize(
    ("before", "now", "seen"),
    [
        ((), (1,), (False,)),
        ((1,), (1,), (True,)),
        ((1,), (2,), (False,)),
        ((1, 1), (1,), (True,)),
        ((1, 2), (2,), (False,)),
        ((2, 1), (1,), (False,)),
        ((1,), (1, 1), (True, True)),
        ((1,), (2, 2, 1, 1), (False, True, False, True)),
    ],
)
def test_ibid_means_the_one_source_just_before(
    before: tuple[int, ...], now: tuple[int, ...], seen: tuple[bool, ...]
) -> None:
    previous = Note(1, entries(before)) if before else None
    assert tuple(item.ibid for item in repeated(entries(now), previous)) == seen


def notes(*, ibid: bool) -> list[bool]:
    what = dossier(*(event(f"minic#{n}", f"2025-02-0{n}") for n in (1, 2)))
    made = assembled(replace(what, typography=Typography(ibid=ibid)), "chronologie", "sources")
    return [item.ibid for note in made.notes for item in note.entries]


def test_only_a_house_that_asks_for_it_has_it() -> None:
    assert notes(ibid=False) == [False, False]
    assert notes(ibid=True) == [False, True]


def test_it_is_printed_with_the_number_and_the_page() -> None:
    first, second = (replace(event(f"minic#{n}", f"2025-02-0{n}"), page=str(n)) for n in (1, 2))
    first, second = (replace(item, voice=None) for item in (first, second))
    what = replace(dossier(first, second), typography=Typography(ibid=True))
    made = assembled(what, "chronologie", "sources")
    html = briefing.render(made, "screen").html
    assert 'D.\u00a0Minic <a class="ref" href="#source-1">[1]</a>, p.\u00a01' in html
    assert '<em>Ibid.</em> <a class="ref" href="#source-1">[1]</a>, p.\u00a02' in html


@pytest.mark.parametrize("voice", [Voice.REPORTED, Voice.ATTRIBUTED])
def test_within_a_phrase_the_source_keeps_its_name(voice: Voice) -> None:
    """« Propos rapportés par ibid. » names nobody: it stands only where the source opens."""
    said = [
        replace(event(f"minic#{n}", f"2025-02-0{n}"), voice=voice, speaker=Speaker("Zoé Un"))
        for n in (1, 2)
    ]
    what = replace(dossier(*said), typography=Typography(ibid=True))
    made = assembled(what, "chronologie", "sources")
    assert [item.ibid for note in made.notes for item in note.entries] == [False, True]
    html = briefing.render(made, "screen").html
    assert "bid." not in html
    named = "propos rapportés par" if voice is Voice.REPORTED else "d’après"
    assert html.count(f'{named} D.\u00a0Minic <a class="ref" href="#source-1">[1]</a>') == 2
