"""`[[sections]]`: sections of a dossier's own, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from briefing.model.audience import Audience
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, message
from briefing.model.parts import DeclaredSection
from briefing.model.text import Paragraph
from briefing.reading.box_texts import LocatedBlock, missing_file
from briefing.reading.built_in_audiences import BUILT_IN, SECTIONS
from briefing.reading.decoding import decode
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.marks import marked, read_tlp
from briefing.reading.prose import parse_blocks, parse_located_blocks
from briefing.reading.tables import Table, TomlFile

DEFAULT_PLACE: Final = "chapeau"
_LAST: Final = SECTIONS[-1]
"""Nothing follows the back page."""


def read_sections(root: Table) -> tuple[DeclaredSection, ...]:
    """Read `[[sections]]`; the text of a file is read with the dossier."""
    tables = list(root.tables("sections"))
    read = [_section(table) for table in tables]
    own = {fold(section.id): section.id for section in read if section.id}
    placed = [
        replace(section, beside=_place(section, table, own))
        for section, table in zip(read, tables, strict=True)
    ]
    rings = _in_rings(placed)
    for section, table in zip(placed, tables, strict=True):
        if section.id in rings:
            table.fault(
                "BR358",
                _key(section),
                "“{id}” would stand beside itself",
                "let one of these sections stand beside one of ours",
                id=section.id,
            )
        table.close()
    return tuple(_mended(section) if section.id in rings else section for section in placed)


def _mended(section: DeclaredSection) -> DeclaredSection:
    return replace(section, beside=DEFAULT_PLACE, precedes=False)


def _section(table: Table) -> DeclaredSection:
    after, before = table.text("après").strip(), table.text("avant").strip()
    section = DeclaredSection(
        id=table.text("id", required=_ID_HINT).strip(),
        title=table.rich("titre", required=_TITLE_HINT),
        text=parse_blocks(table.text("texte")),
        file=table.text("fichier").strip(),
        beside=before or after or DEFAULT_PLACE,
        precedes=bool(before),
        only_for=table.texts("publics"),
        tlp=read_tlp(table),
        line=table.line(),
    )
    if bool(section.text) == bool(section.file):
        hint = "write one of them"
        table.fault("BR358", "texte", "a section has either “texte” or “fichier”", hint)
    if after and before:
        hint = "write one of them"
        table.fault("BR358", "avant", "a section has either “apres” or “avant”", hint)
    if fold(section.id) in map(fold, SECTIONS):
        table.fault(
            "BR358",
            "id",
            "“{id}” is the name of a section of ours",
            "choose another one",
            id=section.id,
        )
    return section


def _place(section: DeclaredSection, table: Table, own: Mapping[str, str]) -> str:
    known = {fold(name): name for name in SECTIONS} | dict(own)
    if not section.precedes:
        del known[fold(_LAST)]
    found = known.get(fold(section.beside))
    if found is None:
        _tell_unknown(table.file, table.line(_key(section)), section, known.values())
    return found or DEFAULT_PLACE


def _tell_unknown(
    file: TomlFile, line: int, section: DeclaredSection, known: Iterable[str]
) -> None:
    key, name = _key(section), section.beside
    text = message("unknown value “{name}” for “{key}”", name=name, key=key)
    file.findings.append(error("BR204", file.path, line, text, did_you_mean(name, known)))


def _key(section: DeclaredSection) -> str:
    return "avant" if section.precedes else "apres"


def _in_rings(sections: Iterable[DeclaredSection]) -> set[str]:
    """Return the sections that stand beside one another alone, by id."""
    beside = {section.id: section.beside for section in sections}
    rings: set[str] = set()
    for id_ in beside:
        met: set[str] = set()
        place = id_
        while place in beside and place not in met:
            met.add(place)
            place = beside[place]
        if place == id_ and id_ in met:
            rings.add(id_)
    return rings


def check_readers(
    sections: Iterable[DeclaredSection], audiences: Mapping[str, Audience], file: TomlFile
) -> tuple[DeclaredSection, ...]:
    """Return sections with the audiences that are theirs; others are told."""
    known = {fold(id_): id_ for id_ in (*BUILT_IN, *audiences)}
    made: list[DeclaredSection] = []
    for section in sections:
        for name in section.only_for:
            if fold(name) not in known:
                text = message("unknown value “{name}” for “{key}”", name=name, key="publics")
                hint = did_you_mean(name, known.values())
                file.findings.append(error("BR204", file.path, section.line, text, hint))
        theirs = tuple(known[fold(name)] for name in section.only_for if fold(name) in known)
        made.append(replace(section, only_for=theirs))
        for audience in audiences.values():
            if theirs and section.id in audience.sections and audience.id not in theirs:
                text = message(
                    "“{audience}” has the section “{id}”, which isn't for it",
                    audience=audience.id,
                    id=section.id,
                )
                hint = message("add it to “publics”, or take the section out of “sections”")
                file.findings.append(error("BR358", file.path, section.line, text, hint))
    return tuple(made)


def read_section_texts(
    sections: Iterable[DeclaredSection], raw: RawDossier, findings: list[Finding]
) -> tuple[tuple[DeclaredSection, ...], list[LocatedBlock]]:
    """Return `sections` with their texts, and every paragraph of these with its place."""
    config = raw.config.path if raw.config else raw.path
    made: list[DeclaredSection] = []
    located: list[LocatedBlock] = []
    for section in sections:
        if section.file and not section.text:
            path, paragraphs = _of_file(section, raw, config, findings)
        else:
            paragraphs = tuple(replace(p, line=section.line) for p in section.text)
            path, paragraphs = config, tuple(marked(paragraphs, config, findings))
        located += (LocatedBlock(path, paragraph.line, paragraph) for paragraph in paragraphs)
        made.append(replace(section, text=paragraphs, path=path if section.file else ""))
    return tuple(made), located


def _of_file(
    section: DeclaredSection, raw: RawDossier, config: str, findings: list[Finding]
) -> tuple[str, tuple[Paragraph, ...]]:
    file = raw.part(section.file)
    if file is None:
        findings.append(missing_file(section.file, config, section.line))
        return config, ()
    text, faults = decode(file)
    findings += faults
    located = (replace(p, line=line) for p, line in parse_located_blocks(text))
    paragraphs = tuple(marked(located, file.path, findings))
    if not paragraphs and not faults:
        said = message("the section “{id}” has no text", id=section.id)
        findings.append(error("BR358", file.path, 0, said))
    return file.path, paragraphs


def own_names(sections: Collection[DeclaredSection]) -> tuple[str, ...]:
    """Return the names of every section that an audience may ask for."""
    return (*SECTIONS, *(section.id for section in sections if section.id))


_ID_HINT = message('write id = "un-nom-court"').template
_TITLE_HINT = message('write {key} = "…"').template
