"""The citation style that `dossier.toml` names: a CSL file, checked before anything runs it.

Specification of CSL 1.0.2: an independent style has a `bibliography`, a dependent one only names
its parent. A style is a file from anywhere: it may hold no `DOCTYPE`, hence no entity, and its
macros must end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final
from xml.etree import ElementTree

from briefing.model.citation_style import CitationStyle
from briefing.model.finding import Finding, Message, message
from briefing.reading.findings import error

MAX_BYTES: Final = 2_000_000
"""The longest styles of the public repository have some 200 kB."""
_MOST_ELEMENTS: Final = 500_000
"""That one reference may go through, macros unfolded: a small file may call for billions."""
_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_PLACE: Final = re.compile(r": line (\d+), column \d+\Z")
_DECLARATION: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_HEAD: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HINT: Final = message("take an independent style from the repository of Zotero, zotero.org/styles")


class _UnfitError(Exception):
    """A style that can't set a list of sources."""

    def __init__(self, text: Message, line: int = 0) -> None:
        super().__init__(str(text))
        self.text = text
        self.line = line


def read_style(text: str, path: str, name: str) -> tuple[CitationStyle | None, list[Finding]]:
    """Return the style `name` whose file has `text`, without its XML declaration.

    None if it can't set a list of sources; the finding says why.
    """
    bare = _XML_HEAD.sub("", text, count=1)
    try:
        root = _parsed(bare)
        _check_parts(root)
        _check_macros(root)
    except _UnfitError as fault:
        return None, [error("BR346", path, fault.line, fault.text, _HINT)]
    return CitationStyle(name, bare), []


def _parsed(text: str) -> ElementTree.Element:
    if _DECLARATION.search(text):
        raise _UnfitError(message("a style has no DOCTYPE, and this one does"))
    try:
        # Nothing is declared in it, so that nothing can be unfolded or fetched.
        return ElementTree.fromstring(text.encode())  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        place = _PLACE.search(str(fault))
        reason = _PLACE.sub("", str(fault))
        line = int(place[1]) if place else 0
        raise _UnfitError(message("the style isn't XML: {reason}", reason=reason), line) from fault


def _check_parts(root: ElementTree.Element) -> None:
    if root.tag != f"{_CSL}style":
        raise _UnfitError(message("the file isn't a style in CSL 1.0"))
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if parent is not None:
        href = parent.get("href", "").rpartition("/")[2]
        raise _UnfitError(message("the style only names its parent “{parent}”", parent=href))
    if root.find(f"{_CSL}bibliography/{_CSL}layout") is None:
        raise _UnfitError(message("the style has no “bibliography”: it sets notes alone"))


def _check_macros(root: ElementTree.Element) -> None:
    """Raise `_UnfitError` if a macro is missing, calls itself, or unfolds without end."""
    macros = {macro.get("name", ""): macro for macro in root.iter(f"{_CSL}macro")}
    calls = {name: _calls(macro) for name, macro in macros.items()}
    calls[""] = [name for part in root.iter(f"{_CSL}bibliography") for name in _calls(part)]
    for name in (name for called in calls.values() for name in called):
        if name not in macros:
            raise _UnfitError(message("the style has no macro “{name}”", name=name))
    try:
        order = list(TopologicalSorter(calls).static_order())
    except CycleError as fault:
        name = str(fault.args[1][0])
        raise _UnfitError(message("the macro “{name}” calls itself", name=name)) from fault
    sizes = {name: sum(1 for _ in macro.iter()) for name, macro in macros.items()}
    if _unfolded(order, calls, sizes) > _MOST_ELEMENTS:
        raise _UnfitError(message("the macros of the style unfold without end"))


def _calls(element: ElementTree.Element) -> list[str]:
    return [macro for called in element.iter() if (macro := called.get("macro")) is not None]


def _unfolded(order: list[str], calls: Mapping[str, list[str]], sizes: Mapping[str, int]) -> int:
    """Return how many elements the bibliography has, each macro counted where it is called."""
    totals: dict[str, int] = {}
    for name in order:
        totals[name] = sizes.get(name, 0) + sum(totals[called] for called in calls[name])
    return totals[""]
