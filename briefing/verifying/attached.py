"""What a PDF carries: `briefing.json`, `extraits.jsonld`, `sources.json`, read without trust."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from briefing.model.finding import message
from briefing.model.naming import Acronym, Person
from briefing.model.verification import Fragment
from briefing.verifying.nodes import Node, ShapeError, parse
from briefing.verifying.values import Check, Fault

STRUCTURE = "briefing.json"
ANNOTATIONS = "extraits.jsonld"
BIBLIOGRAPHY = "sources.json"
NAMES = (STRUCTURE, ANNOTATIONS, BIBLIOGRAPHY)
VERSIONS = (1,)
"""Of `briefing.json`, that this module reads."""

_NI = re.compile(r"ni:///sha-256;([\w-]{43})", re.ASCII)
"""A document named by its hash (RFC 6920)."""
_ITALICS = re.compile(r"</?i>")
"""How CSL-JSON marks them in a title."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extract:
    """One printed extract, as `briefing.json` has it."""

    id: str
    source: str
    document: str
    quotation: str
    statement: str
    verdict: str = ""
    """As it was when the PDF was made; empty when nobody asked."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source, as `briefing.json` has it."""

    id: str
    number: int
    title: str
    reference: str
    label: str = ""
    """Its short name, by which an edition without notes may list it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text that the edition prints."""

    id: str
    text: str
    extract: str = ""
    """The id of the extract whose statement it is; empty where the analyst worded it."""
    label: str = ""
    """Whose side it is; it stands before the text, or beside it in the margin."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure printed large, above what it measures."""

    extract: str
    """The id of the extract that gives it."""
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One extract, as `extraits.jsonld` has it."""

    id: str
    """Of the extract."""
    source: str
    statement: str
    sha256: str
    """Of the document, in hexadecimal; empty when it isn't named by its bytes."""
    exacts: tuple[str, ...]
    """The stretches quoted."""
    fragments: tuple[Fragment, ...]
    """The same with their places, as far as these were known."""


@dataclass(frozen=True, slots=True)
class Attached:
    """All three, read."""

    title: str
    extracts: tuple[Extract, ...] = ()
    sources: tuple[Source, ...] = ()
    items: tuple[Item, ...] = ()
    issues: tuple[str, ...] = ()
    """Their names, which print may set on the line of what they head."""
    figures: tuple[Figure, ...] = ()
    pulled: tuple[str, ...] = ()
    """The ids of the extracts whose quotations are printed large as well."""
    annotations: tuple[Annotation, ...] = ()
    sections: tuple[str, ...] = ()
    """What the edition prints; empty when it doesn't tell."""
    draft: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles by the id of the source, as `sources.json` has them."""
    people: tuple[Person, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    """The forms in which a statement may be printed."""


def read_attached(files: Mapping[str, bytes]) -> tuple[Attached | None, Check]:
    """Read the three attachments; None when one of them is absent or can't be read."""
    faults: list[Fault] = []
    structure = _read(files, STRUCTURE, _structure, faults)
    annotations = _read(files, ANNOTATIONS, _annotations, faults)
    titles = _read(files, BIBLIOGRAPHY, _titles, faults)
    check = Check("attachments", message("attachments"), len(NAMES), tuple(faults))
    if structure is None or annotations is None or titles is None:
        return None, check
    return replace(structure, annotations=annotations, titles=titles), check


def _read(
    files: Mapping[str, bytes], name: str, reader: Callable[[Node], T], faults: list[Fault]
) -> T | None:
    if name not in files:
        faults.append(Fault(name, message("the attachment is missing")))
        return None
    try:
        return reader(parse(files[name]))
    except ShapeError as fault:
        faults.append(Fault(name, message("the attachment can't be read"), fault.message))
        return None


# ---- briefing.json -------------------------------------------------------------------------


def _structure(root: Node) -> Attached:
    version = root["version"].number()
    if version not in VERSIONS:
        raise ShapeError(message("its version {version} isn't known", version=version))
    verdicts = {key: node.text_or_empty() for key, node in root["verdicts"].members()}
    extracts = tuple(_extract(node, verdicts) for node in root["extracts"])
    sources = tuple(_source(node) for node in root["sources"])
    items = _items(root, {extract.id for extract in extracts})
    return Attached(
        root["title"].text(),
        extracts,
        sources,
        tuple(item for item in items if _has_words(item.text)),
        tuple(node["name"].text() for node in root["issues"].list_or_empty()),
        tuple(_figure(node) for node in root["figures"].list_or_empty()),
        tuple(node.text() for node in root["pull_quotes"].list_or_empty()),
        sections=tuple(node.text() for node in root["sections"].list_or_empty()),
        draft=root["draft"].true_or_false(),
        people=tuple(_person(node) for node in root["people"].list_or_empty()),
        acronyms=tuple(Acronym(name, node.text()) for name, node in root["acronyms"].members()),
    )


def _person(node: Node) -> Person:
    return Person(node["name"].text(), node["short"].text())


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _extract(node: Node, verdicts: Mapping[str, str]) -> Extract:
    id_ = node["id"].text()
    return Extract(
        id_,
        node["source"].text(),
        node["document"].text_or_empty(),
        node["quotation"].text(),
        node["statement"].text(),
        verdicts.get(id_, ""),
    )


def _figure(node: Node) -> Figure:
    return Figure(*(node[key].text() for key in ("id", "figure", "text")))


def _source(node: Node) -> Source:
    return Source(
        id=node["id"].text(),
        number=node["number"].number(),
        title=node["title"].text(),
        reference=node["reference"].text(),
        label=node["label"].text_or_empty(),
    )


def _items(root: Node, extracts: set[str]) -> Iterator[Item]:
    for key in ("title", "subtitle"):
        yield Item(key, root[key].text_or_empty())
    for number, node in enumerate(root["introduction"], 1):
        yield Item(f"chapeau, {number}", node["text"].text())
    yield from _part_items(root)
    for key in ("key_points", "positions", "events", "questions"):
        for node in root[key]:
            id_ = node["id"].text()
            extract = id_.partition("/")[0] if key in ("positions", "events") else ""
            yield Item(id_, node["text"].text(), extract if extract in extracts else "")
    for node in root["divergences"]:
        yield Item(node["id"].text(), node["title"].text())
        yield Item(node["id"].text(), node["text"].text())
    for key, sides in (("divergences", "sides"), ("questions", "known")):
        for node in root[key]:
            yield from (_side(node["id"].text(), side) for side in node[sides])


def _part_items(root: Node) -> Iterator[Item]:
    """Yield the texts of key figures, boxes, own sections and pictures, if there are any."""
    for node in root["figures"].list_or_empty():
        yield Item(node["id"].text(), node["text"].text())
    for box in (*root["boxes"].list_or_empty(), *root["own_sections"].list_or_empty()):
        id_ = box["id"].text()
        yield Item(id_, box["title"].text())
        yield from (Item(id_, paragraph["text"].text()) for paragraph in box["text"])
    for figure in root["illustrations"].list_or_empty():
        yield Item(figure["id"].text(), figure["caption"].text_or_empty())


def _side(id_: str, node: Node) -> Item:
    return Item(id_, node["text"].text(), label=node["label"].text_or_empty())


# ---- extraits.jsonld -----------------------------------------------------------------------


def _annotations(root: Node) -> tuple[Annotation, ...]:
    found = tuple(_annotation(node) for node in root["first"]["items"])
    total = root["total"].number()
    if total != len(found):
        text = message("{count} annotations where {total} are told", count=len(found), total=total)
        raise ShapeError(text)
    return found


def _annotation(node: Node) -> Annotation:
    bodies = node["body"].one_or_many()
    statements = [b["value"].text() for b in bodies if b["purpose"].text() == "describing"]
    targets = list(node["target"].one_or_many())
    if not targets:
        raise ShapeError(message("an annotation without target"))
    shown = (target for target in targets if target["selector"].is_there)
    selected = [_selected(target) for target in shown]  # none where nothing is quoted
    sources = {_place_of(target) for target in targets}
    if len(sources) > 1:
        raise ShapeError(message("an annotation of two documents"))
    name, id_ = sources.pop()
    return Annotation(
        node["dcterms:identifier"].text(),
        name,
        " ".join(statements),
        _sha256(id_),
        tuple(exact for exact, _ in selected),
        tuple(fragment for _, fragment in selected if fragment),
    )


def _place_of(target: Node) -> tuple[str, str]:
    source = target["source"]
    return source["dcterms:identifier"].text(), source["id"].text()


def _selected(target: Node) -> tuple[str, Fragment | None]:
    selectors = {node["type"].text(): node for node in target["selector"].one_or_many()}
    if "TextQuoteSelector" not in selectors:
        raise ShapeError(message("a target without TextQuoteSelector"))
    quote = selectors["TextQuoteSelector"]
    exact = quote["exact"].text()
    place = selectors.get("TextPositionSelector")
    if place is None:
        return exact, None
    return exact, Fragment(
        place["start"].number(),
        place["end"].number(),
        exact,
        quote["prefix"].text_or_empty(),
        quote["suffix"].text_or_empty(),
    )


def _sha256(name: str) -> str:
    match = _NI.fullmatch(name)
    if match is None:
        return ""
    try:
        return base64.urlsafe_b64decode(match[1] + "=").hex()
    except binascii.Error as fault:
        raise ShapeError(message("“{name}” names no SHA-256", name=name)) from fault


# ---- sources.json --------------------------------------------------------------------------


def _titles(root: Node) -> Mapping[str, str]:
    return {node["id"].text(): _starred(node["title"].text_or_empty()) for node in root}


def _starred(title: str) -> str:
    """Return a title with its italics between stars, as a fiche has them."""
    return _ITALICS.sub("*", title)
