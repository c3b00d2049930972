"""The texts of boxes: in `dossier.toml`, or in files of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from briefing.model.files import RawDossier
from briefing.model.finding import Finding, message
from briefing.model.parts import DeclaredBox
from briefing.model.text import Paragraph
from briefing.reading.decoding import decode
from briefing.reading.findings import error
from briefing.reading.marks import marked
from briefing.reading.prose import parse_located_blocks


class LocatedBlock(NamedTuple):
    """A paragraph, and where it begins."""

    path: str
    line: int
    paragraph: Paragraph


def read_box_texts(
    boxes: Iterable[DeclaredBox], raw: RawDossier, findings: list[Finding]
) -> tuple[tuple[DeclaredBox, ...], list[LocatedBlock]]:
    """Return `boxes` with their texts, and every paragraph of these with its place."""
    config = raw.config.path if raw.config else raw.path
    made: list[DeclaredBox] = []
    located: list[LocatedBlock] = []
    for box in boxes:
        if box.file and not box.text:
            found = _of_file(box, raw, config, findings)
        else:
            found = _marked(((paragraph, box.line) for paragraph in box.text), config, findings)
        located += found
        made.append(replace(box, text=tuple(block.paragraph for block in found)))
    return tuple(made), located


def _of_file(
    box: DeclaredBox, raw: RawDossier, config: str, findings: list[Finding]
) -> list[LocatedBlock]:
    file = raw.part(box.file)
    if file is None:
        findings.append(missing_file(box.file, config, box.line))
        return []
    text, faults = decode(file)
    findings += faults
    blocks = _marked(parse_located_blocks(text), file.path, findings)
    if not blocks and not faults:
        said = message("the box “{id}” has no text", id=box.id)
        findings.append(error("BR356", file.path, 0, said))
    return blocks


def _marked(
    located: Iterable[tuple[Paragraph, int]], path: str, findings: list[Finding]
) -> list[LocatedBlock]:
    """Return paragraphs with their marks of confidentiality read, as those of the chapeau are."""
    paragraphs = [replace(paragraph, line=line) for paragraph, line in located]
    return [LocatedBlock(path, p.line, p) for p in marked(paragraphs, path, findings)]


def missing_file(name: str, path: str, line: int) -> Finding:
    """Say that the file that a part names isn't there, or lies outside of the dossier."""
    text = message("the file “{name}” isn't in the dossier", name=name)
    hint = message("put it beside dossier.toml or in a folder there, or mend its name")
    return error("BR350", path, line, text, hint)
