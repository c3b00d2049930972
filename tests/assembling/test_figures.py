"""Chiffres clés: worded figures, in the order of the dossier, each with its note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from briefing.assembling.figures import MOST_FIGURES, displayed
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.text import plain
from briefing.model.vocabulary import Kind
from tests.builders import FEW, assembled, dossier, dossiers, extract


def figure(id_: str, shown: str = "douze", *kinds: Kind, brief: str = "") -> Extract:
    said = extract(id_, kinds=kinds or (Kind.FIGURE,), brief=brief)
    return replace(said, figure=shown)


def test_only_worded_figures_are_shown() -> None:
    said = [
        figure("a#worded", "15-20 ans"),
        extract("a#unworded", kinds=(Kind.FIGURE,)),
        figure("a#context", "dix", Kind.CONTEXT),
    ]
    (found,) = assembled(dossier(*said)).figures
    assert (found.figure, found.support.extracts) == ("15-20 ans", ("a#worded",))


def test_no_more_are_shown_than_a_glance_takes_in() -> None:
    found = assembled(dossier(*(figure(f"a#{i}", f"{i} voitures") for i in range(9)))).figures
    assert [item.figure for item in found] == [f"{i} voitures" for i in range(MOST_FIGURES)]


@pytest.mark.parametrize(
    ("kinds", "brief", "text"),
    [
        ((Kind.FIGURE,), "Dont une en panne.", "Dont une en panne."),
        ((Kind.FIGURE,), "", "Les objectifs restent maximalistes."),
        ((Kind.FIGURE, Kind.POSITION), "Trop.", "Les objectifs restent maximalistes."),
    ],
)
def test_what_it_measures_is_told_without_a_matrix(
    kinds: tuple[Kind, ...], brief: str, text: str
) -> None:
    (found,) = assembled(dossier(figure("a#x", "12", *kinds, brief=brief))).figures
    assert plain(found.text) == text


def test_a_figure_that_is_also_a_position_is_quoted_once() -> None:
    made = assembled(dossier(figure("a#x", "12", Kind.FIGURE, Kind.POSITION)))
    assert len(made.notes) == 1
    (found,) = made.figures
    assert found.call is not None
    assert found.call.note == made.notes[0]


@FEW
@given(dossiers())
def test_every_figure_calls_a_note_that_quotes_its_extract(any_dossier: Dossier) -> None:
    made = assembled(any_dossier)
    quoted = {e.extract.id: note.number for note in made.notes for e in note.entries}
    assert len(made.figures) == min(len(displayed(any_dossier)), MOST_FIGURES)
    for item in made.figures:
        assert item.call is not None
        numbers = {*item.call.recalled, *({item.call.note.number} if item.call.note else ())}
        assert numbers == {quoted[item.support.extracts[0]]}


def test_an_audience_without_the_section_shows_none() -> None:
    assert assembled(dossier(figure("a#x")), "positions", "sources").figures == ()
