"""Two versions in two frames: what the frame says of a source is no change of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.comparing import compare, read_snapshot, summarise
from briefing.model.briefing import Briefing
from briefing.model.changes import Change, ChangeKind, ItemKind
from briefing.outputs.attached.structure import to_json
from tests.builders import dossier, extract, source
from tests.comparing.versions import Json, edited, exported, snapshot

FRENCH, ENGLISH = (
    "A. Un, « Le train », n°\u00a03, février 2025.",
    "A. Un, “Le train,” no. 3, February 2025.",
)


def version(language: str, reference: str) -> Json:
    document = exported(dossier(extract("a#1"), sources=[source("a", date="2025-02")]))
    return edited(
        document,
        lambda made: made.update(language=language),
        lambda made: made["sources"][0].update(reference=reference),
    )


def changes(old: Json, new: Json) -> tuple[Change, ...]:
    return compare(snapshot(old), snapshot(new))


@pytest.mark.parametrize("pair", [("fr", "en-GB"), ("de", "fr-CH"), ("en-US", "en-GB")])
def test_another_frame_alone_changes_nothing(pair: tuple[str, str]) -> None:
    old, new = version(pair[0], FRENCH), version(pair[1], ENGLISH)
    assert changes(old, new) == ()
    every = ("points-clés", "positions", "sources")
    assert summarise(changes(old, new), snapshot(old), snapshot(new), every) is None


@pytest.mark.parametrize("pair", [("fr", "fr"), ("fr-FR", "fr-CH"), ("en-GB", "en-GB")])
def test_in_one_language_references_are_compared_whole(pair: tuple[str, str]) -> None:
    (change,) = changes(version(pair[0], FRENCH), version(pair[1], ENGLISH))
    assert (change.kind, change.item) == (ChangeKind.REWORDED, ItemKind.SOURCE)


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "L'autre train"), ("date", "2025-03"), ("authors", ["Zoé"]), ("url", "https://a.b")],
)
def test_what_a_reference_holds_is_compared_across_frames(field: str, value: object) -> None:
    old = version("fr", FRENCH)
    new = edited(version("en", ENGLISH), lambda made: made["sources"][0].update({field: value}))
    (change,) = changes(old, new)
    assert (change.kind, change.item, change.id) == (ChangeKind.REWORDED, ItemKind.SOURCE, "a")


def test_a_version_without_language_is_french() -> None:
    old = edited(version("fr", FRENCH), lambda made: made.pop("language"))
    assert changes(old, version("fr", FRENCH)) == ()
    assert changes(old, version("en", ENGLISH)) == ()


def test_a_real_briefing_in_another_frame(starter_briefing: Briefing) -> None:
    """The starter, its references as each frame sets them."""
    old, new = (
        read_snapshot(to_json(replace(starter_briefing, language=language)), language)
        for language in ("fr", "en-US")
    )
    assert old != new
    assert compare(old, new) == ()
