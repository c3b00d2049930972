"""A version of a briefing, as far as versions are compared: read from its exported JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.comparing.fields import Fields, SnapshotError
from briefing.model.changes import ChangeKind, ItemKind
from briefing.model.dates import Date
from briefing.model.finding import message
from briefing.reading.dates import parse_date

__all__ = ["Entry", "Snapshot", "SnapshotError", "parse_snapshot", "read_snapshot"]

VERSION = 1
"""Of the export that is understood: `briefing.outputs.export`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a version."""

    item: ItemKind
    id: str
    text: str
    label: str = ""
    """See `Change.label`."""
    aspects: Mapping[ChangeKind, str] = field(default_factory=lambda: MappingProxyType({}))
    """What may change beside the words; one that isn't known is left out."""
    place: tuple[str, str] = ("", "")
    """Of a position: the ids of its party and issue."""
    sides: tuple[Entry, ...] = ()
    """Of a question or divergence; the id of a side is its label."""
    spare: bool = False
    """Whether it is an extract that isn't printed: that it comes or goes is no change."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of a briefing."""

    title: str
    date: Date | None
    audience: str
    entries: tuple[Entry, ...]
    """In the order of the document, each kind together."""
    verified: bool = False
    """Whether it tells how its printed quotations stand, and by that which ones they are."""


def read_snapshot(text: str, name: str) -> Snapshot:
    """Read the JSON `text` of the file `name`; raises `SnapshotError` if it isn't our export."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise SnapshotError(message("“{name}” isn't JSON", name=name), _HINT) from fault
    return parse_snapshot(document, name)


def parse_snapshot(document: object, name: str) -> Snapshot:
    """Return the version that the exported `document` holds; unknown fields are left alone."""
    if not isinstance(document, dict) or not {"version", "title"} <= document.keys():
        text = message("“{name}” isn't a briefing exported as JSON", name=name)
        raise SnapshotError(text, _HINT)
    version = document["version"]
    if version != VERSION or isinstance(version, bool):
        text = message(
            "“{name}” is of version {version} of the export; {known} is known here",
            name=name,
            version=str(version),
            known=VERSION,
        )
        raise SnapshotError(text, message("export it again with this version of briefing"))
    root = Fields(document, name)
    date = root.text("date")
    return Snapshot(
        title=root.text("title"),
        date=parse_date(date) if date else None,
        audience=root.text("audience"),
        entries=tuple(_entries(root)),
        verified=root.has("verdicts"),
    )


_HINT = message("name a dossier, a PDF of ours, or what “briefing export” printed")


def _entries(root: Fields) -> Iterator[Entry]:
    yield Entry(ItemKind.TITLE, "", root.text("title"))
    yield Entry(ItemKind.SUBTITLE, "", root.text("subtitle"))
    for point in root.objects("key_points"):
        aspects = _aspects(point, {})
        yield Entry(ItemKind.KEY_POINT, point.text("id"), point.text("text"), aspects=aspects)
    yield from _positions(root)
    for divergence in root.objects("divergences"):
        yield _divergence(divergence)
    for question in root.objects("questions"):
        yield _question(question)
    for event in root.objects("events"):
        aspects = _aspects(event, {ChangeKind.DATE: "date", ChangeKind.STATUS: "status"})
        yield Entry(ItemKind.EVENT, event.text("id"), event.text("text"), aspects=aspects)
    for source in root.objects("sources"):
        words = source.text("reference") or source.text("title")
        label = source.text("label") or source.text("title")
        yield Entry(ItemKind.SOURCE, source.text("id"), words, label)
    yield from _extracts(root)


def _positions(root: Fields) -> Iterator[Entry]:
    parties = {party.text("name"): party.text("id") for party in root.objects("parties")}
    issues = {issue.text("name"): issue.text("id") for issue in root.objects("issues")}
    for position in root.objects("positions"):
        party, issue = position.text("party"), position.text("issue")
        yield Entry(
            ItemKind.POSITION,
            position.text("id"),
            position.text("text"),
            ", ".join(filter(None, (party, issue))),
            _aspects(position, _OF_A_POSITION),
            (parties.get(party, party), issues.get(issue, issue)),
        )


_OF_A_POSITION = {
    ChangeKind.VOICE: "voices",
    ChangeKind.SPEAKERS: "speakers",
    ChangeKind.STATUS: "status",
    ChangeKind.DATE: "date",
}


def _divergence(divergence: Fields) -> Entry:
    title = divergence.text("title")
    return Entry(
        ItemKind.DIVERGENCE,
        divergence.text("id"),
        " – ".join(filter(None, (title, divergence.text("text")))),
        aspects=_aspects(divergence, {ChangeKind.NATURE: "kind"}),
        sides=tuple(_sides(ItemKind.DIVERGENCE_SIDE, divergence.objects("sides"), title)),
    )


def _question(question: Fields) -> Entry:
    text = question.text("text")
    return Entry(
        ItemKind.QUESTION,
        question.text("id"),
        text,
        aspects=_aspects(question, {}),
        sides=tuple(_sides(ItemKind.QUESTION_SIDE, question.objects("known"), text)),
    )


def _sides(kind: ItemKind, sides: Iterable[Fields], of: str) -> Iterator[Entry]:
    for side in sides:
        name = side.text("label")
        label = " – ".join(filter(None, (of, name)))
        yield Entry(kind, name, side.text("text"), label, _aspects(side, {}))


def _extracts(root: Fields) -> Iterator[Entry]:
    verdicts = root.nullable_texts("verdicts")
    named = {id_ for item in _borne_out(root) for id_ in item.texts("extracts")}
    printed = verdicts.keys() if root.has("verdicts") else named
    for extract in root.objects("extracts"):
        id_ = extract.text("id")
        known = {ChangeKind.VERDICT: verdicts[id_]} if id_ in verdicts else {}
        yield Entry(
            ItemKind.EXTRACT,
            id_,
            extract.text("quotation"),
            aspects=MappingProxyType(known),
            spare=id_ not in printed,
        )


def _borne_out(root: Fields) -> Iterator[Fields]:
    """Yield the items that name their extracts; those of a side are its item's too."""
    for key in ("key_points", "positions", "divergences", "questions", "events"):
        yield from root.objects(key)


def _aspects(item: Fields, names: Mapping[ChangeKind, str]) -> Mapping[ChangeKind, str]:
    """Return what may change in `item` beside its words, its support included."""
    fields = {**names, ChangeKind.SUPPORT: "distinct_sources"}
    known = {kind: item.joined(name) for kind, name in fields.items() if item.has(name)}
    return MappingProxyType(known)
