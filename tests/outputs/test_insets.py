"""The export of cover, figures and boxes follows the published schema."""

from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from briefing.model.dossier import Dossier
from briefing.model.parts import DeclaredBox, DeclaredFigure, Picture
from briefing.outputs.attached.structure import to_json
from briefing.outputs.export import export
from briefing.reading.prose import parse_blocks
from briefing.resources import schema_folder
from briefing.verifying.attached import STRUCTURE, read_attached
from tests.builders import assembled, dossier, extract, rich, source

PICTURE = Picture("image/png", b"\x89PNG", 4, 3, "0a" * 32)
FIGURE = DeclaredFigure(
    "trace",
    "a/trace.png",
    "Une ligne",
    rich("Le *tracé*"),
    "Nous",
    "minic",
    "questions",
    picture=PICTURE,
)
BOX = DeclaredBox(
    "loi",
    rich("La *loi*"),
    parse_blocks("Un mot[@minic#x].\n\n## Deux\n\n- trois"),
    place="partie:russie",
)


def full() -> Dossier:
    what = dossier(extract("minic#x"), sources=[source("minic")])
    return replace(what, cover=replace(FIGURE, id="couverture"), figures=(FIGURE,), boxes=(BOX,))


def test_the_export_has_every_part_and_follows_its_schema() -> None:
    made = export(assembled(full()))
    schema = json.loads((schema_folder() / "briefing.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(json.dumps(made)))
    told = {
        "file": "a/trace.png",
        "sha256": "0a" * 32,
        "alt": "Une ligne",
        "caption": "Le tracé",
        "credit": "Nous",
    }
    assert made["cover"] == told
    assert made["illustrations"] == [
        {"id": "trace", **told, "source": "minic", "place": "questions"}
    ]
    assert made["boxes"] == [
        {
            "id": "loi",
            "title": "La loi",
            "text": [
                {"role": "text", "text": "Un mot."},
                {"role": "heading", "text": "Deux"},
                {"role": "item", "text": "trois"},
            ],
            "extracts": ["minic#x"],
            "place": "partie:russie",
        }
    ]


def test_without_parts_the_export_has_no_field_for_them() -> None:
    what = dossier(extract("minic#x"))
    assert not {"cover", "illustrations", "boxes"} & export(assembled(what)).keys()


def test_the_attached_structure_holds_no_part_that_is_not_printed() -> None:
    made = json.loads(to_json(assembled(full(), "positions", "sources")))
    assert "illustrations" not in made
    assert [box["id"] for box in made["boxes"]] == ["loi"]


def test_a_verifier_asks_for_the_words_of_boxes_and_captions() -> None:
    files = {STRUCTURE: to_json(assembled(full())).encode()}
    files |= {"extraits.jsonld": b'{"total": 0, "first": {"items": []}}', "sources.json": b"[]"}
    attached, check = read_attached(files)
    assert attached is not None, check
    told = {item.text for item in attached.items if item.id in ("loi", "trace")}
    assert told == {"La loi", "Un mot.", "Deux", "trois", "Le tracé"}
