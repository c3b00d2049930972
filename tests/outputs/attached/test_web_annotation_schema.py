"""The schema of the Web Annotation model refuses what the model does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import dossier, extract
from tests.outputs.attached.evidence import proved
from tests.outputs.attached.linked_data import Json, faults
from tests.outputs.attached.readers import QUOTATION, SCHEMA, TEXT, read


def annotation_of(made: Json) -> Json:
    found: Json = made["first"]["items"][0]
    return found


def target_of(made: Json) -> Json:
    found: Json = annotation_of(made)["target"][0]
    return found


SPOILT: dict[str, Callable[[Json], object]] = {
    "another context": lambda m: m.update({"@context": "https://exemple.fr/contexte"}),
    "no first page": lambda m: m.pop("first"),
    "a negative total": lambda m: m.update(total=-1),
    "a relative name": lambda m: annotation_of(m).update(id="annotation-1"),
    "a name with a space": lambda m: annotation_of(m).update(id="urn:a b"),
    "no name": lambda m: annotation_of(m).pop("id"),
    "no target": lambda m: annotation_of(m).pop("target"),
    "an empty target": lambda m: annotation_of(m).update(target=[]),
    "another type": lambda m: annotation_of(m).update(type="Note"),
    "an unknown motivation": lambda m: annotation_of(m).update(motivation="quoting"),
    "an unknown purpose": lambda m: annotation_of(m)["body"][0].update(purpose="stating"),
    "a body without value": lambda m: annotation_of(m)["body"][0].pop("value"),
    "two languages of a body": lambda m: annotation_of(m)["body"][0].update(language=["fr", "en"]),
    "a false language": lambda m: annotation_of(m)["body"][0].update(language="le français"),
    "a term of no vocabulary": lambda m: annotation_of(m).update(statement="x"),
    "a prefix of no vocabulary": lambda m: annotation_of(m).update({"ex:statement": "x"}),
    "a day for a moment": lambda m: annotation_of(m).update(created="2025-11-21"),
    "a moment without zone": lambda m: annotation_of(m).update(created="2025-11-21T00:00:00"),
    "no source": lambda m: target_of(m).pop("source"),
    "two sources": lambda m: target_of(m).update(source=["urn:a:1", "urn:a:2"]),
    "a source without name": lambda m: target_of(m)["source"].pop("id"),
    "a format that is none": lambda m: target_of(m)["source"].update(format="texte"),
    "no words": lambda m: target_of(m)["selector"][0].pop("exact"),
    "empty words": lambda m: target_of(m)["selector"][0].update(exact=""),
    "a place without end": lambda m: target_of(m)["selector"][1].pop("end"),
    "a place before the start": lambda m: target_of(m)["selector"][1].update(start=-1),
    "a place in words": lambda m: target_of(m)["selector"][1].update(start="14"),
    "another selector": lambda m: target_of(m)["selector"][1].update(type="TextSelector"),
    "an agent without name": lambda m: m["creator"][0].pop("name"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_schema_refuses(fault: str) -> None:
    made = read(proved(dossier(extract(quotation=QUOTATION)), TEXT))
    assert faults(SCHEMA, made) == []
    SPOILT[fault](made)
    assert faults(SCHEMA, made) != []
