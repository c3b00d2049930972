"""The entries of a CSL-JSON file, each with the lines of its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.model.finding import Finding, Message, message
from briefing.reading.findings import error, warning

_BETWEEN = re.compile(r"[\s,]*")
_LIST = re.compile(r'\s*(?:\{\s*"items"\s*:\s*)?\[')
"""A list, or Zotero's object that holds one."""


@dataclass(slots=True)
class CslEntry:
    """One entry: its values, and where each stands."""

    path: str
    line: int
    values: Mapping[str, Any]
    text: str = ""
    """The entry as written, to find the line of a field."""
    findings: list[Finding] = field(default_factory=list)

    def line_of(self, name: str) -> int:
        """Return the line of the field `name`, else that of the entry."""
        found = re.search(rf'"{re.escape(name)}"\s*:', self.text)
        return self.line + (self.text.count("\n", 0, found.start()) if found else 0)

    def doubt(self, name: str, text: Message, hint: Message | None = None) -> None:
        """Note that the field `name` is left out, and why."""
        code = "BR344" if name in ("issued", "accessed") else "BR343"
        self.findings.append(warning(code, self.path, self.line_of(name), text, hint))


_REASONS = {
    "Expecting ','": message("the bibliography isn't JSON: a comma is missing"),
    "Expecting ':'": message("the bibliography isn't JSON: a colon is missing"),
    "Expecting property": message("the bibliography isn't JSON: a key in double quotes is missing"),
    "Expecting value": message("the bibliography isn't JSON: a value is missing"),
    "Illegal trailing": message("the bibliography isn't JSON: a comma stands at the end of a list"),
    "Unterminated": message("the bibliography isn't JSON: a quotation mark isn't closed"),
    "Extra data": message("the bibliography isn't JSON: something stands after its end"),
}
"""What `json` says most often, by its beginning."""


def _not_json(reason: str) -> Message:
    told = (text for start, text in _REASONS.items() if reason.startswith(start))
    return next(told, message("the bibliography isn't JSON: {reason}", reason=reason))


def split_entries(text: str, path: str) -> tuple[list[CslEntry] | None, list[Finding]]:
    """Return the entries of a CSL-JSON file; None when it isn't one."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as fault:
        return None, [_unreadable(path, fault.lineno, _not_json(fault.msg))]
    except (ValueError, RecursionError):  # a number of 5,000 digits; 5,000 brackets
        return None, [_unreadable(path, 0, message("the bibliography is no usable JSON"))]
    values = whole.get("items") if isinstance(whole, dict) else whole
    if not isinstance(values, list):
        return None, [_unreadable(path, 1, message("the bibliography isn't a list of entries"))]
    return _entries(text, path, values)


def _entries(text: str, path: str, values: list[Any]) -> tuple[list[CslEntry], list[Finding]]:
    entries, findings = [], []
    spans = _spans(text, len(values))
    lines = _Lines(text)
    for value, (start, end) in zip(values, spans, strict=True):
        line = lines.at(start)
        if isinstance(value, dict):
            entries.append(CslEntry(path, line, value, text[start:end]))
        else:
            told = message("an entry of the bibliography isn't an object")
            findings.append(warning("BR342", path, line, told))
    return entries, findings


def _spans(text: str, count: int) -> list[tuple[int, int]]:
    """Return where each value of the list begins and ends."""
    opening = _LIST.match(text)
    if not opening:  # the list comes after other fields: its lines aren't worth a parser
        return [(0, 0)] * count
    decoder = json.JSONDecoder()
    place, spans = opening.end(), []
    for _ in range(count):
        between = _BETWEEN.match(text, place)
        start = between.end() if between else place
        _, place = decoder.raw_decode(text, start)
        spans.append((start, place))
    return spans


class _Lines:
    """Counts lines once, for places that only go forward."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._line = 1

    def at(self, place: int) -> int:
        self._line += self._text.count("\n", self._place, place)
        self._place = max(place, self._place)
        return self._line


def _unreadable(path: str, line: int, text: Message) -> Finding:
    hint = message("export it again from Zotero as “CSL JSON” or “Better CSL JSON”")
    return error("BR341", path, line, text, hint)
