"""Méthode: the figures that a reader needs before trusting the rest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from briefing.model.briefing import Method
from briefing.model.dossier import Dossier
from briefing.model.vocabulary import Credibility, Dating, Kind, Reliability, Voice
from tests.builders import FEW, assembled, dossier, dossiers, extract, key_point, position, source


def method(what: Dossier) -> Method:
    counted = assembled(what).method
    assert counted is not None
    return counted


def test_sources_without_author_or_date_are_counted() -> None:
    held = [
        source("signed"),
        source("unsigned", authors=()),
        source("undated", date=""),
        source("inferred", dating=Dating.INFERRED),
    ]
    counted = method(dossier(extract("signed#1"), sources=held))
    assert (counted.sources, counted.unsigned_sources, counted.undated_sources) == (4, 1, 2)


def test_anonymous_and_translated_extracts_are_counted() -> None:
    said = [
        extract("a#1", said_by="anonyme, un diplomate"),
        replace(extract("a#2"), translated=True),
        extract("a#3"),
    ]
    counted = method(dossier(*said))
    assert (counted.extracts, counted.anonymous_extracts, counted.translated_extracts) == (3, 1, 1)


def test_key_points_of_one_source_are_counted() -> None:
    said = [
        extract("a#1", supports=("alone", "both")),
        extract("a#2", supports=("alone",)),
        extract("b#1", supports=("both",)),
    ]
    points = [key_point("alone"), key_point("both")]
    assert method(dossier(*said, key_points=points)).single_source_key_points == 1


def test_voices_are_those_of_positions_the_most_direct_first() -> None:
    said = [
        extract("a#1", voice=Voice.OWN),
        extract("a#2", voice=Voice.DIRECT),
        extract("a#3", voice=Voice.DIRECT),
        extract("a#4", voice=Voice.REPORTED, kinds=(Kind.CONTEXT,)),
    ]
    assert method(dossier(*said)).voices == ((Voice.DIRECT, 2), (Voice.OWN, 1))


def test_a_rating_is_told_of_only_where_one_is_given() -> None:
    assert not method(dossier(extract("a#1"))).rated
    rated = replace(source("a"), reliability=Reliability.B)
    assert method(dossier(extract("a#1"), sources=[rated])).rated
    credible = replace(extract("a#1"), credibility=Credibility.TWO)
    assert method(dossier(credible)).rated


@FEW
@given(dossiers())
def test_the_parts_are_never_more_than_the_whole(any_dossier: Dossier) -> None:
    counted = method(any_dossier)
    assert counted.extracts == len(any_dossier.extracts)
    assert counted.sources == len(any_dossier.sources)
    assert counted.anonymous_extracts <= counted.extracts
    assert counted.unsigned_sources <= counted.sources
    assert counted.undated_sources <= counted.sources
    assert sum(count for _, count in counted.voices) <= counted.extracts


def test_whether_all_that_is_told_calls_a_note() -> None:
    point = key_point("alone")
    assert method(dossier(extract("a#1", supports=("alone",)), key_points=[point])).noted
    assert not method(dossier(extract("a#1"), key_points=[point])).noted
    bare = position("pos", brief="En bref.")
    assert not method(dossier(extract("a#1"), positions=[bare])).noted
