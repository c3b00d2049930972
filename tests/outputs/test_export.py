"""The export: plain JSON that follows its published schema, field for field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import briefing
from briefing.assembling import assemble
from briefing.model.audience import Depth, NoteStyle
from briefing.model.briefing import Briefing
from briefing.model.dates import Precision
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.model.text import Paragraph
from briefing.model.typography import Space, Typography
from briefing.model.verification import Verdict
from briefing.model.vocabulary import (
    Dating,
    DivergenceKind,
    Kind,
    Reliability,
    SourceType,
    Status,
    Tlp,
    Voice,
)
from briefing.outputs.export import VERSION, export, export_json
from briefing.proving import prove
from briefing.reading.dates import parse_date
from briefing.reading.prose import parse_blocks
from briefing.resources import schema_folder
from tests.builders import (
    DATES,
    FEW,
    assembled,
    audience,
    divergence,
    dossier,
    dossiers,
    event,
    extract,
    key_point,
    position,
    question,
    rich,
    side,
    subsets_of_sections,
)

Json = dict[str, Any]

SCHEMA: Json = json.loads((schema_folder() / "briefing.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

EXTRACT_FIELDS = (
    *("id", "source", "document", "quotation", "statement", "kinds", "parties", "issues"),
    *("speaker", "voice", "status", "date", "anonymous", "supports", "file", "line"),
)

OPTIONAL = (
    "text_language",
    "sections",
    "draft",
    "tlp",
    "embargo",
    "people",
    "acronyms",
    "verdicts",
    "figures",
    "foreword",
    "pull_quotes",
    "cover",
    "illustrations",
    "boxes",
    "own_sections",
)
"""Absent where nobody asked; all else is always there."""


def exported(what: Dossier, *sections: str) -> Json:
    """Return the export of `what` as a program reads it."""
    made = json.loads(export_json(assembled(what, *sections)))
    assert isinstance(made, dict)
    return made


def faults(document: Json) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


# ---- The document --------------------------------------------------------------------------


def test_the_sample_follows_the_schema(sample: Dossier, sample_briefing: Briefing) -> None:
    assert faults(json.loads(export_json(sample_briefing))) == []


def test_the_starter_follows_the_schema(starter: Dossier, starter_briefing: Briefing) -> None:
    assert faults(json.loads(export_json(starter_briefing))) == []


@FEW
@given(dossiers(), subsets_of_sections())
def test_any_dossier_follows_the_schema(any_dossier: Dossier, sections: list[str]) -> None:
    assert faults(exported(any_dossier)) == []
    assert faults(exported(any_dossier, *sections)) == []


def test_the_text_is_one_document_and_one_line_end(starter: Dossier) -> None:
    text = export_json(briefing.assemble(starter))
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "déficit" in text
    assert json.loads(text) == json.loads(json.dumps(export(briefing.assemble(starter))))


def test_an_extract_has_the_published_fields_and_no_other() -> None:
    (said,) = exported(dossier(extract()))["extracts"]
    assert tuple(said) == EXTRACT_FIELDS


def test_an_extract_says_what_the_fiche_says() -> None:
    said = extract(
        "minic#objectifs",
        statement="Un *de facto* maximaliste.",
        quotation="un *de facto* maximaliste",
        said_by="Dimitri Minic, chercheur",
        date="2025-02-12",
        supports=("kp",),
    )
    (made,) = exported(dossier(said, key_points=[key_point("kp")]))["extracts"]
    assert made == {
        "id": "minic#objectifs",
        "source": "minic",
        "document": "minic.txt",
        "quotation": "un *de facto* maximaliste",
        "statement": "Un de facto maximaliste.",
        "kinds": ["position"],
        "parties": ["Russie"],
        "issues": ["OTAN"],
        "speaker": "Dimitri Minic",
        "voice": "attribuée",
        "status": "analyse",
        "date": "2025-02-12",
        "anonymous": False,
        "supports": ["kp"],
        "file": "minic.md",
        "line": 12,
    }


def test_an_anonymous_speaker_is_described_not_named() -> None:
    (made,) = exported(dossier(extract(said_by="anonyme, un diplomate")))["extracts"]
    assert (made["speaker"], made["anonymous"]) == ("un diplomate", True)


def test_what_an_extract_lacks_is_null() -> None:
    (made,) = exported(dossier(extract(said_by="", voice=None, status=None)))["extracts"]
    assert [made[name] for name in ("speaker", "voice", "status", "date")] == [None] * 4


def test_every_item_has_the_ids_of_its_extracts_and_its_number_of_sources() -> None:
    said = [
        extract("a#1", supports=("kp", "q", "pos"), via=("Reuters",)),
        extract("b#1", supports=("kp", "q", "pos"), via=("Reuters",)),
        extract("c#1", supports=("kp", "q", "pos")),
        event("d#1", "2025-02-12"),
    ]
    parts = divergence("d", side("Ici", "Oui.", "a#1"), side("Là", "Non.", "b#1"))
    made = exported(
        dossier(
            *said,
            key_points=[key_point("kp")],
            positions=[position("pos")],
            questions=[question("q")],
            divergences=[parts],
        )
    )
    rests = {
        name: [(item["extracts"], item["distinct_sources"]) for item in made[name]]
        for name in ("key_points", "positions", "events", "divergences", "questions")
    }
    three = (["a#1", "b#1", "c#1"], 2)
    assert rests == {
        "key_points": [three],
        "positions": [three],
        "events": [(["d#1"], 1)],
        "divergences": [(["a#1", "b#1"], 1)],
        "questions": [three],
    }
    assert made["events"][0]["id"] == "d#1"


def test_a_position_on_two_issues_is_listed_under_both() -> None:
    made = exported(dossier(extract(issues=("otan", "sanctions"))))
    assert [p["issue"] for p in made["positions"]] == ["OTAN", "Sanctions"]


def test_gaps_are_listed() -> None:
    made = exported(dossier(extract()))
    assert {"party": "Ukraine", "issue": "OTAN"} in made["gaps"]
    assert len(made["gaps"]) == 3


@FEW
@given(dossiers())
def test_every_id_it_names_is_in_it(any_dossier: Dossier) -> None:
    made = exported(any_dossier)
    extracts = {item["id"] for item in made["extracts"]}
    sources = {item["id"] for item in made["sources"]}
    parties = {item["name"] for item in made["parties"]}
    assert {item["source"] for item in made["extracts"]} <= sources
    for item in items(made):
        assert set(item.get("extracts", ())) <= extracts
        assert item.get("party") in {None, *parties}
        assert item.get("distinct_sources", 0) <= len(sources)


def items(value: object) -> Iterator[Json]:
    """Yield every object in a JSON value but the root's own lists of extracts."""
    if isinstance(value, dict):
        if "version" not in value:
            yield value
        for inner in value.values():
            yield from items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from items(inner)


# ---- The schema ----------------------------------------------------------------------------


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMA["properties"]["version"]["const"] == VERSION


def objects(schema: object) -> Iterator[Json]:
    """Yield every schema of an object."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)


def test_every_object_is_closed_and_complete() -> None:
    for schema in objects(SCHEMA):
        assert schema["additionalProperties"] is False
        assert schema["required"] == [name for name in schema["properties"] if name not in OPTIONAL]


def test_every_field_is_described() -> None:
    described = [
        field
        for schema in (*objects(SCHEMA), {"properties": SCHEMA["$defs"]})
        for field in schema["properties"].values()
        if "const" not in field
    ]
    assert [field for field in described if not field.get("description", "").endswith(".")] == []


def test_every_definition_is_used() -> None:
    text = json.dumps(SCHEMA)
    assert [name for name in SCHEMA["$defs"] if f'"#/$defs/{name}"' not in text] == []


def test_the_fields_of_an_extract_are_those_of_the_schema() -> None:
    assert tuple(SCHEMA["$defs"]["extract"]["properties"]) == EXTRACT_FIELDS


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [
        ("kind", Kind),
        ("voice", Voice),
        ("status", Status),
        ("dating", Dating),
        ("divergence_kind", DivergenceKind),
        ("source_type", SourceType),
        ("reliability", Reliability),
    ],
)
def test_the_schema_knows_every_word_of_a_vocabulary(name: str, vocabulary: type[StrEnum]) -> None:
    assert SCHEMA["$defs"][name]["enum"] == [member.value for member in vocabulary]


def test_the_schema_knows_every_precision() -> None:
    members: list[Enum] = list(Precision)
    assert SCHEMA["$defs"]["precision"]["enum"] == [member.name.lower() for member in members]


@pytest.mark.parametrize(
    "date", [*DATES, "2025-02-12?", "2025-02-12%", "2025/..", "../..", "/2025", "2025-24/2026-21"]
)
def test_the_schema_takes_the_dates_that_reading_takes(date: str) -> None:
    taken = Draft202012Validator(SCHEMA["$defs"]["date"]).is_valid(date)
    assert taken or parse_date(date) is None


@pytest.mark.parametrize("date", ["", "février 2025", "2025-2-1", "12/02/2025", "2025 ", "../.."])
def test_the_schema_refuses_what_is_no_date(date: str) -> None:
    assert not Draft202012Validator(SCHEMA["$defs"]["date"]).is_valid(date)


@pytest.mark.parametrize(
    ("place", "value"),
    [("voice", "DIRECT"), ("kinds", ["autre"]), ("line", -1), ("extra", 1), ("id", "sans-source")],
)
def test_the_schema_refuses_a_wrong_field(place: str, value: object) -> None:
    made = exported(dossier(extract()))
    made["extracts"][0][place] = value
    assert faults(made)


def test_the_schema_refuses_a_missing_field() -> None:
    made = exported(dossier(extract()))
    del made["extracts"][0]["voice"]
    assert faults(made)


def test_the_document_of_a_source_is_a_file_name() -> None:
    what = dossier(extract())
    bare = replace(what, sources=(replace(what.sources[0], document=""),))
    assert exported(what)["extracts"][0]["document"] == "minic.txt"
    assert exported(bare)["extracts"][0]["document"] == ""
    assert exported(bare)["sources"][0]["document"] is None


def test_the_introduction_is_told_without_its_calls() -> None:
    prose = parse_blocks("## Où en est-on ?\n\nRien n'est dit [@minic#objectifs], ou *presque*.")
    made = exported(replace(dossier(extract()), introduction=prose))
    assert made["introduction"] == [
        {"role": "heading", "text": "Où en est-on ?"},
        {"role": "text", "text": "Rien n'est dit, ou presque."},
    ]
    assert faults(made) == []


# ---- Verdicts ------------------------------------------------------------------------------


def judged(*quotations: str) -> Json:
    """Return the export of extracts that were looked for in « Un accord. »."""
    what = dossier(*(extract(f"minic#e{n}", quotation=q) for n, q in enumerate(quotations)))
    document = Document("minic.txt", "Un accord.", "00")
    evidence = prove(what, {"minic": document}).evidence(what)
    made = json.loads(export_json(assemble(what, audience(), evidence=evidence)))
    assert isinstance(made, dict)
    return made


def test_verdicts_are_told_when_somebody_asked() -> None:
    made = judged("Un accord", "rien de tel")
    assert made["verdicts"] == {"minic#e0": "verbatim", "minic#e1": "absent"}
    assert faults(made) == []
    assert "verdicts" not in exported(dossier(extract()))


@pytest.mark.parametrize("verdicts", [{"minic#e0": "vrai"}, {"sans-source": "near"}, {}, None])
def test_the_schema_refuses_a_wrong_verdict(verdicts: object) -> None:
    made = judged("Un accord")
    assert faults(made | {"verdicts": verdicts})


def test_the_schema_knows_every_verdict() -> None:
    known = SCHEMA["properties"]["verdicts"]["additionalProperties"]["enum"]
    assert known == [*(verdict.value for verdict in Verdict), None]


def test_references_are_set_as_the_house_has_them(sample: Dossier) -> None:
    house = replace(sample, typography=Typography(space=Space.FULL))
    narrow, full = (
        [source["reference"] + source["label"] for source in exported(what)["sources"]]
        for what in (sample, house)
    )
    assert any("\u00a0?" in reference for reference in full)
    assert full == [re.sub("\u202f(?=[;!?])", "\u00a0", reference) for reference in narrow]


def test_what_is_printed_large_is_exported() -> None:
    said = replace(extract("a#x", kinds=(Kind.FIGURE,), date="2025-02"), figure="12", pulled=True)
    document = exported(dossier(said))
    assert faults(document) == []
    (figure,) = document["figures"]
    assert (figure["id"], figure["figure"], figure["date"]) == ("a#x", "12", "2025-02")
    assert (figure["extracts"], document["pull_quotes"]) == (["a#x"], ["a#x"])


# ---- Audiences that are shown less ---------------------------------------------------------

LESS: tuple[dict[str, Any], ...] = (
    {"clearance": Tlp.CLEAR},
    {"notes": NoteStyle.SHORT},
    {"depth": Depth.NONE, "notes": NoteStyle.NONE},
    {"foreword": (Paragraph(rich("Un mot.")),), "language": "en"},
)


@pytest.mark.parametrize("changes", LESS)
def test_what_an_audience_is_shown_follows_the_schema(
    changes: dict[str, Any], sample: Dossier
) -> None:
    made = json.loads(export_json(assemble(sample, replace(audience(), **changes))))
    assert faults(made) == []


def test_an_edition_that_leaves_something_out_tells_of_it_alone(sample: Dossier) -> None:
    made = json.loads(export_json(assembled(sample, "points-clés", "sources")))
    quoted = {extract["id"] for extract in made["extracts"]}
    assert 0 < len(quoted) < len(sample.extracts)
    assert {id_ for point in made["key_points"] for id_ in point["extracts"]} <= quoted
    assert made["positions"] == made["events"] == made["gaps"] == []


def test_places_in_files_are_not_for_everybody(sample: Dossier) -> None:
    made = json.loads(export_json(assemble(sample, replace(audience(), clearance=Tlp.CLEAR))))
    assert {item["line"] for item in (*made["extracts"], *made["sources"])} == {0}
