"""Characters that no font of print has: a PDF shows an empty box in the place of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Container, Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from briefing.checking.characters import unicode_names
from briefing.model.dossier import Dossier
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, message
from briefing.reading.decoding import decode
from briefing.reading.findings import warning

_MOST_NAMES: Final = 4
_SHAPELESS: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""Controls and spaces; which of them are odd, BR701 and BR702 tell."""
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""They choose the shape of the character before, and have none."""
_UNPRINTED: Final = frozenset(
    "id path document key comment source lead supports language bibliography citation_style since"
    " checks audiences theme told_text_language".split()
)
"""Fields of the values of a dossier that no edition shows."""


def repertoire_findings(
    dossier: Dossier, raw: RawDossier, repertoire: Container[str]
) -> list[Finding]:
    """Return a warning for each line with a printed character outside of `repertoire` (BR704).

    What a bibliography brings is told where the fiche that it completes begins.
    """
    files = [file for file in (raw.config, raw.introduction, *raw.fiches) if file is not None]
    signs = set().union(*map(_text, files))
    hidden = dossier.bibliography or (raw.config and b"\\u" in raw.config.data.lower())
    if not hidden and all(_is_drawn(sign, repertoire) for sign in signs):
        return []
    lacking = _lacking(dossier, repertoire)
    places = [*_places(files, lacking, repertoire)]
    for source in dossier.sources:
        told = {sign for path, _, seen in places if path == source.path for sign in seen}
        unseen = _lacking(source, repertoire).keys() - told
        places.append((source.path, source.line, [s for s in lacking if s in unseen]))
    told = {sign for _, _, seen in places for sign in seen}
    # Written as an escape of TOML.
    places.append((raw.config.path if raw.config else raw.path, 0, [*(lacking.keys() - told)]))
    return [_finding(*place) for place in places if place[2]]


def undrawn(text: str, repertoire: Container[str]) -> list[str]:
    """Return the characters of `text` that print as boxes, each once, in order.

    A letter with accents may be drawn of its parts, and its parts as the letter that they make.
    """
    signs = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [sign for sign in signs if not _is_drawn(sign, repertoire)]


def names_of(signs: Collection[str]) -> str:
    """Return the first of `signs` as « U+5317 CJK UNIFIED IDEOGRAPH-5317 »."""
    names = unicode_names([*signs][:_MOST_NAMES])
    return f"{names}…" if len(signs) > _MOST_NAMES else names


def _lacking(value: object, repertoire: Container[str]) -> dict[str, None]:
    return {sign: None for text in _texts(value) for sign in undrawn(text, repertoire)}


def _places(
    files: list[RawFile], lacking: Container[str], repertoire: Container[str]
) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the path, the line and the characters of each line that has any of `lacking`."""
    for file in files:
        comment = "#" if file.name.endswith(".toml") else "<!--"
        for number, line in enumerate(_text(file).split("\n"), start=1):
            if not line.isascii() and not line.startswith(comment):
                signs = [sign for sign in undrawn(line, repertoire) if sign in lacking]
                yield file.path, number, signs


def _finding(path: str, line: int, signs: list[str]) -> Finding:
    said = message("no font of print has {names}", names=names_of(signs))
    return warning("BR704", path, line, said, _HINT)


def _is_drawn(sign: str, repertoire: Container[str]) -> bool:
    if sign in repertoire or unicodedata.category(sign) in _SHAPELESS:
        return True
    if any(ord(sign) in selectors for selectors in _SELECTORS):
        return True
    parts = unicodedata.normalize("NFD", sign)
    return len(parts) > 1 and all(part in repertoire for part in parts)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of the model that an edition may print."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNPRINTED:
                yield from _texts(getattr(value, field.name))


def _text(file: RawFile) -> str:
    return decode(file)[0]


_HINT: Final = message(
    "the PDF shows an empty box: write it in letters that the fonts have, or publish on screen alone"
)
