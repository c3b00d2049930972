"""Pictures and faces that a style sheet names, put inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing.model.finding import Finding, Message
from briefing.reading.findings import error

Find = Callable[[str], "str | tuple[Message, Message | None]"]
"""Returns the `data:` address of a file by its reference, or why there is none, with a hint."""


def closed(css: str, path: str, find: Find) -> tuple[str, list[Finding]]:
    """Return `css` with what its `url(…)` name inside it, and what isn't to be had, by line."""
    import tinycss2

    nodes = tinycss2.parse_component_value_list(css)
    findings: list[Finding] = []
    changed = False
    for node, value in _addresses(nodes):
        if value.casefold().startswith("data:") or value.startswith("#") or not value:
            continue
        found = find(value)
        if isinstance(found, str):
            _put(node, found)
            changed = True
        else:
            findings.append(error("BR807", path, node.source_line, *found))
    return (tinycss2.serialize(nodes) if changed else css), findings


def _addresses(nodes: Iterable[Any]) -> Iterator[tuple[Any, str]]:
    """Yield the tokens `url(…)` with what they name."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        if node.type == "url":
            yield node, str(node.value).strip()
        elif node.type == "function" and node.lower_name == "url":
            words = [part.value for part in node.arguments if part.type == "string"]
            yield node, "".join(words).strip()
        else:
            inside = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
            waiting += reversed(inside)


def _put(node: Any, address: str) -> None:  # noqa: ANN401 - the library has no types
    """Let a token hold an address, which has no sign that CSS reads."""
    if node.type == "url":
        node.value, node.representation = address, f'url("{address}")'
        return
    word = next(part for part in node.arguments if part.type == "string")
    word.value, word.representation = address, f'"{address}"'
    node.arguments = [word]
