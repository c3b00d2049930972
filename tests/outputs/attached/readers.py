"""What the tests of `extraits.jsonld` share: a text, a quotation of it, and how it is read."""

from __future__ import annotations

import json

from briefing.model.briefing import Briefing
from briefing.outputs.attached.annotations import to_annotations
from tests.outputs.attached.linked_data import Json

SCHEMA = "web_annotation.schema.json"
TEXT = "Minic écrit : dont les objectifs\nrestent maximalistes, et que Moscou n’y renonce pas."
QUOTATION = "dont les objectifs restent maximalistes"


def read(briefing: Briefing) -> Json:
    made = json.loads(to_annotations(briefing))
    assert isinstance(made, dict)
    return made


def annotated(briefing: Briefing) -> list[Json]:
    return list(read(briefing)["first"]["items"])


def only(briefing: Briefing) -> Json:
    (annotation,) = annotated(briefing)
    return annotation
