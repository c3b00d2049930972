"""Markdown as paragraphs of runs: what it marks up stays byte for byte, line breaks included.

CommonMark's parser tells the blocks; only text is set, never code, link targets, HTML, front
matter, list markers or the bars of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.typesetting.elements import Elements
from briefing.typesetting.engine import Typesetter
from briefing.typesetting.front_matter import split_front_matter
from briefing.typesetting.markup import tokens
from briefing.typesetting.patterns import Pattern

_BAR: Final = Pattern(r"(?<!\\)\|", "|")
# Code, then what stands for nothing that is read: targets of links, marks of emphasis.
_CODE: Final = (
    r"(?P<code>(?<!`)(`+)(?!`)(?s:.+?)(?<!`)\2(?!`)|\\[^\w\s]"
    r"|(?m:^)(?:\[\^|\*\[)[^\[\]\n]+\]:|\[[@^][^\[\]\n]*\])"
)
_TARGET: Final = (
    r"(?<=\])\((?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)|(?<=\])\[[^\[\]\n]*\]"
)
# Whatever the spaces around it, which rules change; within a word, _ is a letter.
_EMPHASIS: Final = r"(?<!\\)(?:(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)|\*{1,3})"
_INLINE: Final = Pattern(rf"{_CODE}|(?P<mark>{_TARGET}|{_EMPHASIS}|\\(?=\n))")
_AUTOLINK: Final = Pattern(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>", "<")


class _Run(NamedTuple):
    """A stretch of a paragraph: read (`text`), hidden (`code`), or nothing to read (`mark`)."""

    source: str
    finish: str


def typeset_markdown(source: str, typesetter: Typesetter) -> str:
    """Typeset the text of Markdown, and nothing of its marks."""
    head, body = split_front_matter(source)
    lines = body.split("\n")
    for block in _blocks("\n".join(lines)):
        _set_block(lines, block, typesetter)
    return head + "\n".join(lines)


def _blocks(source: str) -> Iterator[Token]:
    """Yield the tokens that hold text, each with its lines."""
    in_table = 0
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source):
        if token.type == "table_open":
            in_table += 1
            yield token
        elif token.type == "table_close":
            in_table -= 1
        elif token.type == "inline" and not in_table:
            yield token


def _set_block(lines: list[str], block: Token, typesetter: Typesetter) -> None:
    start, end = block.map or (0, 0)
    if block.type == "table_open":
        for number in range(start, end):
            if number != start + 1:  # the rule under the head
                lines[number] = _set_row(lines[number], typesetter)
        return
    wanted = block.content.split("\n")
    prefixes = [_prefix(*pair) for pair in zip(lines[start:end], wanted, strict=False)]
    if len(prefixes) != len(wanted) or None in prefixes:
        return  # tabs or the like: better leave a paragraph than shift it
    done = _set(block.content, typesetter).split("\n")
    for number, (prefix, text, was) in enumerate(zip(prefixes, done, wanted, strict=True), start):
        line = lines[number]
        lines[number] = f"{prefix}{text}{line[len(prefix or '') + len(was) :]}"


def _prefix(line: str, content: str) -> str | None:
    """Return what stands before `content` on `line`: indents, marks of lists and quotations."""
    at = line.rfind(content)
    return line[:at] if at >= 0 else None


def _set_row(line: str, typesetter: Typesetter) -> str:
    """Set each cell by itself, the spaces around it as they are."""
    cells = _BAR.compiled.split(line)
    return "|".join(_set_cell(cell, typesetter) for cell in cells)


def _set_cell(cell: str, typesetter: Typesetter) -> str:
    inside = cell.strip(" \t")
    start = cell.find(inside)
    return f"{cell[:start]}{_set(inside, typesetter)}{cell[start + len(inside) :]}"


def _set(content: str, typesetter: Typesetter) -> str:
    runs = list(_runs(content))
    texts = ["" if run.finish == "mark" else run.source for run in runs]
    hidden = [index for index, run in enumerate(runs) if run.finish == "code"]
    done = typesetter.spans(texts, frozen=hidden)
    # A mark takes in what a rule set at its place: a space between emphasis and its sign.
    return "".join(
        text + run.source if run.finish == "mark" else text
        for run, text in zip(runs, done, strict=True)
    )


def _runs(content: str) -> Iterator[_Run]:
    """Yield the runs of `content`: HTML first, then the marks of Markdown in what is left."""
    elements = Elements()
    for piece, is_link in _autolinks(content):
        if is_link:
            yield _Run(piece, "code")
            continue
        for token in tokens(piece):
            if token.is_tag:
                elements.read(token.name, token.attributes, closes=token.closes)
                yield _Run(token.source, "mark")
            elif elements.frozen:
                yield _Run(token.source, "code")
            else:
                yield from _marks(token.source)


def _autolinks(content: str) -> Iterator[tuple[str, bool]]:
    cursor = 0
    for match in _AUTOLINK.finditer(content):
        yield content[cursor : match.start()], False
        yield match[0], True
        cursor = match.end()
    yield content[cursor:], False


def _marks(text: str) -> Iterator[_Run]:
    cursor = 0
    for match in _INLINE.finditer(text):
        yield _Run(text[cursor : match.start()], "text")
        yield _Run(match[0], "code" if match["code"] else "mark")
        cursor = match.end()
    yield _Run(text[cursor:], "text")
