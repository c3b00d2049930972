"""► Points clés: one leading quotation, the support of all."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing, KeyPoint
from briefing.model.extract import Extract
from briefing.model.vocabulary import Voice
from tests.builders import assembled, dossier, extract, key_point


def supporting(id_: str, *, voice: Voice, quotation: str = "des mots") -> Extract:
    return extract(id_, voice=voice, quotation=quotation, supports=("kp",))


def only_point(briefing: Briefing) -> KeyPoint:
    (point,) = briefing.key_points
    return point


def lead_of(point: KeyPoint) -> str:
    assert point.call is not None
    assert point.call.note is not None
    return point.call.note.entries[0].extract.id


def test_key_points_keep_the_order_of_the_analyst() -> None:
    said = extract("a#1", supports=("second", "first"))
    points = [key_point("first"), key_point("second")]
    briefing = assembled(dossier(said, key_points=points))
    assert [point.id for point in briefing.key_points] == ["first", "second"]


def test_the_most_direct_voice_leads() -> None:
    said = [
        supporting("a#attributed", voice=Voice.ATTRIBUTED),
        supporting("b#direct", voice=Voice.DIRECT, quotation="des mots bien plus longs"),
        supporting("c#reported", voice=Voice.REPORTED),
    ]
    point = only_point(assembled(dossier(*said, key_points=[key_point("kp")])))
    assert lead_of(point) == "b#direct"


@pytest.mark.parametrize("ids", [("a#long", "b#short"), ("b#short", "a#long")])
def test_of_equal_voices_the_first_in_the_dossier_leads(ids: tuple[str, str]) -> None:
    """Whatever their length: the analyst decides by the order."""
    quotations = {"a#long": "des mots bien plus longs", "b#short": "bref"}
    said = [
        supporting("c#attributed", voice=Voice.ATTRIBUTED),
        *(supporting(id_, voice=Voice.DIRECT, quotation=quotations[id_]) for id_ in ids),
    ]
    assert lead_of(only_point(assembled(dossier(*said, key_points=[key_point("kp")])))) == ids[0]


def test_the_analyst_may_name_the_one_that_leads() -> None:
    said = [
        supporting("a#direct", voice=Voice.DIRECT),
        supporting("b#chosen", voice=Voice.ATTRIBUTED),
    ]
    chosen = key_point("kp", lead="b#chosen")
    assert lead_of(only_point(assembled(dossier(*said, key_points=[chosen])))) == "b#chosen"


def test_one_quotation_is_called_and_all_sources_are_counted() -> None:
    """The first page stays legible."""
    said = [supporting(f"{name}#x", voice=Voice.OWN) for name in "abc"]
    point = only_point(assembled(dossier(*said, key_points=[key_point("kp")])))
    assert point.call is not None
    assert point.call.note is not None
    assert len([e for e in point.call.note.entries if e.extract.quotation]) == 1
    assert point.support.sources == 3
    assert point.support.numbers == (1, 2, 3)


def test_a_lead_that_was_quoted_before_is_recalled() -> None:
    said = extract("a#1", supports=("one", "two"))
    briefing = assembled(dossier(said, key_points=[key_point("one"), key_point("two")]))
    second = briefing.key_points[1].call
    assert second is not None
    assert (second.recalled, second.note) == ((1,), None)


@pytest.mark.parametrize("sections", [("points-clés",), ("positions", "points-clés")])
def test_a_point_without_support_calls_nothing(sections: tuple[str, ...]) -> None:
    point = only_point(assembled(dossier(key_points=[key_point("kp")]), *sections))
    assert point.call is None
    assert point.support.sources == 0


def test_the_source_of_the_lead_is_numbered_first() -> None:
    said = [
        supporting("a#later", voice=Voice.ATTRIBUTED),
        supporting("b#later", voice=Voice.ATTRIBUTED),
        supporting("c#lead", voice=Voice.DIRECT),
    ]
    briefing = assembled(dossier(*said, key_points=[key_point("kp")]))
    assert [entry.source.id for entry in briefing.sources] == ["c", "a", "b"]
