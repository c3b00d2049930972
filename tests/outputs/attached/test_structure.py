"""`briefing.json`: the export of what is printed, and of nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from briefing.assembling import assemble
from briefing.model.briefing import Briefing, Draft
from briefing.model.vocabulary import Tlp
from briefing.outputs.attached.structure import to_json
from briefing.outputs.export import export
from briefing.proving import prove
from briefing.resources import schema_folder
from tests.builders import (
    FEW,
    assembled,
    audience,
    dossier,
    extract,
    key_point,
    position,
    question,
    side,
    source,
)
from tests.outputs.attached.evidence import Proved, briefings, proved

Json = dict[str, Any]

VALIDATOR = Draft202012Validator(
    json.loads((schema_folder() / "briefing.schema.json").read_text("utf-8"))
)


def read(briefing: Briefing) -> Json:
    made = json.loads(to_json(briefing))
    assert isinstance(made, dict)
    return made


@FEW
@given(briefings())
def test_any_briefing_follows_the_schema_of_the_export(made: Proved) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(read(made.briefing))] == []


@FEW
@given(briefings())
def test_the_extracts_are_those_of_the_notes_in_their_order(made: Proved) -> None:
    printed = [entry.extract.id for note in made.briefing.notes for entry in note.entries]
    assert [held["id"] for held in read(made.briefing)["extracts"]] == printed


@FEW
@given(briefings())
def test_nothing_that_is_not_there_is_named(made: Proved) -> None:
    held = read(made.briefing)
    extracts = {one["id"] for one in held["extracts"]}
    items = {one["id"] for name in ("key_points", "positions", "questions") for one in held[name]}
    assert named(held) <= extracts
    assert {id_ for one in held["extracts"] for id_ in one["supports"]} <= items


def named(value: Any) -> set[str]:
    """Return the ids of extracts that items rest on, at any depth."""
    if isinstance(value, list):
        return set().union(*map(named, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = {id_ for id_ in value.get("extracts", ()) if isinstance(id_, str)}
    return own.union(*map(named, value.values()))


@FEW
@given(briefings())
def test_the_verdicts_are_those_of_the_notes(made: Proved) -> None:
    entries = [entry for note in made.briefing.notes for entry in note.entries]
    verdicts = {
        entry.extract.id: entry.verification.verdict for entry in entries if entry.verification
    }
    assert read(made.briefing).get("verdicts", {}) == verdicts


def test_an_audience_carries_nothing_that_it_does_not_read() -> None:
    """A section left out leaves no id, no remark, no count behind."""
    shown = extract("minic#vu", supports=("kp", "secrete"))
    hidden = extract("autre#secret", statement="Un secret.", supports=("kp",))
    what = dossier(
        shown,
        hidden,
        sources=[source(), replace(source("autre"), title="Un titre secret", note="Secret.")],
        key_points=[key_point("kp", lead="minic#vu")],
        questions=[question("secrete", side("Moscou", "Un secret.", "autre#secret"))],
    )
    assert "secret" in to_json(assembled(what)).casefold()
    text = to_json(assembled(what, "points-clés"))
    assert "secret" not in text.casefold()
    assert json.loads(text)["key_points"][0]["extracts"] == ["minic#vu"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("/home/claire/dossier/minic.md", "minic.md"), ("C:\\Claire\\minic.md", "minic.md")],
)
def test_no_path_of_a_machine_is_there(path: str, name: str) -> None:
    what = dossier(replace(extract(), path=path), sources=[replace(source(), path=path)])
    text = to_json(assembled(what))
    made = json.loads(text)
    assert (made["extracts"][0]["file"], made["sources"][0]["file"]) == (name, name)
    assert "laire/" not in text
    assert "C:" not in text


def test_when_all_is_printed_it_is_the_export_of_the_dossier() -> None:
    said = extract(supports=("kp", "pos"))
    what = dossier(said, key_points=[key_point("kp")], positions=[position("pos")])
    briefing = assembled(what)
    made = read(briefing)
    assert made.pop("sections") == list(briefing.sections)
    assert made == json.loads(json.dumps(export(briefing)))


def test_a_draft_says_so_and_an_edition_nothing() -> None:
    briefing = assembled(dossier(extract()))
    assert "draft" not in read(briefing)
    made = read(replace(briefing, draft=Draft(2)))
    assert made["draft"] is True
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []


@pytest.mark.parametrize("mark", Tlp)
def test_a_label_and_an_embargo_are_told_where_there_are_any(mark: Tlp) -> None:
    briefing = assembled(dossier(extract()))
    assert not {"tlp", "embargo"} & read(briefing).keys()
    made = read(replace(briefing, tlp=mark, embargo="12 mars 2026 à 6 h"))
    assert (made["tlp"], made["embargo"]) == (mark.value, "12 mars 2026 à 6 h")
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("Un accord est proche", "verbatim"),
        ("accord", "ambiguous"),
        ("Un accord est loin", "near"),
        ("il neige sur Valmont", "absent"),
    ],
)
def test_a_verdict_is_told(quotation: str, verdict: str) -> None:
    made = read(proved(dossier(extract(quotation=quotation)), "Un accord est proche. Bon accord."))
    assert made["verdicts"] == {"minic#objectifs": verdict}


def test_a_verdict_that_nobody_could_give_is_null_and_one_nobody_asked_for_is_absent() -> None:
    what = dossier(extract())
    assert "verdicts" not in read(assembled(what))
    unknown = prove(what, {}).evidence(what)
    made = read(assemble(what, audience(), evidence=unknown))
    assert made["verdicts"] == {"minic#objectifs": None}
