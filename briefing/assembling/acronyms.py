"""Acronyms spelled out at their first mention, from the glossary of the dossier.

Imprimerie nationale, *Lexique*, « Sigles »: an acronym that the reader may not know is explained
where it first stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.assembling.elision import agrees, is_singular
from briefing.assembling.running_text import APOSTROPHE, SPACE, Edit, edited, running
from briefing.model.naming import Acronym
from briefing.model.text import RichText
from briefing.reading.findings import fold

# A part of a compound (OTAN-Russie, OTAN/UE) is no place to spell anything.
_JOINED: Final = r"\w/&‐‑–-"
_OPENED: Final = re.compile(rf"{SPACE}*[(\[]{SPACE}*\Z")
_OPENS: Final = re.compile(rf"\A{SPACE}*[(\[]{SPACE}*")


class Glossary:
    """The acronyms of a briefing, and those that the reader has met."""

    def __init__(self, acronyms: Sequence[Acronym]) -> None:
        self._meanings = {acronym.letters: acronym.meaning for acronym in acronyms}
        self._pattern = _pattern(self._meanings)
        self._met: set[str] = set()

    def in_text(self, text: RichText) -> RichText:
        """Return running text with the acronyms spelled out that the reader hadn't met."""
        if self._pattern is None or self._met.issuperset(self._meanings):
            return text
        return edited(text, self._edits(running(text)))

    def found_in(self, text: RichText) -> Iterator[str]:
        """Yield the acronyms that stand in `text`, as often as they do."""
        for found in self._pattern.finditer(running(text)) if self._pattern else ():
            yield found[0]

    def _edits(self, words: str) -> Iterator[Edit]:
        for found in self._pattern.finditer(words) if self._pattern else ():
            letters = found[0]
            if letters in self._met or not self._meanings[letters]:
                continue
            self._met.add(letters)
            before, after = words[: found.start()], words[found.end() :]
            meaning = self._meanings[letters]
            if not _is_spelled(before, after, meaning):
                yield Edit(found.start(), found.end(), _spelled(before, letters, meaning))


def _pattern(letters: Sequence[str] | dict[str, str]) -> re.Pattern[str] | None:
    longest_first = sorted(letters, key=lambda word: (-len(word), word))
    if not longest_first:
        return None
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![{_JOINED}])(?:{words})(?![{_JOINED}]|{APOSTROPHE})")


def _is_spelled(before: str, after: str, meaning: str) -> bool:
    """Say whether the analyst spells the acronym out beside it, in either order."""
    words = fold(meaning)
    if _OPENED.search(before) and fold(_OPENED.sub("", before)).endswith(words):
        return True
    return bool(_OPENS.match(after)) and fold(_OPENS.sub("", after)).startswith(words)


def _spelled(before: str, letters: str, meaning: str) -> str:
    """Return « Organisation… (OTAN) » where its article fits it, else « OTAN (Organisation…) ».

    Only after a definite article of the singular is the number of the acronym known: « les ONG ».
    Within brackets, square ones.
    """
    inside = before.count("(") > before.count(")")
    left, right = ("[", "]") if inside else ("(", ")")
    if is_singular(before) and agrees(before, meaning):
        return f"{meaning} {left}{letters}{right}"
    return f"{letters} {left}{meaning}{right}"
