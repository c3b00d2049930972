"""Every printed field of an export is compared: other words in it are a change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing import compare
from briefing.model.vocabulary import Kind
from tests.builders import (
    FEW,
    divergence,
    dossier,
    dossiers,
    event,
    extract,
    key_point,
    position,
    question,
    side,
)
from tests.comparing.versions import Json, edited, exported, snapshot

PRINTED = {
    "": ("title", "subtitle", "authors", "date", "pull_quotes"),
    "key_points": ("text", "extracts", "distinct_sources"),
    "introduction": ("text",),
    "positions": (
        *("party", "issue", "text", "brief", "voices", "status", "speakers", "date"),
        *("extracts", "distinct_sources"),
    ),
    "divergences": ("kind", "title", "text", "extracts", "distinct_sources"),
    "divergences/sides": ("label", "text", "extracts", "distinct_sources"),
    "questions": ("text", "extracts", "distinct_sources"),
    "questions/known": ("label", "text", "extracts", "distinct_sources"),
    "events": (
        *("date", "approximate", "dating", "text", "status", "extracts", "distinct_sources"),
    ),
    "figures": ("figure", "text", "date", "dating", "status", "extracts", "distinct_sources"),
    "parties": ("name",),
    "issues": ("name",),
    "sources": ("type", "dating", "reliability", "note", "reference"),
    "extracts": ("quotation", "statement", "speaker", "voice", "status", "date"),
}
"""By the path of their objects; "" is the document."""

UNTOLD = {
    "": {
        *("version", "language", "audience"),
        "gaps",  # where no position is
        *(path for path in PRINTED if path and "/" not in path),
    },
    "key_points": {"id"},
    "introduction": {"role"},  # typography
    "positions": {"id", "voice"},  # the first of its voices
    "divergences": {"id", "sides"},
    "divergences/sides": set(),
    "questions": {"id", "known"},
    "questions/known": set(),
    "events": {"id", "precision"},  # as the date is written
    "figures": {"id"},
    "parties": {"id"},
    "issues": {"id"},
    "sources": {
        *("id", "number", "cited", "extract_count", "file", "line"),  # order and counts
        *("title", "title_supplied", "authors", "signed", "publisher", "collection", "date"),
        *("url", "document", "label"),  # as those above, in the reference
    },
    "extracts": {
        *("id", "source", "document", "file", "line"),  # where it stands
        *("kinds", "parties", "issues", "supports"),  # what it is or bears out says so
        "anonymous",  # a flag beside the speaker
    },
}
FIELDS = [(path, field) for path, fields in PRINTED.items() for field in fields]


def objects(document: Json, path: str) -> list[Json]:
    found = [document]
    for key in filter(None, path.split("/")):
        found = [inner for outer in found for inner in outer.get(key, ())]
    return found


def other(value: Any, field: str) -> Any:
    """Return another value of the same shape."""
    if isinstance(value, list):
        return ["autre"]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 7
    return "1848" if field == "date" else f"{value or ''} autrement dit".strip()


def places(document: Json) -> Iterator[tuple[str, int, str]]:
    for path, field in FIELDS:
        found = objects(document, path)
        yield from ((path, number, field) for number, item in enumerate(found) if field in item)


def changed(document: Json, path: str, number: int, field: str) -> Json:
    made = edited(document)
    item = objects(made, path)[number]
    item[field] = other(item[field], field)
    return made


@pytest.fixture
def document() -> Json:
    """An export where every list of objects has one."""
    said = [
        extract("a#1", supports=("kp", "q", "pos")),
        extract("b#1", issues=("sanctions",), statement="Elles resteraient."),
        event("d#1", "2025-02-12"),
        replace(extract("e#1", kinds=(Kind.FIGURE,)), figure="12", pulled=True),
    ]
    return exported(
        dossier(
            *said,
            key_points=[key_point("kp")],
            positions=[position("pos", brief="Inchangés.")],
            questions=[question("q", side("Moscou", "Elle se tait.", "a#1"))],
            divergences=[divergence("d", side("Ici", "Oui.", "a#1"), text="Deux dates.")],
            introduction="Un accord est proche [@a#1].",
        )
    )


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_other_words_in_a_printed_field_are_a_change(document: Json, path: str, field: str) -> None:
    new = changed(document, path, 0, field)
    assert compare(snapshot(document), snapshot(new))


@FEW
@given(dossiers(), st.data())
def test_so_they_are_in_any_export(any_dossier: Any, data: st.DataObject) -> None:
    document = exported(any_dossier)
    place = data.draw(st.sampled_from(list(places(document))))
    assert compare(snapshot(document), snapshot(changed(document, *place)))


@pytest.mark.parametrize("path", PRINTED)
def test_every_field_is_printed_or_left_out_on_purpose(document: Json, path: str) -> None:
    (first, *_) = objects(document, path)
    assert set(first) == {*PRINTED[path], *UNTOLD[path]}
    assert not UNTOLD[path].intersection(PRINTED[path])
