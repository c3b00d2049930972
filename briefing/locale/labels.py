"""Where the labels of editions stand: in templates, and in calls of a `Frame`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2.ext import babel_extract

_OPTIONS = {"silent": "false", "newstyle_gettext": "true", "trim_blocks": "true"}
_TEXTS = {"say": 1, "count": 2}
"""The methods of a frame, and how many labels they take."""


def in_template(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the labels of a template: one, or a singular and its plural."""
    with path.open("rb") as file:
        for _, _, texts, _ in babel_extract(file, ("_", "ngettext"), (), dict(_OPTIONS)):
            labels = (texts,) if isinstance(texts, str) else texts or ()
            yield tuple(text for text in labels if isinstance(text, str))


def in_module(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the labels of a module, in the order of the source."""
    for arguments in marked(ast.parse(path.read_text("utf-8"))):
        if all(isinstance(argument, ast.Constant) for argument in arguments):
            yield tuple(str(ast.literal_eval(argument)) for argument in arguments)


def marked(tree: ast.Module) -> Iterator[tuple[ast.expr, ...]]:
    """Yield the arguments of `tree` that are labels: `frame.say(…)`, `frame.count(…)`, `label(…)`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        count = _labels_of(call.func)
        if count and len(call.args) >= count:
            yield tuple(call.args[:count])


def _labels_of(function: ast.expr) -> int:
    """Return how many labels a call of `function` takes."""
    if isinstance(function, ast.Name):
        return int(function.id == "label")
    if not isinstance(function, ast.Attribute):
        return 0
    owner = function.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return _TEXTS.get(function.attr, 0) if name == "frame" else 0
