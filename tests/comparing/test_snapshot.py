"""Reading a version: tolerant of what it doesn't know, clear on what it can't take."""

from __future__ import annotations

import json
from contextlib import suppress
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing import SnapshotError, compare, read_snapshot
from briefing.comparing.snapshot import VERSION, parse_snapshot
from briefing.model.changes import ChangeKind, ItemKind
from briefing.model.verification import Evidence, Verification
from briefing.outputs import export
from briefing.outputs.attached.structure import to_json
from tests.builders import FEW, assembled, dossier, dossiers, edtf, extract, key_point, source
from tests.comparing.versions import edited, exported, snapshot

LEAST = {"version": 1, "title": "Essai"}

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
FIELDS = ("parties", "issues", "key_points", "positions", "divergences", "questions", "events")

OTHERS = ("sources", "extracts", "verdicts", "authors", "introduction")


def test_the_version_is_that_of_the_export() -> None:
    assert VERSION == export.VERSION


def test_the_masthead_is_read() -> None:
    made = snapshot({**LEAST, "date": "2025-03", "audience": "presse"})
    assert (made.title, made.date, made.audience) == ("Essai", edtf("2025-03"), "presse")


def test_items_are_read_in_their_order() -> None:
    said = extract("a#1", supports=("kp",))
    made = snapshot(exported(dossier(said, key_points=[key_point("kp", "Un point.")])))
    kinds = [entry.item for entry in made.entries]
    assert kinds == sorted(kinds, key=list(ItemKind).index)
    (point,) = [entry for entry in made.entries if entry.item is ItemKind.KEY_POINT]
    assert (point.id, point.text) == ("kp", "Un point.")
    assert point.aspects == {ChangeKind.SUPPORT: "1"}


def test_a_position_stands_at_the_ids_of_its_place() -> None:
    made = snapshot(exported(dossier(extract())))
    (position,) = [entry for entry in made.entries if entry.item is ItemKind.POSITION]
    assert (position.place, position.label) == (("russie", "otan"), "Russie – OTAN")


def test_a_source_has_its_short_name() -> None:
    made = snapshot(exported(dossier(extract(), sources=[source()])))
    (entry,) = [entry for entry in made.entries if entry.item is ItemKind.SOURCE]
    assert entry.label == "D.\u00a0Minic"


@FEW
@given(dossiers())
def test_unknown_fields_change_nothing(any_dossier: Any) -> None:
    document = exported(any_dossier)
    more = edited(document, lambda d: d.update(nouveau=[1, {"a": None}]))
    for name in FIELDS:
        for item in more[name]:
            item["nouveau"] = {"x": []}
    assert snapshot(more) == snapshot(document)


@pytest.mark.parametrize("missing", ["key_points", "sources", "date", "parties", "audience"])
def test_what_is_missing_is_empty(missing: str) -> None:
    document = exported(dossier(extract()))
    del document[missing]
    assert compare(snapshot(document), snapshot(document)) == ()


@FEW
@given(dossiers())
def test_an_export_and_what_a_pdf_carries_are_one_version(any_dossier: Any) -> None:
    found = {extract.id: Verification(None) for extract in any_dossier.extracts}
    made = assembled(any_dossier, evidence=Evidence(MappingProxyType(found)))
    whole, carried = export.export_json(made), to_json(made)
    assert compare(*(read_snapshot(text, "essai.json") for text in (whole, carried))) == ()


@pytest.mark.parametrize("document", [None, [], 3, "x", {}, {"title": "Essai"}, {"version": 1}])
def test_what_is_no_export_is_refused(document: object) -> None:
    with pytest.raises(SnapshotError, match=r"“essai\.json” isn't a briefing"):
        parse_snapshot(document, "essai.json")


@pytest.mark.parametrize("version", [0, 2, "1", None, True])
def test_another_version_is_refused(version: object) -> None:
    with pytest.raises(SnapshotError, match="of version"):
        snapshot({**LEAST, "version": version})


@pytest.mark.parametrize("text", ["", "{", "titre = 'x'", "[" * 100_000, '{"a": 1'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(SnapshotError, match="isn't JSON"):
        read_snapshot(text, "essai.json")


@pytest.mark.parametrize(
    ("spoilt", "place"),
    [
        ({"title": 3}, "title"),
        ({"date": ["2025"]}, "date"),
        ({"key_points": {}}, "key_points"),
        ({"key_points": ["x"]}, "key_points[0]"),
        ({"key_points": [{"id": "a"}, {"id": 1}]}, "key_points[1].id"),
        ({"positions": [{"voices": [1]}]}, "positions[0].voices"),
        ({"events": [{"distinct_sources": True}]}, "events[0].distinct_sources"),
        ({"questions": [{"known": [{"text": []}]}]}, "questions[0].known[0].text"),
        ({"introduction": ["x"]}, "introduction[0]"),
        ({"authors": [3]}, "authors"),
        ({"events": [{"approximate": "oui"}]}, "events[0].approximate"),
        ({"verdicts": []}, "verdicts"),
        ({"verdicts": {"a#1": 3}}, "verdicts.a#1"),
    ],
)
def test_a_field_of_another_shape_is_named(spoilt: dict[str, object], place: str) -> None:
    with pytest.raises(SnapshotError) as caught:
        snapshot({**LEAST, **spoilt})
    assert f"“{place}”" in str(caught.value)


@given(st.dictionaries(st.sampled_from([*FIELDS, *OTHERS]), ANYTHING))
def test_any_json_is_read_or_refused_in_a_sentence(fields: dict[str, object]) -> None:
    text = json.dumps({**LEAST, **fields})
    with suppress(SnapshotError):
        made = read_snapshot(text, "essai.json")
        assert compare(made, made) == ()
