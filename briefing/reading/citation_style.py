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
_DEEPEST: Final = 200
"""Elements within each other: libxml2 refuses 256, and no honest style comes near."""
_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_ELEMENTS: Final = frozenset(
    "bibliography choose citation date date-part else else-if et-al group if institution"
    " institution-part key label layout locale macro multiple name name-part names number single"
    " sort style style-options substitute term terms text".split()
)
"""What CSL 1.0.2 has beside `info`, and the `institution` of CSL-M, which is passed over."""
_PLACE: Final = re.compile(r": line (\d+), column \d+\Z")
_DECLARATION: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_HEAD: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_INSTRUCTION: Final = re.compile(r"<\?(?:(?!\?>)[^\n])*\?>")
"""citeproc-py would take one for an element."""
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
    bare = _INSTRUCTION.sub("", _XML_HEAD.sub("", text, count=1))
    try:
        root = _parsed(bare)
        _check_parts(root)
        _check_elements(root)
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
        raise _UnfitError(_not_xml(reason), line) from fault


def _not_xml(reason: str) -> Message:
    """Return what the parser says, in a sentence to translate where it is a usual one."""
    if reason.startswith(("unclosed", "mismatched", "no element")):
        return message("the style isn't XML: a tag isn't closed")
    if reason.startswith(("not well-formed", "syntax error")):
        return message("the style isn't XML: a sign is misplaced")
    return message("the style isn't XML: {reason}", reason=reason)


def _check_parts(root: ElementTree.Element) -> None:
    if root.tag != f"{_CSL}style":
        raise _UnfitError(message("the file isn't a style in CSL 1.0"))
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if parent is not None:
        href = parent.get("href", "").rpartition("/")[2]
        raise _UnfitError(message("the style only names its parent “{parent}”", parent=href))
    if root.find(f"{_CSL}bibliography/{_CSL}layout") is None:
        raise _UnfitError(message("the style has no “bibliography”: it sets notes alone"))


def _check_elements(root: ElementTree.Element) -> None:
    """Raise `_UnfitError` at an element that no style has, and at what is nested too deeply."""
    for part in root:
        if part.tag != f"{_CSL}info":
            for element in part.iter():
                name = element.tag.removeprefix(_CSL)
                if name not in _ELEMENTS:
                    raise _UnfitError(message("CSL has no element “{name}”", name=name[:80]))
    row, depth = [root], 0
    while row:
        row, depth = [child for element in row for child in element], depth + 1
        if depth > _DEEPEST:
            text = message("the style nests more than {count} elements", count=_DEEPEST)
            raise _UnfitError(text)


def _check_macros(root: ElementTree.Element) -> None:
    """Raise `_UnfitError` if a macro is missing, calls itself, or unfolds without end."""
    macros: dict[str, ElementTree.Element] = {}
    for macro in root.iter(f"{_CSL}macro"):
        name = macro.get("name", "")
        if name in macros:
            raise _UnfitError(message("the style has two macros “{name}”", name=name))
        macros[name] = macro
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
