"""`[couverture]`, `[[figures]]` and `[[encadres]]`: the optional parts of a page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.model.dossier import Party
from briefing.model.finding import message
from briefing.model.parts import PARTY_PLACE, Breadth, DeclaredBox, DeclaredFigure
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.marks import read_tlp
from briefing.reading.prose import parse_blocks
from briefing.reading.tables import Table

PLACES = (
    "points-clés",
    "chapeau",
    "chiffres",
    "positions",
    "chronologie",
    "divergences",
    "questions",
    "sources",
)
"""The sections that a part may follow."""
DEFAULT_PLACE = "chapeau"
COVER = "couverture"


def named_parts(config: bytes) -> tuple[str, ...]:
    """Return the files that the parts of a `dossier.toml` name, once each.

    Faults of the file are for `read_config` to tell.
    """
    try:
        values = _folded(tomllib.loads(config.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return ()
    names = [_folded(values.get(COVER)).get("image")]
    for key in ("figures", "encadres", "sections"):
        names += [_folded(table).get("fichier") for table in _listed(values.get(key))]
    return tuple(dict.fromkeys(n.strip() for n in names if isinstance(n, str) and n.strip()))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _folded(values: object) -> dict[str, Any]:
    if not isinstance(values, Mapping):
        return {}
    return {fold(str(key)): value for key, value in values.items()}


def read_cover(root: Table) -> DeclaredFigure | None:
    """Read `[couverture]`; None if there is none."""
    table = root.table(COVER)
    if not table.names():
        return None
    cover = DeclaredFigure(
        id=COVER,
        file=table.text("image", required=_FILE_HINT).strip(),
        alt=_words(table),
        caption=table.rich("légende"),
        credit=_credit(table),
        breadth=Breadth.PAGE,
        tlp=read_tlp(table),
        line=table.line(),
    )
    table.close()
    return cover


def read_figures(root: Table, parties: Iterable[Party]) -> Iterator[DeclaredFigure]:
    """Read `[[figures]]`."""
    known = tuple(parties)
    for table in root.tables("figures"):
        figure = DeclaredFigure(
            id=table.text("id", required=_ID_HINT),
            file=table.text("fichier", required=_FILE_HINT).strip(),
            alt=_words(table),
            caption=table.rich("légende"),
            credit=_credit(table),
            source=table.text("source").strip(),
            place=_place(table, known),
            breadth=Breadth(_chosen(table, "largeur", Breadth) or Breadth.COLUMN),
            tlp=read_tlp(table),
            line=table.line(),
        )
        table.close()
        yield figure


def read_boxes(root: Table, parties: Iterable[Party]) -> Iterator[DeclaredBox]:
    """Read `[[encadres]]`; the text of a file is read with the dossier."""
    known = tuple(parties)
    for table in root.tables("encadrés"):
        box = DeclaredBox(
            id=table.text("id", required=_ID_HINT),
            title=table.rich("titre", required=_TITLE_HINT),
            text=parse_blocks(table.text("texte")),
            file=table.text("fichier").strip(),
            place=_place(table, known),
            tlp=read_tlp(table),
            line=table.line(),
        )
        if bool(box.text) == bool(box.file):
            table.fault(
                "BR356", "texte", "a box has either “texte” or “fichier”", "write one of them"
            )
        table.close()
        yield box


def _words(table: Table) -> str:
    """Return the words that stand for a picture; "" only if it is told to be decorative."""
    alt = " ".join(table.text("alt").split())
    decorative = table.flag("décorative")
    if not alt and not decorative:
        table.fault(
            "BR351",
            "alt",
            "no words stand for the picture",
            'write alt = "…" with what it shows, or decorative = true if it shows nothing',
        )
    if alt and decorative:
        table.fault(
            "BR351", "alt", "a decorative picture has no words", "remove “alt”, or “decorative”"
        )
    return alt


def _credit(table: Table) -> str:
    credit = " ".join(table.text("crédit").split())
    if not credit:
        table.fault(
            "BR352",
            "crédit",
            "the picture has no credit",
            'write credit = "…" with its author and the right to print it',
        )
    return credit


def _place(table: Table, parties: Iterable[Party]) -> str:
    name = table.text("place").strip() or DEFAULT_PLACE
    sections = {fold(section): section for section in PLACES}
    if fold(name) in sections:
        return sections[fold(name)]
    names = tuple(parties)
    for party in names:
        if fold(name) in (fold(party.id), fold(party.name)):
            return PARTY_PLACE + party.id
    _unknown(table, "place", name, (*PLACES, *(party.name for party in names)))
    return DEFAULT_PLACE


def _chosen(table: Table, key: str, kind: Iterable[str]) -> str:
    name = table.text(key).strip()
    known = {fold(str(value)): str(value) for value in kind}
    if name and fold(name) not in known:
        _unknown(table, key, name, known.values())
    return known.get(fold(name), "")


def _unknown(table: Table, key: str, name: str, known: Iterable[str]) -> None:
    text = message("unknown value “{name}” for “{key}”", name=name, key=key)
    found = error("BR204", table.file.path, table.line(key), text, did_you_mean(name, known))
    table.file.findings.append(found)


_ID_HINT = message('write id = "un-nom-court"').template
_FILE_HINT = message('write {key} = "images/gare.jpg", beside dossier.toml').template
_TITLE_HINT = message('write {key} = "…"').template
