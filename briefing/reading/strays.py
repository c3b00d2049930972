"""Fiches that aren't read for the place or the suffix of their file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.dossier import DeclaredItem, Dossier
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, message
from briefing.model.text import Paragraph
from briefing.reading.findings import error, fold
from briefing.reading.prose import citations

_TITLE = re.compile(r"^#\s+\S", re.MULTILINE)
_STATEMENT = re.compile(r"^##\s+\S", re.MULTILINE)
_TAG = re.compile(r"^[-*+]\s+(?:id|nature|statut)\s*:", re.MULTILINE)
_SUPPORTS = re.compile(r"^[-*+]\s+appuie\s*:(.*)$", re.MULTILINE)


def missed_fiches(
    dossier: Dossier, raw: RawDossier, introduction: Iterable[tuple[Paragraph, int]]
) -> tuple[RawFile, ...]:
    """Return the files that look like fiches, aren't read as such, and are wanted.

    They are where no fiche is read at all, where one is cited, or where it bears out what nothing
    else does: an old fiche may well rest in a subfolder.
    """
    strays = tuple(file for file in raw.strays if _is_fiche(_text(file)))
    if not raw.fiches:
        return strays
    read = {file.stem for file in raw.fiches}
    cited = {id_.partition("#")[0] for id_ in _cited(dossier, introduction)} - read
    unsupported = _unsupported(dossier)
    return tuple(
        file
        for file in strays
        if file.stem in cited or (file.stem not in read and unsupported & _supports(_text(file)))
    )


def tell_missed(file: RawFile) -> Finding:
    """Say why `file` isn't read, and where it goes."""
    name = f"{file.stem}.md"
    if "/" in file.name:
        text = message("“{name}” is there, but subfolders aren't read", name=file.name)
        hint = message("move it beside dossier.toml, as “{name}”", name=name)
    else:
        text = message("“{name}” is there, but a fiche is an .md file", name=file.name)
        hint = message("rename it: {name}", name=name)
    return error("BR313", file.path, 0, text, hint)


def _text(file: RawFile) -> str:
    return file.data.decode(errors="replace").replace("\r\n", "\n")


def _is_fiche(text: str) -> bool:
    return all(part.search(text) for part in (_TITLE, _STATEMENT, _TAG))


def _supports(text: str) -> set[str]:
    return {fold(id_) for line in _SUPPORTS.findall(text) for id_ in line.split(",")}


def _unsupported(dossier: Dossier) -> set[str]:
    supported = {id_ for extract in dossier.extracts for id_ in extract.supports}
    items: tuple[DeclaredItem, ...] = (*dossier.key_points, *dossier.positions)
    return {fold(item.id) for item in items if item.id and item.id not in supported}


def _cited(dossier: Dossier, introduction: Iterable[tuple[Paragraph, int]]) -> Iterator[str]:
    yield from (point.lead for point in dossier.key_points if point.lead)
    sides = [side for question in dossier.questions for side in question.sides]
    sides += [side for divergence in dossier.divergences for side in divergence.sides]
    yield from (id_ for side in sides for id_ in side.extracts)
    for paragraph, _ in introduction:
        yield from citations(paragraph.spans)
