"""A fiche: the reference of one source, then its tagged extracts."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.extract import Extract
from briefing.model.finding import Finding, message
from briefing.model.source import Source
from briefing.model.vocabulary import Dating, Reliability, SourceType, Tlp
from briefing.reading.blocks import Block, FicheBlocks, split_blocks
from briefing.reading.extracts import ExtractReader
from briefing.reading.findings import error, fold
from briefing.reading.names import Names
from briefing.reading.tags import TagReader

HEADER_KEYS = (
    "type",
    "auteur",
    "éditeur",
    "collection",
    "date",
    "datation",
    "document",
    "url",
    "consulté",
    "isbn",
    "langue",
    "abrégé",
    "fiabilité",
    "tlp",
    "note",
)
_HEADER_NAMES = {fold(key): key for key in HEADER_KEYS}


@dataclass(frozen=True, slots=True)
class Fiche:
    """One source and its extracts, as read from one file."""

    source: Source
    extracts: tuple[Extract, ...]


def read_fiche(
    text: str, *, source: str, path: str, names: Names | None = None
) -> tuple[Fiche | None, list[Finding]]:
    """Read a fiche.

    `source` is the id of the source (the file's name without suffix), `names` what the dossier
    declares; without it, parties, issues and supports are taken as they stand. Returns None for
    the fiche when it has no title, and every fault found in it in any case.
    """
    findings: list[Finding] = []
    blocks = split_blocks(text)
    _check_shape(blocks, path, findings)
    reader = ExtractReader(source, path, names, findings)
    extracts = tuple(filter(None, map(reader.read, blocks.extracts)))
    if blocks.header is None:
        return None, findings
    header = _read_header(blocks.header, source, path, findings)
    return Fiche(header, extracts), findings


def _check_shape(blocks: FicheBlocks, path: str, findings: list[Finding]) -> None:
    if blocks.header is None:
        text = message("the fiche has no title")
        hint = message(
            "begin with “# Title of the document”, then its reference; a file that is no fiche"
            " takes a name that begins with “_”"
        )
        findings.append(error("BR210", path, 1, text, hint))
    elif not blocks.header.heading.strip("[] "):
        text = message("the title of the document is empty")
        hint = message("if the document has none, supply one in brackets: “# [Note sur …]”")
        findings.append(error("BR210", path, blocks.header.line, text, hint))
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


def _read_header(block: Block, id_: str, path: str, findings: list[Finding]) -> Source:
    tags = TagReader(block, _HEADER_NAMES, path, findings)
    if block.quotation:
        tags.fault(
            "BR213",
            block.quotation_line,
            "a quotation before the first statement",
            "put “## ” and the statement above it",
        )
    supplied = block.heading.startswith("[") and block.heading.endswith("]")
    return Source(
        id=id_,
        title=block.heading[1:-1].strip() if supplied else block.heading,
        type=tags.choice("type", SourceType),
        title_supplied=supplied,
        authors=tuple(name for name, _ in tags.items("auteur", ";")),
        publisher=tags.text("éditeur"),
        collection=tags.text("collection"),
        date=tags.date("date"),
        dating=tags.choice("datation", Dating) or Dating.GIVEN,
        document=tags.text("document"),
        url=tags.text("url"),
        accessed=tags.date("consulté"),
        isbn=tags.text("isbn"),
        language=tags.text("langue"),
        label=tags.text("abrégé"),
        reliability=tags.choice("fiabilité", Reliability),
        tlp=tags.choice("tlp", Tlp),
        note=tags.text("note"),
        comment="\n".join(block.comment).rstrip(),
        path=path,
        line=block.line,
    )
