"""Where a template prints what a reader's browser would take for markup, or for a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from typing import Final

from briefing.model.finding import Finding, Message, message
from briefing.reading.findings import error

Lexeme = tuple[int, str, str]
"""Line, kind and text, as Jinja2 reads a template."""
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_IN_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*\Z")
_BARE: Final = re.compile(r"=\s*[^\s\"'<>]*\Z")
_RUN: Final = re.compile(r"<(/?)(script|style)\b", re.IGNORECASE)
_JAVASCRIPT: Final = re.compile(r"javascript\s*:", re.IGNORECASE)
_ATTRIBUTES: Final = re.compile(r"<[\w-]+\s+\Z")
_OURS: Final = frozenset(("stylesheet", "structured_data"))
"""What is ours to print as it is, in the page's own style and in its description."""
_BEGIN: Final = ("variable_begin", "block_begin")
_END: Final = ("variable_end", "block_end")


def escaping_findings(lexemes: Iterable[Lexeme], path: str) -> Iterator[Finding]:
    """Yield a finding for each output that escaping doesn't cover, and each `javascript:`."""
    before = ""
    tokens = [token for token in lexemes if token[1] != "whitespace"]
    for index, (line, kind, text) in enumerate(tokens):
        if kind == "data":
            before += text
            yield from _javascript(text, line, path)
        elif kind in _BEGIN:
            words = _words(tokens[index + 1 :])
            if _OURS.isdisjoint(words):
                yield from _unescaped(words, before if kind == "variable_begin" else "", line, path)
            before += "x" if kind == "variable_begin" else ""


def _words(tokens: Iterable[Lexeme]) -> list[str]:
    """Return what stands between here and the end of the expression, or tag."""
    inside = takewhile(lambda token: token[1] not in _END, tokens)
    return [text for _, kind, text in inside if kind in ("name", "operator")]


def _unescaped(words: list[str], before: str, line: int, path: str) -> Iterator[Finding]:
    said = _place(before)
    if said:
        yield error("BR806", path, line, said)
    if ("|", "safe") in pairwise(words):
        said = message("“safe” prints what the dossier holds as markup")
        hint = message("leave it out: what the program sets as markup is known as such")
        yield error("BR806", path, line, said, hint)


def _place(before: str) -> Message | None:
    """Say what is wrong with the place of an output, if anything."""
    runs = list(_RUN.finditer(before))
    if runs and not runs[-1][1]:
        return message("this prints into a “{name}”, where escaping doesn't help", name=runs[-1][2])
    tag = _IN_TAG.search(before)
    if tag is None:
        return None
    bare = _QUOTED.sub("", tag[0])
    if '"' in bare or "'" in bare:
        return None
    if _BARE.search(bare):
        return message("this attribute has no quotation marks: a space ends it")
    return (
        message("this prints among the attributes of a tag") if _ATTRIBUTES.search(bare) else None
    )


def _javascript(text: str, line: int, path: str) -> Iterator[Finding]:
    for found in _JAVASCRIPT.finditer(text):
        at = line + text.count("\n", 0, found.start())
        yield error("BR806", path, at, message("“javascript:” would run a program"))
