"""Characters that aren't what they seem: shown by their Unicode names, never removed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from briefing.model.files import RawDossier
from briefing.model.finding import Finding, message
from briefing.reading.decoding import decode
from briefing.reading.findings import warning

Harmless = Callable[[str, int], bool]
"""Says whether the character at a place of a line is there for a reason."""

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKS = "\u061c\u200e\u200f"
"""Controls that a right-to-left script needs at times; the others serve nowhere in a quotation."""
_RIGHT_TO_LEFT = ("R", "AL")

_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"
"""Arabic, the scripts of India and pictograms are written with them."""
_JOINED = ("Lo", "Mn", "Mc", "So", "Sk")

_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
_WORD = re.compile(r"[^\W\d_]+")
_GREEK_ALIKE = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυχϲϳ")
"""Greek letters that pass for Latin ones; « Δt » and « μm » deceive nobody."""


def dossier_characters(raw: RawDossier) -> list[Finding]:
    """Return the suspicious characters of every file of a dossier; unreadable ones told before."""
    files = [raw.config, raw.introduction, *raw.fiches]
    texts = [(decode(file)[0], file.path) for file in files if file is not None]
    return [finding for text, path in texts for finding in character_findings(text, path)]


def character_findings(text: str, path: str) -> list[Finding]:
    """Return the suspicious characters of a file: of its quotations and of the analyst's text."""
    if text.isascii():
        return []
    return [
        *_by_line(text, path, "BR701", _DIRECTIONS, _is_wanted_mark),
        *_by_line(text, path, "BR702", _INVISIBLE, _is_wanted_joiner),
        *_mixed_words(text, path),
    ]


def _by_line(
    text: str, path: str, code: str, wanted: re.Pattern[str], harmless: Harmless
) -> Iterator[Finding]:
    if not wanted.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        places = [m.start() for m in wanted.finditer(line) if not harmless(line, m.start())]
        if places:
            names = unicode_names(line[place] for place in places)
            said = message(_TEXTS[code], column=places[0] + 1, names=names)
            yield warning(code, path, number, said, _REMOVE)


def _is_wanted_mark(line: str, place: int) -> bool:
    """Say whether the control at `place` is one that the line's own script asks for."""
    scripts = {unicodedata.bidirectional(letter) for letter in line if letter not in _MARKS}
    return line[place] in _MARKS and not scripts.isdisjoint(_RIGHT_TO_LEFT)


def _is_wanted_joiner(line: str, place: int) -> bool:
    """Say whether the character at `place` joins two that are written with such joiners."""
    around = (line[place - 1 : place], line[place + 1 : place + 2])
    return line[place] in _JOINERS and all(
        letter and unicodedata.category(letter) in _JOINED for letter in around
    )


def _mixed_words(text: str, path: str) -> Iterator[Finding]:
    if not _OTHER_SCRIPT.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not _OTHER_SCRIPT.search(line):
            continue
        for found in _WORD.finditer(line):
            strangers = odd_letters(found[0])
            if strangers:
                said = message(
                    "the word “{word}” has letters of two scripts: {names}",
                    word=found[0],
                    names=unicode_names(strangers),
                )
                yield warning("BR703", path, number, said, _RETYPE)


def odd_letters(word: str) -> list[str]:
    """Return the letters of `word` that belong to another script than the rest of it."""
    by_script: dict[str, list[str]] = {"LATIN": [], "CYRILLIC": [], "GREEK": []}
    for letter in word:
        script = unicodedata.name(letter, "").partition(" ")[0]
        by_script.get(script, []).append(letter)
    most = max(by_script, key=lambda script: len(by_script[script]))
    odd = [letter for script in by_script if script != most for letter in by_script[script]]
    if by_script["CYRILLIC"] or most == "GREEK":
        return odd
    return [letter for letter in odd if letter in _GREEK_ALIKE]


def unicode_names(letters: Iterable[str]) -> str:
    """Return letters as `U+0430 CYRILLIC SMALL LETTER A`, each once."""
    return ", ".join(
        f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()
        for letter in dict.fromkeys(letters)
    )


_TEXTS = {
    "BR701": message("a direction control hides at column {column}: {names}").template,
    "BR702": message("an invisible character hides at column {column}: {names}").template,
}
_RETYPE = message("type it again, unless the document has it too")
_REMOVE = message("remove it, unless the document has it too")
