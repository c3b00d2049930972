"""A whole dossier, from its raw files to one value and every fault in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.model.citation_style import CitationStyle
from briefing.model.dossier import DeclaredItem, Dossier
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, has_errors, message
from briefing.model.languages import primary
from briefing.model.source import Source
from briefing.model.text import Paragraph
from briefing.reading.bibliography import Bibliography, read_bibliography
from briefing.reading.box_texts import read_box_texts
from briefing.reading.config import read_config
from briefing.reading.cross_references import check_cross_references
from briefing.reading.decoding import LIBRARY_BYTES, decode
from briefing.reading.fiche import Fiche, FicheReader, read_fiche
from briefing.reading.findings import error
from briefing.reading.marks import marked
from briefing.reading.names import Names, name_table
from briefing.reading.prose import parse_located_blocks
from briefing.reading.sections import read_section_texts
from briefing.reading.strays import missed_fiches, tell_missed
from briefing.reading.toml_lines import TomlLines


@dataclass(frozen=True, slots=True)
class Reading:
    """What a dossier turned out to be."""

    dossier: Dossier | None
    """None when its `dossier.toml` is missing or unreadable."""
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether a briefing may be made of it."""
        return self.dossier is not None and not has_errors(self.findings)


def read_raw_dossier(raw: RawDossier, fiches_by: FicheReader = read_fiche) -> Reading:
    """Read a dossier; all its faults are in the findings, sorted by place.

    `fiches_by` reads each fiche.
    """
    findings: list[Finding] = []
    if raw.config is None:  # not a dossier: its other files would only add noise
        return Reading(None, (_no_config(raw),))
    config = _read_config(raw.config, findings)
    names = _names(config) if config else None
    bibliography = _read_bibliography(config, raw, findings) if config else None
    fiches = [
        fiche
        for file in raw.fiches
        if (fiche := _read_fiche(file, names, bibliography, findings, fiches_by))
    ]
    introduction = _read_introduction(raw.introduction, findings)
    dossier = None
    if config:
        boxes, boxed = read_box_texts(config.boxes, raw, findings)
        sections, told = read_section_texts(config.sections, raw, findings)
        boxed = [*boxed, *told]
        dossier = replace(
            config,
            boxes=boxes,
            sections=sections,
            citation_style=_read_style(config, raw, findings),
            introduction=tuple(paragraph for paragraph, _ in introduction),
            sources=tuple(_in_language(fiche.source, config.text_language) for fiche in fiches),
            extracts=tuple(extract for fiche in fiches for extract in fiche.extracts),
        )
        missed = missed_fiches(dossier, raw, introduction)
        findings += map(tell_missed, missed)
        if not missed:
            _check_not_empty(raw, findings)
        lost = [extract for fiche in fiches for extract in fiche.lost]
        findings += check_cross_references(dossier, raw, introduction, lost, missed, boxed)
    else:
        _check_not_empty(raw, findings)
    return Reading(dossier, tuple(sorted(findings, key=lambda finding: finding.sort_key)))


def _in_language(source: Source, texts: str) -> Source:
    """Return `source` with the language of the texts, if it tells none and they aren't French."""
    if source.language or primary(texts) == "fr":
        return source
    return replace(source, language=texts)


def _no_config(raw: RawDossier) -> Finding:
    text = message("there is no dossier.toml in this folder")
    hint = message("“briefing new DIR” writes a commented dossier to begin with")
    return error("BR310", raw.path, 0, text, hint)


def _read_config(file: RawFile, findings: list[Finding]) -> Dossier | None:
    text_, faults = decode(file)
    findings += faults
    if faults:
        return None
    dossier, faults = read_config(text_, file.path)
    findings += faults
    return dossier


def _names(dossier: Dossier) -> Names:
    supports: tuple[DeclaredItem, ...] = (
        *dossier.key_points,
        *dossier.questions,
        *dossier.positions,
    )
    return Names(
        parties=name_table((party.id, party.name) for party in dossier.parties),
        issues=name_table((issue.id, issue.name) for issue in dossier.issues),
        supports=name_table((item.id, item.id) for item in supports),
    )


def _read_bibliography(
    config: Dossier, raw: RawDossier, findings: list[Finding]
) -> Bibliography | None:
    """Return the entries by key, none if the dossier names no file; None if it can't be read."""
    if not config.bibliography:
        return {}
    if raw.bibliography is None:
        text = message("the bibliography “{name}” isn't in the dossier", name=config.bibliography)
        hint = message("put the file beside dossier.toml, or mend its name")
        path = raw.config.path if raw.config else raw.path
        findings.append(error("BR340", path, _line_of("bibliographie", raw), text, hint))
        return None
    text_, faults = decode(raw.bibliography, LIBRARY_BYTES)
    findings += faults
    if faults:
        return None
    bibliography, faults = read_bibliography(text_, raw.bibliography.path)
    findings += faults
    return bibliography


def _read_style(config: Dossier, raw: RawDossier, findings: list[Finding]) -> CitationStyle | None:
    """Return the style that the dossier names; None if there is none, or none that is fit."""
    if config.citation_style is None:
        return None
    name = config.citation_style.name
    if raw.style is None:
        text = message("the citation style “{name}” isn't in the dossier", name=name)
        hint = message("put the file beside dossier.toml, or mend its name")
        path = raw.config.path if raw.config else raw.path
        findings.append(error("BR345", path, _line_of("style-bibliographique", raw), text, hint))
        return None
    from briefing.reading.citation_style import MAX_BYTES, read_style

    text_, faults = decode(raw.style, MAX_BYTES)
    if not faults:
        style, faults = read_style(text_, raw.style.path, name)
    findings += faults
    return None if faults else style


def _line_of(key: str, raw: RawDossier) -> int:
    text = decode(raw.config)[0] if raw.config else ""
    return TomlLines(text).line(key)


def _read_fiche(
    file: RawFile,
    names: Names | None,
    bibliography: Bibliography | None,
    findings: list[Finding],
    read: FicheReader,
) -> Fiche | None:
    text, faults = decode(file)
    findings += faults
    if faults:
        return None
    fiche, faults = read(
        text, source=file.stem, path=file.path, names=names, bibliography=bibliography
    )
    findings += faults
    return fiche


def _read_introduction(
    file: RawFile | None, findings: list[Finding]
) -> list[tuple[Paragraph, int]]:
    if file is None:
        return []
    text, faults = decode(file)
    findings += faults
    located = parse_located_blocks(text)
    paragraphs = [replace(paragraph, line=line) for paragraph, line in located]
    return [(p, p.line) for p in marked(paragraphs, file.path, findings)]


def _check_not_empty(raw: RawDossier, findings: list[Finding]) -> None:
    if raw.config is not None and not raw.fiches:
        text = message("the dossier holds no fiche")
        hint = message("add a file such as dupont-2025.md beside dossier.toml, one per source")
        findings.append(error("BR311", raw.config.path, 0, text, hint))
