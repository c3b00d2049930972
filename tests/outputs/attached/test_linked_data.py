"""`extraits.jsonld` as linked data, which two readers find the same statements in."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic

from briefing.outputs.attached.annotations import to_annotations
from briefing.outputs.attached.identity import named_by_hash
from tests.builders import FEWER, dossier, extract
from tests.outputs.attached.evidence import Proved, briefings, document, proved
from tests.outputs.attached.linked_data import OA, expanded, graph, quads
from tests.outputs.attached.readers import QUOTATION, TEXT, annotated

AS = Namespace("http://www.w3.org/ns/activitystreams#")

EVERY_ANNOTATION = """
SELECT ?annotation ?id ?exact WHERE {
  ?annotation a oa:Annotation ; dcterms:identifier ?id ; oa:motivatedBy oa:describing ;
    oa:hasBody ?body ; oa:hasTarget ?target .
  ?body a oa:TextualBody ; oa:hasPurpose oa:describing ; rdf:value ?statement ;
    dc:language ?language .
  ?target a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?selector .
  ?source a dctypes:Text ; dcterms:title ?title .
  ?selector a oa:TextQuoteSelector ; oa:exact ?exact .
}
"""
PLACED = """
SELECT ?start ?end ?exact WHERE {
  ?target oa:hasSelector ?place , ?words .
  ?place a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?words oa:exact ?exact .
}
"""
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "oa": str(OA),
}


def ask(held: Graph, query: str) -> list[Any]:
    return list(held.query(query, initNs={**NAMES, "rdf": RDF}))


@FEWER
@given(briefings())
def test_rdflib_finds_every_annotation_with_its_words_and_source(made: Proved) -> None:
    held = graph(to_annotations(made.briefing))
    wanted = {
        (a["dcterms:identifier"], target["selector"][0]["exact"])
        for a in annotated(made.briefing)
        for target in a["target"]
    }
    assert {(str(row.id), str(row.exact)) for row in ask(held, EVERY_ANNOTATION)} == wanted
    order = [a["dcterms:identifier"] for a in annotated(made.briefing)]
    assert order_of(held) == order


def order_of(held: Graph) -> list[str]:
    """Return the ids of the extracts as the list of the page has them."""
    (page,) = held.objects(None, AS.first)
    (items,) = held.objects(page, AS["items"])
    listed = Collection(held, items)
    return [str(held.value(annotation, DCTERMS.identifier)) for annotation in listed]


@FEWER
@given(briefings())
def test_rdflib_reads_the_places_as_numbers(made: Proved) -> None:
    held = graph(to_annotations(made.briefing))
    for row in ask(held, PLACED):
        assert row.end.toPython() - row.start.toPython() == len(str(row.exact))


@FEWER
@given(briefings())
def test_pyld_and_rdflib_read_the_same_statements(made: Proved) -> None:
    text = to_annotations(made.briefing)
    statements = Graph().parse(data="\n".join(quads(text)), format="nt")
    assert len(statements) == len(graph(text))
    assert isomorphic(statements, graph(text))


@FEWER
@given(briefings())
def test_no_word_of_the_document_is_lost_on_a_reader(made: Proved) -> None:
    """A key that is no term of the context would vanish when names are written in full."""
    text = to_annotations(made.briefing)
    (collection,) = expanded(text)
    assert count(collection) == count(
        {k: v for k, v in json.loads(text).items() if k != "@context"}
    )


def count(value: Any) -> int:
    """Return how many properties `value` has, its own and those of what is in it.

    A value or list object of the expanded form is that value, not a thing with properties.
    """
    if isinstance(value, list):
        return sum(map(count, value))
    if not isinstance(value, dict) or "@value" in value:
        return 0
    if "@list" in value:
        return count(value["@list"])
    return sum(key not in ("id", "@id") for key in value) + sum(map(count, value.values()))


def test_a_graph_names_documents_by_their_bytes() -> None:
    text = to_annotations(proved(dossier(extract(quotation=QUOTATION)), TEXT))
    held = graph(text)
    name = URIRef(named_by_hash(document(TEXT).sha256))
    assert set(held.objects(None, OA.hasSource)) == {name}
    assert (None, OA.exact, Literal("dont les objectifs\nrestent maximalistes")) in held
