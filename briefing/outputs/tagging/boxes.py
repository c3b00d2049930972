"""What is read of WeasyPrint's boxes: the only place that knows their attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, cast

from briefing.outputs.tagging.roles import Element

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels from the top left of the page."""


class Box(Protocol):
    """A piece of an element on one page."""

    element: Element | None
    """None for what has none: the page, its margins, the area of the notes."""
    element_tag: str | None
    """The element's tag, with `::` and the name of the pseudo-element if it is one."""
    children: Sequence[Box]


def page_box(page: Any) -> Box:  # noqa: ANN401 - WeasyPrint has no types
    """Return the box that holds all others of a page."""
    return cast("Box", page._page_box)  # noqa: SLF001 - no other way to it


def inner(box: Box) -> Box:
    """Return the box itself where a placeholder stands for one that is positioned."""
    return cast("Box", getattr(box, "_box", box))


def margin_name(box: Box) -> str:
    """Return `@top-left` and the like for a box in a margin of the page, else nothing."""
    return str(getattr(box, "at_keyword", ""))


def pseudo(box: Box) -> str:
    """Return `before`, `marker`, `footnote-call`…; empty for an element itself."""
    return (box.element_tag or "").partition("::")[2]


def identifier(box: Box) -> str:
    """Return the `id` of the box's element; empty if it has none."""
    return "" if box.element is None else box.element.attrib.get("id", "")


def spans(box: Box) -> tuple[int, int]:
    """Return how many columns and rows a cell spans."""
    return int(getattr(box, "colspan", 1)), int(getattr(box, "rowspan", 1))


def annotation(box: Box) -> Any:  # noqa: ANN401 - a pydyf dictionary
    """Return the annotation that makes a link of the box, or None."""
    return getattr(box, "link_annotation", None)


def destination(annotation: Any) -> str:  # noqa: ANN401
    """Return the name of the place that a link leads to; empty if it is elsewhere."""
    return annotation["Dest"].string if "Dest" in annotation else ""


def text(box: Box) -> str:
    """Return the text drawn by the box itself."""
    return str(getattr(box, "text", ""))


def area(box: Box) -> Rectangle:
    """Return the border box."""
    left, top, width, height = cast("Any", box).hit_area()
    return left, top, left + width, top + height


def walk(box: Box) -> Iterator[Box]:
    """Yield `box` and all inside, in the order of the document."""
    box = inner(box)
    yield box
    for child in box.children:
        yield from walk(child)
