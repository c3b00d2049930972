"""`dossier.toml`: what the dossier declares."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from briefing.model.dossier import (
    Audience,
    Author,
    DeclaredDivergence,
    DeclaredItem,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    Issue,
    Legal,
    Party,
    Side,
)
from briefing.model.finding import Finding, message
from briefing.model.vocabulary import DivergenceKind
from briefing.reading.audiences import read_audience
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.prose import parse_blocks
from briefing.reading.tables import Table, TomlFile
from briefing.reading.tags import members_of
from briefing.reading.toml_lines import TomlLines

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_UNSAFE = re.compile(r"[^a-z0-9]+")

Named = TypeVar("Named", Party, Issue)


def read_config(text: str, path: str) -> tuple[Dossier | None, list[Finding]]:
    """Read `dossier.toml`; None when it isn't TOML at all."""
    findings: list[Finding] = []
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return None, [_invalid(path, str(fault))]
    file = TomlFile(path, TomlLines(text), findings)
    root = Table(file, values)
    dossier = Dossier(
        title=root.text("titre", required='write titre = "…" at the top'),
        subtitle=root.text("sous-titre"),
        collection=root.text("collection"),
        genre=root.text("genre"),
        authors=_authors(root),
        date=root.date("date"),
        language=root.text("langue") or "fr",
        publisher=root.text("éditeur"),
        parties=tuple(_named(root, "parties", Party)),
        issues=tuple(_named(root, "enjeux", Issue)),
        method=parse_blocks(root.text("méthode")),
        legal=_legal(root.table("mentions")),
    )
    dossier = replace(
        dossier,
        key_points=tuple(_key_points(root)),
        positions=tuple(_positions(root, dossier)),
        questions=tuple(_questions(root)),
        divergences=tuple(_divergences(root)),
        audiences=_audiences(root),
    )
    root.close()
    _check_ids(dossier, file)
    return dossier, findings


def _invalid(path: str, detail: str) -> Finding:
    place = _PLACE.search(detail)
    line = int(place[1]) if place else detail.count("\n")
    reason = _PLACE.sub("", detail).strip()
    text = message("invalid TOML: {reason}", reason=reason)
    hint = message('a text stands between double quotes: titre = "…"; a " inside it is written \\"')
    return error("BR303", path, line, text, hint)


def _authors(root: Table) -> tuple[Author, ...]:
    """Authors are `[[auteurs]]` tables, or just a list of names."""
    if root.has("auteurs") and root.texts_or_none("auteurs") is not None:
        return tuple(Author(name) for name in root.texts("auteurs"))
    authors = []
    for table in root.tables("auteurs"):
        authors.append(Author(table.text("nom", required=_NAME_HINT), table.rich("notice")))
        table.close()
    return tuple(authors)


def _named(root: Table, key: str, kind: type[Named]) -> Iterable[Named]:
    for table in root.tables(key):
        name = table.text("nom", required=_NAME_HINT)
        id_ = table.text("id") or _UNSAFE.sub("-", fold(name)).strip("-")
        table.close()
        if id_:
            yield kind(id_, name or id_)


def _key_points(root: Table) -> Iterable[DeclaredKeyPoint]:
    for table in root.tables("points-clés"):
        point = DeclaredKeyPoint(
            id=table.text("id", required=_ID_HINT),
            text=table.rich("texte", required=_TEXT_HINT),
            lead=table.text("extrait"),
            line=table.line(),
        )
        table.close()
        yield point


def _positions(root: Table, dossier: Dossier) -> Iterable[DeclaredPosition]:
    for table in root.tables("positions"):
        position = DeclaredPosition(
            id=table.text("id", required=_ID_HINT),
            party=_reference(table, "partie", dossier.parties, _NO_PARTY),
            issue=_reference(table, "enjeu", dossier.issues, _NO_ISSUE),
            text=table.rich("texte", required=_TEXT_HINT),
            brief=table.rich("bref"),
            line=table.line(),
        )
        table.close()
        yield position


def _reference(table: Table, key: str, known: Iterable[Party | Issue], text: str) -> str:
    name = table.text(key, required=_NAME_HINT)
    items = tuple(known)
    for item in items:
        if fold(name) in (fold(item.id), fold(item.name)):
            return item.id
    if name:
        hint = did_you_mean(name, (item.name for item in items))
        found = error("BR401", table.file.path, table.line(key), message(text, name=name), hint)
        table.file.findings.append(found)
    return ""


def _questions(root: Table) -> Iterable[DeclaredQuestion]:
    for table in root.tables("questions"):
        question = DeclaredQuestion(
            id=table.text("id", required=_ID_HINT),
            text=table.rich("texte", required=_TEXT_HINT),
            sides=tuple(_sides(table)),
            line=table.line(),
        )
        table.close()
        yield question


def _divergences(root: Table) -> Iterable[DeclaredDivergence]:
    for table in root.tables("divergences"):
        divergence = DeclaredDivergence(
            id=table.text("id", required=_ID_HINT),
            kind=_divergence_kind(table),
            title=table.rich("titre", required=_TEXT_HINT),
            text=table.rich("texte"),
            sides=tuple(_sides(table)),
            line=table.line(),
        )
        table.close()
        yield divergence


def _divergence_kind(table: Table) -> DivergenceKind:
    name = table.text("nature", required=_DIVERGENCE_HINT)
    kind = members_of(DivergenceKind).get(fold(name))
    if name and kind is None:
        text = message("unknown value “{name}” for “{key}”", name=name, key="nature")
        hint = did_you_mean(name, (known.value for known in DivergenceKind))
        table.file.findings.append(
            error("BR204", table.file.path, table.line("nature"), text, hint)
        )
    return kind or DivergenceKind.DISAGREEMENT


def _sides(parent: Table) -> Iterable[Side]:
    for table in parent.tables("éléments"):
        side = Side(
            label=table.text("côté"),
            text=table.rich("texte", required=_TEXT_HINT),
            extracts=table.texts("extraits"),
            line=table.line("extraits"),
        )
        table.close()
        yield side


def _legal(table: Table) -> Legal:
    legal = Legal(
        isbn=table.text("isbn"),
        issn=table.text("issn"),
        disclaimer=table.rich("avertissement"),
        copyright=table.text("droits"),
        address=table.texts("adresse"),
    )
    table.close()
    return legal


def _audiences(root: Table) -> MappingProxyType[str, Audience]:
    return MappingProxyType(
        {name: read_audience(name, table) for name, table in root.named_tables("publics")}
    )


def _check_ids(dossier: Dossier, file: TomlFile) -> None:
    """Key points, positions, questions and divergences share one space of ids."""
    seen: dict[str, int] = {}
    items: tuple[DeclaredItem, ...] = (
        *dossier.key_points,
        *dossier.positions,
        *dossier.questions,
        *dossier.divergences,
    )
    for item in items:
        first = seen.setdefault(item.id, item.line)
        if item.id and first != item.line:
            text = message(
                "the id “{id}” is already taken at line {first}", id=item.id, first=first
            )
            file.findings.append(error("BR222", file.path, item.line, text))
    for kind, items_ in (("parties", dossier.parties), ("enjeux", dossier.issues)):
        names = [fold(named.name) for named in items_]
        for index, name in enumerate(names):
            if name in names[:index]:
                text = message("“{name}” is declared twice", name=items_[index].name)
                line = file.lines.line(kind, index)
                file.findings.append(error("BR304", file.path, line, text))


_NAME_HINT = message('write nom = "…"').template
_ID_HINT = message('write id = "un-nom-court"').template
_TEXT_HINT = message('write texte = "…"').template
_DIVERGENCE_HINT = message('write nature = "désaccord", "évolution", "contradiction"…').template
_NO_PARTY = message("the dossier declares no party “{name}”").template
_NO_ISSUE = message("the dossier declares no issue “{name}”").template
