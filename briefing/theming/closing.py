r"""Style sheets from anywhere are closed: they load nothing, and can't end the page's own.

The tokens of CSS are read, not its text: `\75rl(…)` is `url(…)` all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from briefing.model.finding import Finding, Message, message
from briefing.reading.findings import error

_INSIDE: Final = ("data:", "#")
_LOADING: Final = frozenset(
    {"image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "src"}
)
"""Functions that take an address without saying `url`."""


_END: Final = re.compile(r"<(?=/style)", re.IGNORECASE)


def unreadable(fault: RecursionError | ValueError) -> Message:
    """Say why the library that reads CSS failed: values within values, digits without end."""
    if isinstance(fault, RecursionError):
        return message("elements, or values, are nested too deep")
    return message("a number is beyond all measure")


def contained(css: str) -> str:
    """Return `css` such that nothing of it ends the element `style` that it stands in.

    Whatever was checked of its parts, they are put together, escapes and all.
    """
    return _END.sub(r"\\3c ", css)


def closing_findings(text: str, path: str) -> list[Finding]:
    """Return what in a style sheet would load something, end its `style`, or isn't CSS."""
    import tinycss2

    hint = message("put the picture inside, as url(data:…)")
    found = [
        error(code, path, line, said, hint if code == "BR364" else None)
        for code, line, said in _faults(tinycss2.parse_component_value_list(text))
    ]
    end = text.casefold().find("</style")
    if end >= 0:
        line = text.count("\n", 0, end) + 1
        found.append(error("BR364", path, line, message("“</style” would end the style sheet")))
    return found


def addresses(css: str) -> Iterator[str]:
    """Yield what a style sheet, or an attribute `style`, would load: `@import` stands for a rule."""
    import tinycss2

    nodes = _all(tinycss2.parse_component_value_list(css))
    yield from (address for node in nodes if (address := _address(node)) is not None)


def _faults(nodes: Iterable[Any]) -> Iterator[tuple[str, int, Message]]:
    for node in _all(nodes):
        if node.type == "error":
            said = message("this isn't CSS: {reason}", reason=node.message)
            yield "BR361", node.source_line, said
        elif (address := _address(node)) is not None:
            address = address.casefold()
            if address.startswith(_INSIDE):
                continue
            said = message("the style sheet asks for “{address}”", address=address[:60])
            yield "BR364", node.source_line, said


def _all(nodes: Iterable[Any]) -> Iterator[Any]:
    """Yield every token, those inside blocks and functions too."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        inside = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
        waiting += reversed(inside)


def _address(node: Any) -> str | None:  # noqa: ANN401 - the library has no types
    """Return what a token would load: an address, a function or a rule; None if nothing."""
    if node.type == "url":
        return str(node.value).strip()
    if node.type == "at-keyword" and node.lower_value == "import":
        return "@import"
    if node.type == "function" and node.lower_name == "url":
        values = [part.value for part in node.arguments if part.type == "string"]
        return "".join(values).strip()
    if node.type == "function" and node.lower_name in _LOADING:
        return f"{node.lower_name}()"
    return None
