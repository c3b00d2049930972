"""The manual of templates, read off the code: variables, values, functions, filters, blocks."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from importlib import import_module
from typing import Any, Final

from briefing.model.briefing import Briefing
from briefing.model.mail import Carried
from briefing.model.templates import MAIL
from briefing.rendering.contract import (
    BLOCKS,
    FUNCTIONS,
    MAIL_PARTS,
    PARTS,
    VARIABLES,
    VERSION,
)
from briefing.rendering.filters import FILTERS
from briefing.rendering.sandbox import FILTERS as OF_JINJA
from briefing.resources import templates_folder

_BLOCK: Final = re.compile(r"{%-?\s*block\s+(\w+)\b")
_TYPE: Final = re.compile(r"\b[A-Z]\w+")
BASE: Final = "base.html.j2"
_TOLD: Final = {**{block: f"The section `{name}`." for name, block in BLOCKS.items()}, **PARTS}
_HIDDEN: Final = frozenset(("by", "cite"))
"""What the program gives to filters itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, what it is, and what it says."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the manual."""

    title: str
    entries: tuple[Entry, ...]
    about: str = ""


def manual() -> list[Section]:
    """Return every variable, value, function, filter and block that a template may use."""
    values = [_value(kind) for kind in (*_kinds(Briefing), Carried)]
    return [
        Section("Variables", _listed(VARIABLES), f"Version {VERSION} of the names."),
        Section("Functions", _listed(FUNCTIONS)),
        Section("Filters", tuple(_filters())),
        Section("Blocks", tuple(_blocks(BASE, _TOLD))),
        Section("Blocks of an e-mail", tuple(_blocks(MAIL, MAIL_PARTS))),
        *values,
    ]


def _listed(names: Mapping[str, str]) -> tuple[Entry, ...]:
    return tuple(Entry(name, "", about) for name, about in names.items())


def _filters() -> Iterator[Entry]:
    for name, filter_ in sorted(FILTERS.items()):
        others = list(inspect.signature(filter_).parameters.values())[1:]
        options = ", ".join(p.name for p in others if p.name not in _HIDDEN)
        yield Entry(f"{name}({options})" if options else name, "", _first(filter_.__doc__))
    for name in sorted(OF_JINJA):
        yield Entry(name, "", "Jinja2’s own.")


def _blocks(file: str, told: Mapping[str, str]) -> Iterator[Entry]:
    text = (templates_folder() / file).read_text(encoding="utf-8")
    for name in _BLOCK.findall(text):
        yield Entry(name, "", told.get(name, ""))


def _kinds(kind: type) -> list[type]:
    """Return a type of values and those that its fields name, each once, in order."""
    found: list[type] = []
    waiting = [kind]
    while waiting:
        current = waiting.pop(0)
        if current in found:
            continue
        found.append(current)
        waiting += _named(current)
    return found


def _named(kind: type) -> Iterator[type]:
    names = vars(import_module(kind.__module__))
    for _, told, _ in _members(kind):
        for word in _TYPE.findall(told):
            value = names.get(word)
            if isinstance(value, type) and is_dataclass(value):
                yield value


def _value(kind: type) -> Section:
    entries = (Entry(*member) for member in _members(kind))
    return Section(kind.__name__, tuple(entries), _first(kind.__doc__))


def _members(kind: type) -> Iterator[tuple[str, str, str]]:
    """Yield the fields and properties of a type: name, type, docstring."""
    tree = ast.parse(inspect.getsource(kind).strip()).body[0]
    body: list[Any] = list(tree.body) if isinstance(tree, ast.ClassDef) else []
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            told = after.value.value if _is_text(after) else ""
            yield node.target.id, ast.unparse(node.annotation), _first(told)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns:
            yield node.name, ast.unparse(node.returns), _first(ast.get_docstring(node))


def _is_text(node: Any) -> bool:  # noqa: ANN401 - any node, or none
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _first(text: str | None) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join((text or "").strip().partition("\n\n")[0].split())
