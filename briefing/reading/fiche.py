"""A fiche: the reference of one source, then its tagged extracts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefing.model.extract import Extract
from briefing.model.finding import Finding, message
from briefing.model.source import Source
from briefing.reading.bibliography import Bibliography
from briefing.reading.blocks import Block, FicheBlocks, split_blocks
from briefing.reading.extracts import ExtractReader
from briefing.reading.findings import error
from briefing.reading.header import HEADER_KEYS, read_header
from briefing.reading.mark_words import MARK_TAG, MISPLACED, looks_marked
from briefing.reading.names import Names

__all__ = ["HEADER_KEYS", "Fiche", "FicheReader", "read_fiche"]


@dataclass(frozen=True, slots=True)
class Fiche:
    """One source and its extracts, as read from one file."""

    source: Source
    extracts: tuple[Extract, ...]
    lost: tuple[Extract, ...] = ()
    """Those without a sound id, left out."""


FicheReader: TypeAlias = Callable[..., tuple[Fiche | None, list[Finding]]]
"""Reads as `read_fiche` does."""


def read_fiche(
    text: str,
    *,
    source: str,
    path: str,
    names: Names | None = None,
    bibliography: Bibliography | None = None,
) -> tuple[Fiche | None, list[Finding]]:
    """Read a fiche.

    `source` is the id of the source (the file's name without suffix), `names` what the dossier
    declares; without it, parties, issues and supports are taken as they stand. What the header
    doesn't say is taken from the entry of `bibliography` that its `clé` names. Returns None for
    the fiche when it has no title, and every fault found in it in any case.
    """
    findings: list[Finding] = []
    blocks = split_blocks(text)
    _check_shape(blocks, path, findings)
    _check_marks(text, path, findings)
    reader = ExtractReader(source, path, names, findings)
    extracts = tuple(filter(None, map(reader.read, blocks.extracts)))
    if blocks.header is None:
        return None, findings
    header = read_header(blocks.header, source, path, bibliography, findings)
    if not header.title.strip("[] "):
        _tell_empty_title(blocks.header, path, findings)
    return Fiche(header, extracts, tuple(reader.lost)), findings


def _check_shape(blocks: FicheBlocks, path: str, findings: list[Finding]) -> None:
    if blocks.header is None:
        text = message("the fiche has no title")
        hint = message(
            "begin with “# Title of the document”, then its reference; a file that is no fiche"
            " takes a name that begins with “_”"
        )
        findings.append(error("BR210", path, 1, text, hint))
    if blocks.stray_line and blocks.header is not None:
        text = message("text before the title of the fiche")
        hint = message("begin with “# Title of the document”")
        findings.append(error("BR211", path, blocks.stray_line, text, hint))
    for line in blocks.odd_heading_lines:
        text = message("a heading that isn't a statement's")
        findings.append(error("BR215", path, line, text, message("write “## ” and the statement")))
    if blocks.second_title_line:
        text = message("a second title: one fiche is one document")
        hint = message("write “## ” for a statement, or begin another file")
        findings.append(error("BR212", path, blocks.second_title_line, text, hint))


def _check_marks(text: str, path: str, findings: list[Finding]) -> None:
    """Tell the marks that would mark nothing: those of fiches are tags."""
    for number, line in enumerate(text.split("\n"), start=1):
        if looks_marked(line):
            told = message(MISPLACED)
            findings.append(error("BR325", path, number, told, message(MARK_TAG)))


def _tell_empty_title(block: Block, path: str, findings: list[Finding]) -> None:
    text = message("the title of the document is empty")
    hint = message("if the document has none, supply one in brackets: “# [Note sur …]”")
    findings.append(error("BR210", path, block.line, text, hint))
