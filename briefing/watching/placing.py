"""Where in a page a finding belongs: the item that its line wrote, by its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from briefing.assembling.anchors import anchor
from briefing.model.briefing import Briefing
from briefing.model.finding import Finding

CONFIG: Final = "dossier.toml"
INTRODUCTION: Final = "chapeau.md"

_ID: Final = re.compile(r'\bid="([^"]+)"')
_TAG_ID: Final = re.compile(r"[-*+]\s*id\s*:\s*(\S+)", re.IGNORECASE)
_TABLE: Final = re.compile(r"\s*\[\[?\s*\"?([\w-]+)\"?\s*(\.[^\]]*)?\]")
_ITEM_ID: Final = re.compile(r"\s*id\s*=\s*[\"']([^\"']+)[\"']")
_ITEMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "points-cles": ("point", "points-cles"),
        "positions": ("position", "positions"),
        "questions": ("question", "questions"),
        "divergences": ("divergence", "divergences"),
        "parties": ("partie", "positions"),
        "enjeux": ("enjeu", "positions"),
        "sections": ("section", ""),
        "encadres": ("encadre", ""),
        "figures": ("figure", ""),
    }
)
"""Tables of dossier.toml: how the anchors of their items begin, and the id of their section."""


@dataclass(frozen=True, slots=True)
class Places:
    """What a page has anchors for."""

    ids: tuple[str, ...] = ()
    """In the order of the page."""
    notes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The note that quotes an extract, by its id."""
    sources: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Numbers in the list of sources, by id."""


def places_of(html: str, briefing: Briefing) -> Places:
    """Return what the page `html` of `briefing` has anchors for."""
    notes = {entry.extract.id: note.number for note in briefing.notes for entry in note.entries}
    sources = {entry.source.id: entry.number for entry in briefing.sources}
    return Places(tuple(dict.fromkeys(_ID.findall(html))), notes, sources)


def place(finding: Finding, text: str, places: Places) -> str:
    """Return the id of what `finding` concerns, "" if the page shows nothing of it.

    `text` is the file that the finding names, as it stands: a fault may well keep an item out of
    the dossier, so that lines are read here and not looked up.
    """
    name = finding.path.rpartition("/")[2]
    if name == CONFIG:
        wanted = _of_config(text, finding.line)
    elif name == INTRODUCTION:
        wanted = iter(["chapeau"])
    elif name.endswith(".md"):
        wanted = _of_fiche(name.removesuffix(".md"), text, finding.line, places)
    else:
        return ""
    return next((id_ for id_ in wanted if id_ in places.ids), "")


def _of_fiche(source: str, text: str, line: int, places: Places) -> Iterator[str]:
    """Yield the anchors of the extract that holds `line`, then that of its source."""
    block = _block(text.splitlines(), line)
    told = next((found[1] for row in block if (found := _TAG_ID.match(row))), "")
    if told:
        extract = f"{source}#{told}"
        yield from _anchors(anchor("", extract).removeprefix("-"), places.ids)
        if extract in places.notes:
            yield f"note-{places.notes[extract]}"
    if source in places.sources:
        yield f"source-{places.sources[source]}"


def _anchors(name: str, ids: Sequence[str]) -> Iterator[str]:
    """Yield the anchors of an extract, whatever they are of: `kind-name`, or `kind-name:party:issue`.

    What is named whole comes first: another extract's id may begin as this one does.
    """
    named = [(id_, id_.partition("-")[2]) for id_ in ids if id_.partition("-")[0].isalpha()]
    yield from (id_ for id_, told in named if told == name)
    yield from (id_ for id_, told in named if told.startswith(f"{name}:"))


def _block(lines: Sequence[str], line: int) -> Sequence[str]:
    """Return the lines of the extract that holds `line`, from 1; none for the header's."""
    upper = (at for at in range(min(line, len(lines)) - 1, -1, -1) if lines[at].startswith("## "))
    start = next(upper, None)
    if start is None:
        return ()
    ends = (at for at in range(start + 1, len(lines)) if lines[at].startswith("## "))
    return lines[start : next(ends, len(lines))]


def _of_config(text: str, line: int) -> Iterator[str]:
    """Yield the anchor of the item that holds `line`, then that of its section."""
    lines = text.splitlines()
    for at in range(min(line, len(lines)) - 1, -1, -1):
        table = _TABLE.match(lines[at])
        if table is None or table[2]:
            continue  # what an item holds, as [[questions.elements]], is a part of it
        if table[1] in _ITEMS:
            kind, section = _ITEMS[table[1]]
            yield from (anchor(kind, id_) for id_ in _ids(lines[at + 1 :]))
            yield section
        return


def _ids(lines: Iterable[str]) -> Iterator[str]:
    """Yield the id of the item that begins here."""
    for row in lines:
        if _TABLE.match(row):
            return
        if found := _ITEM_ID.match(row):
            yield found[1]
            return
