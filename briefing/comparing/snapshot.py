"""A version of a briefing, as far as versions are compared: read from its exported JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

from briefing.comparing.entries import Entry, entries
from briefing.comparing.fields import Fields, SnapshotError
from briefing.model.dates import Date
from briefing.model.finding import message
from briefing.model.naming import Acronym, Person
from briefing.reading.dates import parse_date

__all__ = ["Entry", "Snapshot", "SnapshotError", "parse_snapshot", "read_snapshot"]

VERSION = 1
"""Of the export that is understood: `briefing.outputs.export`."""


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
    introduced: bool = False
    """Whether it tells its chapeau, which the first exports didn't."""
    language: str = "fr"
    """Of the frame."""
    people: tuple[Person, ...] = ()
    acronyms: tuple[Acronym, ...] = ()


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
        entries=tuple(entries(root)),
        verified=root.has("verdicts"),
        introduced=root.has("introduction"),
        language=root.text("language") or "fr",
        people=tuple(_people(root)),
        acronyms=tuple(starmap(Acronym, root.nullable_texts("acronyms").items())),
    )


def _people(root: Fields) -> Iterator[Person]:
    for person in root.objects("people"):
        yield Person(person.text("name"), person.text("short"))


_HINT = message("name a dossier, a PDF of ours, or what “briefing export” printed")
