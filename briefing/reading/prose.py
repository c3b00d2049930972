"""The analyst's own prose: CommonMark inline marks, blocks, and citations of extracts.

`[@minic-2025#objectifs]` cites an extract, `[@a#b; @c#d]` several. Raw HTML is text
(markdown-it's `js-default` preset).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.text import Paragraph, RichText, Span
from briefing.reading.mark_words import stricter, told_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from briefing.model.vocabulary import Tlp

_MARKUP = re.compile(r"[*_\[\]`<&\\!~\n]")
_CITATION = re.compile(r"\[@([^\]\n]*[^\]\s@;,][^\]\n]*)\]")
_QUOTED_MARKUP = re.compile(r"[*_\\]")
_LINE_END = re.compile(r"[\r\n]+")
_BLOCK_ROLES = {"h": "heading", "p": "text"}


def parse_inline(text: str) -> RichText:
    """Read one line of prose; the parser is loaded only if the text holds any mark."""
    if not _MARKUP.search(text):
        return (Span(text),) if text else ()
    tokens = _parser().parseInline(text)
    return tuple(_spans(tokens[0].children or ()))


def parse_quotation(text: str) -> RichText:
    """Read the emphasis of a quotation.

    Any other mark is text and is printed as it stands: a link, a tag or the call of a note could
    hide words that the document doesn't have.
    """
    if not _QUOTED_MARKUP.search(text):
        return (Span(_LINE_END.sub(" ", text)),) if text else ()
    tokens = _quotation_parser().parseInline(text)
    return tuple(_spans(tokens[0].children or ()))


def parse_blocks(text: str) -> tuple[Paragraph, ...]:
    """Read paragraphs, subheadings and lists; any other block is read as a paragraph."""
    return tuple(paragraph for paragraph, _ in parse_located_blocks(text))


def parse_located_blocks(text: str) -> list[tuple[Paragraph, int]]:
    """Read blocks with the 1-based line each begins at.

    What stands within an item of a list, or under a heading of a lower level, bears their marks
    already.
    """
    blocks: list[tuple[Paragraph, int]] = []
    within = _Within()
    role = "text"
    for token in _parser().parse(text):
        within.meet(token)
        if token.type in ("paragraph_open", "heading_open"):
            role = "item" if within.items else _BLOCK_ROLES[token.tag[0]]
        elif token.type in ("inline", "fence", "code_block"):
            line = (token.map or [0])[0] + 1
            is_prose = token.type == "inline"
            spans = _spans(token.children or ()) if is_prose else (Span(token.content.strip()),)
            block = Paragraph(tuple(spans), role if is_prose else "text")
            blocks.append((within.marked(block), line))
    return blocks


class _Within:
    """The marks of the headings and items that a block stands in."""

    def __init__(self) -> None:
        self.items: list[Tlp | None] = []
        """Of the items that are open, outermost first."""
        self._headings: dict[int, Tlp | None] = {}
        self._level = 0

    def meet(self, token: Token) -> None:
        if token.type == "list_item_open":
            self.items.append(None)
        elif token.type == "list_item_close":
            self.items.pop()
        elif token.type == "heading_open":
            self._level = int(token.tag[1:])
            self._headings = {n: mark for n, mark in self._headings.items() if n < self._level}

    def marked(self, block: Paragraph) -> Paragraph:
        """Return `block` with the strictest mark that it stands in; keep its own for the next."""
        own = told_mark(block.spans)
        if self.items:
            outer: Iterable[Tlp | None] = tuple(self.items)
            self.items[-1] = stricter(own, self.items[-1]) if own else self.items[-1]
        elif block.role == "heading":
            outer = tuple(self._headings.values())
            self._headings[self._level] = own
        else:
            return block  # its heading's mark is that of the whole section
        marks = [mark for mark in outer if mark]
        return replace(block, tlp=max(marks, key=lambda mark: mark.rank)) if marks else block


def citations(text: RichText) -> tuple[str, ...]:
    """Return the ids cited in `text`, in order."""
    return tuple(id_ for span in text for id_ in span.citations)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"maxNesting": 100})
    parser.inline.ruler.before("link", "citation", _citation)
    return parser.disable(["table", "strikethrough", "image"])


@cache
def _quotation_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": 100})
    return parser.enable(["emphasis", "balance_pairs", "fragments_join", "escape", "newline"])


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - its signature
    found = _CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def _spans(tokens: Iterable[Token]) -> Iterator[Span]:
    return iter(_merge(list(_styled(tokens))))


def _styled(tokens: Iterable[Token]) -> Iterator[Span]:
    depth = Counter[str]()  # marks may be nested in marks of their own kind
    link = ""
    for token in tokens:
        kind, _, end = token.type.rpartition("_")
        if kind in ("em", "strong"):
            depth[kind] += 1 if end == "open" else -1
        elif kind == "link":
            link = str(token.attrGet("href") or "") if end == "open" else ""
        elif token.type == "citation":
            yield Span("", citations=_ids(token.content))
        elif text := _text(token):
            yield Span(text, depth["em"] > 0, depth["strong"] > 0, link)


def _text(token: Token) -> str:
    """Return the words of a token; a line end, be it written `&#10;`, is a space."""
    broken = token.type in ("softbreak", "hardbreak")
    return " " if broken else _LINE_END.sub(" ", token.content)


def _ids(content: str) -> tuple[str, ...]:
    parts = re.split(r"[;,]", content)
    return tuple(part.strip().removeprefix("@") for part in parts if part.strip())


def _merge(spans: Sequence[Span]) -> list[Span]:
    """Join neighbours set alike, so that a soft break costs no span."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and not (last.citations or span.citations) and _style(last) == _style(span):
            merged[-1] = Span(last.text + span.text, span.emphasis, span.strong, span.link)
        else:
            merged.append(span)
    return merged


def _style(span: Span) -> tuple[bool, bool, str]:
    return (span.emphasis, span.strong, span.link)
