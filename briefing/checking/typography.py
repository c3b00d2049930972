"""French letters that the analyst's own text lacks: told, never written in their place.

Spaces, quotation marks and apostrophes are no fault: the typesetting sets them. Letters are the
analyst's, as in « l'Etat » or « une manoeuvre ». Rule: Académie française (« en français,
l'accent a pleine valeur orthographique »), Imprimerie nationale, *Lexique*, « Accentuation des
capitales » and « Ligatures ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, message
from briefing.reading.decoding import decode
from briefing.reading.findings import fold, warning

_ACUTE = (
    "Ecole Ecoles Economie Ecosse Edition Editions Education Eglise Eglises Egypte Election"
    " Elections Elysée Emirats Energie Equateur Erythrée Etat Etats Ethiopie Etude Etudes"
    " Evêque Evénement Evénements Evian"
).split()
_LIGATURES = (
    "boeuf boeufs choeur choeurs coeur coeurs manoeuvre manoeuvres manoeuvrer moeurs noeud noeuds"
    " oeil oeillet oeuf oeufs oeuvre oeuvres oeuvrer rancoeur rancoeurs soeur soeurs voeu voeux"
).split()
_RIGHT = {word: f"É{word[1:]}" for word in _ACUTE}
_RIGHT |= {word: word.replace("oe", "œ") for word in _LIGATURES}
_RIGHT |= {word.capitalize(): word.replace("oe", "œ").capitalize() for word in _LIGATURES}
_WRONG = re.compile(rf"(?<![\w@#/._-])(?:{'|'.join(_RIGHT)})(?![\w@#/_])")

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|`[^`]*`|\[@[^\]]*\]|https?://\S+")
_TAG = re.compile(r"[-*+]\s+([^:]*?)\s*:")
_OWN_TAGS = frozenset({"bref", "note", "locuteur", "abrege"})
_KEY = re.compile(r"\s*(?:(#)|(id|extraits?|partie|enjeu|isbn|issn)\s*=)")


def typography_findings(raw: RawDossier, language: str = "fr") -> list[Finding]:
    """Return the French letters missing from the analyst's text; none in another language."""
    if not fold(language).startswith("fr"):
        return []
    config = _lines(raw.config, _is_own_in_config)
    introduction = _lines(raw.introduction, bool)
    fiches = [found for file in raw.fiches for found in _lines(file, _is_own_in_fiche)]
    return [*config, *introduction, *fiches]


def _lines(file: RawFile | None, is_own: Callable[[str], bool]) -> Iterator[Finding]:
    text = decode(file)[0] if file else ""
    if file is None or not _WRONG.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not is_own(line):
            continue
        for word in dict.fromkeys(_WRONG.findall(_QUOTED.sub(_blank, line))):
            said = message("“{word}” lacks a letter of French", word=word)
            hint = message("write “{word}”", word=_RIGHT[word])
            yield warning("BR710", file.path, number, said, hint)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_own_in_config(line: str) -> bool:
    """Leave out comments and names of things, which the fiches may spell as they like."""
    return not _KEY.match(line)


def _is_own_in_fiche(line: str) -> bool:
    """Keep what the analyst worded: neither a quotation nor the reference of a document."""
    tag = _TAG.match(line)
    if tag:
        return fold(tag[1]) in _OWN_TAGS
    return not line.startswith(">") and (line.startswith("##") or not line.startswith("#"))
