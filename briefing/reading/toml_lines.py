"""Where each key of a TOML file stands: `tomllib` gives values without lines."""

from __future__ import annotations

import re
from collections import Counter

from briefing.reading.findings import fold

Place = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=")
_TOKEN = re.compile(r'"""|"(?:\\.|[^"\\])*"|#.*|' + r"'''|'[^']*'")
"""What may open a multi-line string, or hide the marks of one: strings and comments."""
_CLOSING = {'"""': re.compile(r'(?:\\.|[^\\])*?"""+'), "'''": re.compile(r".*?'''+")}


class TomlLines:
    """Maps a place such as `("questions", 2, "texte")` to its line."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        self._counts: Counter[Place] = Counter()
        self._here: Place = ()
        fence = ""
        for number, line in enumerate(text.split("\n"), start=1):
            if not fence:
                self._read(line, number)
            fence = _fence_after(line, fence)

    def line(self, *place: str | int) -> int:
        """Return the line of `place`, or of the nearest thing around it; 0 at worst."""
        wanted = tuple(fold(part) if isinstance(part, str) else part for part in place)
        while wanted:
            if wanted in self._lines:
                return self._lines[wanted]
            wanted = wanted[:-1]
        return 0

    def _read(self, line: str, number: int) -> None:
        header = _HEADER.match(line)
        if header:
            self._here = self._enter(_names(header[2]), array=header[1] == "[[")
            self._lines.setdefault(self._here, number)
            return
        key = _KEY.match(line)
        if key:
            self._lines.setdefault((*self._here, *_names(key[1])), number)

    def _enter(self, names: Place, *, array: bool) -> Place:
        """Turn the dotted name of a header into a place, arrays numbered by their last item."""
        place: Place = ()
        for position, name in enumerate(names):
            place = (*place, name)
            last = position == len(names) - 1
            if last and array:
                self._counts[place] += 1
            if self._counts[place]:
                place = (*place, self._counts[place] - 1)
        return place


def _names(dotted: str) -> Place:
    return tuple(fold(part.strip().strip("\"'")) for part in dotted.split("."))


def _fence_after(line: str, fence: str) -> str:
    """Return the multi-line string mark still open after `line`."""
    place = 0
    while place < len(line):
        found = _CLOSING[fence].match(line, place) if fence else _TOKEN.search(line, place)
        if not found:
            break
        place = found.end()
        fence = found[0] if not fence and found[0] in _CLOSING else ""
    return fence
