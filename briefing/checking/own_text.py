"""What the analyst worded, paragraph by paragraph: neither quotations, references nor names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model.files import RawDossier, RawFile
from briefing.reading.decoding import decode
from briefing.reading.findings import fold

_TAG = re.compile(r"[-*+]\s+([^:]*?)\s*:\s*")
_OWN_TAGS = frozenset({"bref", "note", "locuteur", "abrege"})
_KEY = re.compile(r"\s*(?:#|(?:id|extraits?|partie|enjeu|isbn|issn|date|tirets|espaces)\s*=)")
# `"` and `\\` are escaped within a string of TOML; a comment may hold anything.
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|#.*")
_LONG = re.compile("\"\"\"|'''")
_CODE = re.compile(r"`[^`]*`|\[@[^\[\]]*\]|\]\([^()\s]*\)|https?://\S+|<[^<>]*>")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


class OwnText(NamedTuple):
    """A paragraph, and the place of its first line."""

    path: str
    line: int
    text: str

    def line_of(self, offset: int, *, since: tuple[int, int] = (0, 0)) -> int:
        """Return the line of the character at `offset` of the text.

        `since` is an offset before it and its line, if known, to count on from.
        """
        start, line = since
        return (line or self.line) + self.text.count("\n", start, offset)

    def prose(self) -> str:
        """Return the text with code and addresses blanked out, as long as it was."""
        return _CODE.sub(_blank, self.text)

    def unquoted(self) -> str:
        """Return the text with quotations blanked as well."""
        return _QUOTED.sub(_blank, self.prose())


def own_texts(raw: RawDossier) -> Iterator[OwnText]:
    """Yield the analyst's paragraphs in every file of a dossier."""
    if raw.config:
        yield from _of_config(raw.config)
    if raw.introduction:
        yield from _paragraphs(raw.introduction, _text(raw.introduction))
    for part in raw.parts:
        if part.name.lower().endswith(".md"):
            yield from _paragraphs(part, _text(part))
    for fiche in raw.fiches:
        yield from _paragraphs(fiche, "\n".join(map(_own_in_fiche, _text(fiche).split("\n"))))


def _text(file: RawFile) -> str:
    return decode(file)[0]


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "_", found[0])


def _paragraphs(file: RawFile, text: str) -> Iterator[OwnText]:
    """Yield what blank lines and headings part."""
    held: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        alone = line.startswith("#")
        if held and (alone or not line.strip()):
            yield OwnText(file.path, number - len(held), "\n".join(held))
            held = []
        if alone:
            yield OwnText(file.path, number, line.lstrip("# "))
        elif line.strip():
            held.append(line)


def _own_in_fiche(line: str) -> str:
    """Return what the analyst worded on a line; neither a quotation nor a document's reference."""
    tag = _TAG.match(line)
    if tag:
        # As a heading, the value is a paragraph of its own.
        return f"## {line[tag.end() :]}" if fold(tag[1]) in _OWN_TAGS else ""
    foreign = line.startswith(">") or (line.startswith("#") and not line.startswith("##"))
    return "" if foreign else line


def _of_config(file: RawFile) -> Iterator[OwnText]:
    """Yield the strings of `dossier.toml`, but for names, which fiches may spell as they like."""
    long: OwnText | None = None
    for number, line in enumerate(_text(file).split("\n"), start=1):
        marks = len(_LONG.findall(line))
        if long:
            long = long._replace(text=f"{long.text}\n{_LONG.split(line)[0]}")
            if marks:
                yield long
                long = None
        elif marks == 1:
            long = OwnText(file.path, number, _LONG.split(line)[1])
        elif not _KEY.match(line):
            for found in _STRING.finditer(_LONG.sub('"', line)):
                if not found[0].startswith("#"):
                    text = found[1] or found[2] or ""
                    yield OwnText(file.path, number, text.replace('\\"', '"'))
