"""JSON-LD read without a network, by two readers that know nothing of each other."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import rdflib
from jsonschema import Draft202012Validator
from pyld import jsonld

HERE = Path(__file__).resolve().parent
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")

Json = dict[str, Any]

TERMS: Json = json.loads((HERE / "anno_context.json").read_text("utf-8"))
"""The terms of the Web Annotation Vocabulary, appendix « JSON-LD Context », as we wrote them."""


def faults(schema: str, document: Any) -> list[str]:
    """Return what the schema file `schema` finds wrong in `document`."""
    validator = Draft202012Validator(json.loads((HERE / schema).read_text("utf-8")))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def _served(url: str, options: Json) -> Json:
    assert url == CONTEXT, f"a context is asked for at {url}"
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": TERMS,
        "contentType": "application/ld+json",
    }


def quads(text: str) -> set[str]:
    """Return the statements that PyLD reads in `text`, canonical N-Quads, one each."""
    options = {"documentLoader": _served, "format": "application/n-quads"}
    normal = jsonld.normalize(json.loads(text), {**options, "algorithm": "URDNA2015"})
    return set(str(normal).splitlines())


def expanded(text: str) -> Any:
    """Return what PyLD makes of `text`: every name in full, what has none left out."""
    return jsonld.expand(json.loads(text), {"documentLoader": _served})


def graph(text: str) -> rdflib.Graph:
    """Return the graph that rdflib reads in `text`."""
    document = json.loads(text)
    assert document["@context"] == CONTEXT
    inlined = document | {"@context": TERMS["@context"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, in itself
        return rdflib.Graph().parse(data=json.dumps(inlined), format="json-ld")
