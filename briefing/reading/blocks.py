"""The shape of a fiche: a heading, tags, then extracts; no meaning yet.

A line reader rather than a Markdown parser, so that each part keeps its line number and a
program that adds an extract leaves every other byte alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_BULLETS = ("-", "*", "+")
_UNDASHED = re.compile(r"[^\w\[(«“\"']*([^\W\d_]+)\s*:(?:\s|\Z)")
"""The shape of a tag, but for a dash that begins the line: none, another sign, one set back."""
_MARK = re.compile(r"\W*(tlp)\W*[:=：]", re.IGNORECASE)
"""What would be a mark of confidentiality, wherever it stands."""


class Tag(NamedTuple):
    """One `- key : value` line; `value` is None when the line has no colon."""

    key: str
    value: str | None
    line: int


@dataclass(slots=True)
class Block:
    """A heading with what stands under it."""

    heading: str
    line: int
    tags: list[Tag] = field(default_factory=list)
    quotation: list[str] = field(default_factory=list)
    quotation_lines: list[int] = field(default_factory=list)
    """Line number of each part of the quotation."""
    quotation_line: int = 0
    second_quotation_line: int = 0
    comment: list[str] = field(default_factory=list)
    comment_line: int = 0
    late_tags: list[Tag] = field(default_factory=list)
    """Lines shaped like tags after the commentary began."""
    undashed: list[Tag] = field(default_factory=list)
    """Lines among the tags that have their shape but for the dash."""


@dataclass(slots=True)
class FicheBlocks:
    """The header (None when the fiche has no title) and the extracts."""

    header: Block | None
    extracts: list[Block]
    stray_line: int = 0
    """First line of text found before the title; 0 if none."""
    second_title_line: int = 0
    odd_heading_lines: list[int] = field(default_factory=list)
    """Headings of another level, or without a space: taken for statements."""


def split_blocks(text: str) -> FicheBlocks:
    """Cut the text of a fiche into its blocks."""
    result = FicheBlocks(None, [])
    block: Block | None = None
    previous = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if _begins(line, "##"):
            block = Block(line[2:].strip(), number)
            result.extracts.append(block)
        elif _begins(line, "#"):
            block = _title(result, line, number)
        elif line.startswith("##"):
            block = Block(line.strip("# "), number)
            result.extracts.append(block)
            result.odd_heading_lines.append(number)
        elif block is None:
            if line.strip() and not result.stray_line:
                result.stray_line = number
        else:
            _add_line(block, line, number, previous)
        previous = line
    return result


def _begins(line: str, mark: str) -> bool:
    """Say whether `line` is `mark` and a space, be it the no-break one that a Mac types after #."""
    if not line.startswith(mark):
        return False
    after = line[len(mark) : len(mark) + 1]
    return not after or after.isspace()


def _title(result: FicheBlocks, line: str, number: int) -> Block:
    block = Block(line[1:].strip(), number)
    if result.header is None and not result.extracts:
        result.header = block
    elif not result.second_title_line:
        result.second_title_line = number
    return block


def _add_line(block: Block, line: str, number: int, previous: str) -> None:
    if line.startswith(">"):
        _add_quotation(block, line, number, continues=previous.startswith(">"))
    elif line.startswith(_BULLETS) and _begins(line, line[0]):
        _add_tag(block, line, number)
    elif line.strip() or block.comment:
        follows = len(block.comment) == len(block.undashed) + len(block.late_tags)
        if _MARK.match(line) or (previous.strip() and follows):
            _add_undashed(block, line, number)
        block.comment_line = block.comment_line or number
        block.comment.append(line)


def _add_undashed(block: Block, line: str, number: int) -> None:
    """Keep a line that may be a tag: what follows it at once is no commentary yet."""
    if found := _UNDASHED.match(line) or _MARK.match(line):
        block.undashed.append(Tag(found[1], line[found.end() :].strip(), number))


def _add_quotation(block: Block, line: str, number: int, *, continues: bool) -> None:
    if block.quotation and not continues and not block.second_quotation_line:
        block.second_quotation_line = number
    if not block.quotation:
        block.quotation_line = number
    part = line[1:].strip()
    if part:
        block.quotation.append(part)
        block.quotation_lines.append(number)


def _add_tag(block: Block, line: str, number: int) -> None:
    key, colon, value = line[1:].partition(":")
    tag = Tag(key.strip(), value.strip() if colon else None, number)
    if not block.comment:
        block.tags.append(tag)
        return
    block.comment.append(line)
    block.late_tags.append(tag)
