"""`dossier.toml`: what the dossier declares."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from briefing.model.audience import Audience
from briefing.model.citation_style import CitationStyle
from briefing.model.dossier import (
    Author,
    DeclaredDivergence,
    DeclaredItem,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    EarlierVersion,
    Issue,
    Legal,
    Party,
    Side,
)
from briefing.model.finding import Finding, Message, message
from briefing.model.parts import DeclaredBox, DeclaredFigure, DeclaredSection
from briefing.model.text import Paragraph
from briefing.model.vocabulary import DivergenceKind
from briefing.reading.audiences import read_audience, read_theme_name
from briefing.reading.checks import read_checks
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.languages import frame_language, text_language
from briefing.reading.mailing import read_mailing
from briefing.reading.marks import marked, read_tlp
from briefing.reading.naming import read_acronyms, read_people
from briefing.reading.parts import read_boxes, read_cover, read_figures
from briefing.reading.prose import parse_located_blocks
from briefing.reading.sections import check_readers, own_names, read_sections
from briefing.reading.tables import Table, TomlFile
from briefing.reading.tags import members_of
from briefing.reading.toml_lines import TomlLines
from briefing.reading.typography import read_typography

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_BARE_KEY = re.compile(r"\s*\[{0,2}\s*([\w.-]+)")
_TWICE = re.compile(r"Cannot declare \('([^']+)',\) twice")
_REASONS = {
    "Invalid statement": message("invalid TOML: this line isn't “key = value”"),
    "Invalid value": message("invalid TOML: this value isn't one"),
    "Expected newline": message("invalid TOML: something stands after the value"),
    "Illegal character": message("invalid TOML: a quotation mark isn't closed on its line"),
    "Unterminated string": message("invalid TOML: a quotation mark isn't closed"),
    "Unclosed array": message("invalid TOML: a bracket “[” isn't closed"),
    "Expected '='": message("invalid TOML: a “=” is missing after the key"),
    "Invalid initial character": message("invalid TOML: a key can't begin so"),
    "Expected ']": message("invalid TOML: a bracket isn't closed"),
    "Cannot declare": message("invalid TOML: this table is declared twice"),
    "Cannot overwrite": message("invalid TOML: this key is given twice"),
}
"""What `tomllib` says most often, by its beginning."""
_UNSAFE = re.compile(r"[^a-z0-9]+")

Named = TypeVar("Named", Party, Issue)


def read_config(text: str, path: str) -> tuple[Dossier | None, list[Finding]]:
    """Read `dossier.toml`; None when it isn't TOML at all."""
    findings: list[Finding] = []
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return None, [_invalid(text, path, str(fault))]
    file = TomlFile(path, TomlLines(text), findings)
    root = Table(file, values)
    dossier = Dossier(
        title=root.text("titre", required=_TITLE_HINT),
        subtitle=root.text("sous-titre"),
        collection=root.text("collection"),
        genre=root.text("genre"),
        authors=_authors(root),
        date=root.date("date"),
        language=frame_language(root),
        told_text_language=text_language(root),
        publisher=root.text("éditeur"),
        bibliography=root.text("bibliographie").strip(),
        citation_style=_citation_style(root),
        parties=tuple(_named(root, "parties", Party)),
        issues=tuple(_named(root, "enjeux", Issue)),
        people=read_people(root.tables("personnes")),
        acronyms=read_acronyms(root.table("sigles")),
        method=_method(root),
        legal=_legal(root.table("mentions")),
        checks=read_checks(root.table("controle")),
        typography=read_typography(root.table("typographie")),
        since=_since(root),
        theme=read_theme_name(root),
        mailing=read_mailing(root),
    )
    dossier = _with_items(dossier, root)
    root.close()
    _check_ids(dossier, file)
    return dossier, findings


def _with_items(dossier: Dossier, root: Table) -> Dossier:
    """Read what refers to parties and issues, to sections and audiences."""
    sections = read_sections(root)
    audiences = _audiences(root, own_names(sections))
    return replace(
        dossier,
        key_points=tuple(_key_points(root)),
        positions=tuple(_positions(root, dossier)),
        questions=tuple(_questions(root)),
        divergences=tuple(_divergences(root)),
        cover=read_cover(root),
        figures=tuple(read_figures(root, dossier.parties)),
        boxes=tuple(read_boxes(root, dossier.parties)),
        sections=check_readers(sections, audiences, root.file),
        audiences=audiences,
    )


def _invalid(text: str, path: str, detail: str) -> Finding:
    """Say what `tomllib` found; an error without a place is that of an unfinished end."""
    lines = text.rstrip().split("\n")
    place = _PLACE.search(detail)
    line = min(int(place[1]), len(lines)) if place else len(lines)
    detail = _PLACE.sub("", detail).strip()
    key = _BARE_KEY.match(lines[line - 1])
    if key and not key[1].isascii():
        reason = message("invalid TOML: the key “{key}” has an accent", key=key[1])
        hint = message("TOML takes no accent in a key: write “{key}”", key=fold(key[1]))
    else:
        reason, hint = _reason(detail), _table_hint(detail) or _TEXT_HINT
    return error("BR303", path, line, reason, hint)


def _reason(detail: str) -> Message:
    """Return what `tomllib` says, in a sentence that can be translated where it is a usual one."""
    for start, reason in _REASONS.items():
        if detail.startswith(start):
            return reason
    return message("invalid TOML: {reason}", reason=detail)


def _table_hint(detail: str) -> Message | None:
    """Return the hint for a list of tables written as one table, twice."""
    twice = _TWICE.match(detail)
    if not twice:
        return None
    return message("a list of tables has two brackets: [[{name}]]", name=twice[1])


def _authors(root: Table) -> tuple[Author, ...]:
    """Authors are `[[auteurs]]` tables, or just a list of names."""
    if root.has("auteurs") and root.texts_or_none("auteurs") is not None:
        return tuple(Author(name) for name in root.texts("auteurs"))
    authors = []
    for table in root.tables("auteurs"):
        authors.append(Author(table.text("nom", required=_HINT), table.rich("notice")))
        table.close()
    return tuple(authors)


def _citation_style(root: Table) -> CitationStyle | None:
    name = root.text("style-bibliographique").strip()
    return CitationStyle(name) if name else None


def _method(root: Table) -> tuple[Paragraph, ...]:
    line = root.line("méthode")
    located = parse_located_blocks(root.text("méthode"))
    paragraphs = [replace(paragraph, line=line) for paragraph, _ in located]
    return tuple(marked(paragraphs, root.file.path, root.file.findings))


def _since(root: Table) -> EarlierVersion | None:
    path = root.text("depuis").strip()
    return EarlierVersion(path, root.line("depuis")) if path else None


def _named(root: Table, key: str, kind: type[Named]) -> Iterable[Named]:
    seen: set[str] = set()
    for table in root.tables(key):
        name = table.text("nom", required=_HINT)
        id_ = table.text("id") or _UNSAFE.sub("-", fold(name)).strip("-") or fold(name)
        mark = read_tlp(table)
        table.close()
        spellings = {fold(id_), fold(name or id_)}
        if spellings & seen:
            table.fault("BR304", "nom", "“{name}” is declared twice", name=name or id_)
        elif id_:
            yield kind(id_, name or id_, table.line(), mark)
        seen |= spellings - {""}


def _key_points(root: Table) -> Iterable[DeclaredKeyPoint]:
    for table in root.tables("points-clés"):
        point = DeclaredKeyPoint(
            id=table.text("id", required=_ID_HINT),
            text=table.rich("texte", required=_HINT),
            lead=table.text("extrait"),
            line=table.line(),
            tlp=read_tlp(table),
        )
        table.close()
        yield point


def _positions(root: Table, dossier: Dossier) -> Iterable[DeclaredPosition]:
    for table in root.tables("positions"):
        position = DeclaredPosition(
            id=table.text("id", required=_ID_HINT),
            party=_reference(table, "partie", dossier.parties, _NO_PARTY),
            issue=_reference(table, "enjeu", dossier.issues, _NO_ISSUE),
            text=table.rich("texte", required=_HINT),
            brief=table.rich("bref"),
            line=table.line(),
            tlp=read_tlp(table),
        )
        table.close()
        yield position


def _reference(table: Table, key: str, known: Iterable[Party | Issue], text: str) -> str:
    name = table.text(key, required=_HINT)
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
            text=table.rich("texte", required=_HINT),
            sides=tuple(_sides(table)),
            line=table.line(),
            tlp=read_tlp(table),
        )
        table.close()
        yield question


def _divergences(root: Table) -> Iterable[DeclaredDivergence]:
    for table in root.tables("divergences"):
        divergence = DeclaredDivergence(
            id=table.text("id", required=_ID_HINT),
            kind=_divergence_kind(table),
            title=table.rich("titre", required=_HINT),
            text=table.rich("texte"),
            sides=tuple(_sides(table)),
            line=table.line(),
            tlp=read_tlp(table),
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
            text=table.rich("texte", required=_HINT),
            extracts=table.texts("extraits"),
            line=table.line("extraits"),
            tlp=read_tlp(table),
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


def _audiences(root: Table, sections: tuple[str, ...]) -> MappingProxyType[str, Audience]:
    tables = root.named_tables("publics")
    return MappingProxyType({name: read_audience(name, table, sections) for name, table in tables})


def _check_ids(dossier: Dossier, file: TomlFile) -> None:
    """All that has an id and stands in `dossier.toml` shares one space of ids."""
    seen: dict[str, int] = {}
    items: tuple[DeclaredItem | DeclaredFigure | DeclaredBox | DeclaredSection, ...] = (
        *dossier.key_points,
        *dossier.positions,
        *dossier.questions,
        *dossier.divergences,
        *dossier.figures,
        *dossier.boxes,
        *dossier.sections,
    )
    for item in items:
        id_ = fold(item.id)
        if id_ and id_ in seen:
            text = message(
                "the id “{id}” is already taken at line {first}", id=item.id, first=seen[id_]
            )
            file.findings.append(error("BR222", file.path, item.line, text))
        seen.setdefault(id_, item.line)


_TEXT_HINT = message(
    'a text stands between double quotes: titre = "…"; a " inside it is written \\"'
)
_HINT = message('write {key} = "…"').template
_ID_HINT = message('write id = "un-nom-court"').template
_DIVERGENCE_HINT = message('write nature = "désaccord", "évolution", "contradiction"…').template
_NO_PARTY = message("the dossier declares no party “{name}”").template
_NO_ISSUE = message("the dossier declares no issue “{name}”").template
_TITLE_HINT = message('write titre = "…" at the top').template
