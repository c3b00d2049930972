"""What the structure of a document is made of, before it is written as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

HEADINGS: Final = ("H1", "H2", "H3", "H4", "H5", "H6")
GROUPS: Final = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""Types that hold blocks, never text itself (ISO 32000-1, 14.8.4.2)."""
INLINE: Final = frozenset({"Span", "Link", "Quote", "Reference", "Code"})
EMPTY_ALLOWED: Final = frozenset({"TR", "TH", "TD"})
"""Types that keep their place without content: a table has as many cells in each row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked sequence of a page's content."""

    page: int
    """From 0."""
    number: int
    """Its marked-content identifier, unique on the page."""
    text: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's active area, as WeasyPrint wrote it."""

    page: int
    value: Any


@dataclass(slots=True, eq=False)
class Node:
    """A structure element."""

    type: str
    """A standard type, without slash."""
    parent: Node | None = None
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)
    """Notes that are read right after this element."""
    last: list[Node] = field(default_factory=list)
    """Notes that are read at its end."""
    entries: dict[str, str] = field(default_factory=dict)
    """Text entries: Alt, ActualText, E, Lang, ID."""
    attributes: dict[str, Any] = field(default_factory=dict)
    """Of the owner that the type implies: Table, List, Layout."""
    refers: list[Node] = field(default_factory=list)
    """Elements that this one refers to (ISO 32000-2, table 355, Ref)."""
    label: str = ""
    """What a link says of where it leads, if not its own text."""

    def add(self, type_: str, **entries: str) -> Node:
        """Append a new child."""
        child = Node(type_, self, entries=entries)
        self.kids.append(child)
        return child

    def children(self) -> Iterator[Node | Mark | Annotation]:
        """Yield the children in the order of reading, notes in their place."""
        for kid in self.kids:
            yield kid
            if isinstance(kid, Node):
                yield from kid.after
        yield from self.last

    def marks(self) -> Iterator[Mark]:
        """Yield the marked content of the element and of those inside, in the order of reading."""
        for kid in self.children():
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()

    def text(self) -> str:
        """Return the words of the element; lines are parted by spaces."""
        return " ".join(" ".join(mark.text for mark in self.marks()).split())

    def within(self, *types: str) -> Node | None:
        """Return the nearest element of one of `types` among this one and those around it."""
        node: Node | None = self
        while node is not None and node.type not in types:
            node = node.parent
        return node


def settle(node: Node) -> bool:
    """Make the tree below `node` regular; return whether it holds anything.

    Elements without content go. Text that stands in a group of blocks gets a paragraph.
    """
    for notes in (node.after, node.last):
        notes[:] = [note for note in notes if settle(note)]
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or settle(kid)]
    if node.type in GROUPS:
        node.kids = list(_in_paragraphs(node))
    if node.type == "TH" and not node.kids:
        node.type = "TD"  # an empty corner heads nothing (ISO 14289-1, 7.5)
        node.attributes.pop("Scope", None)
    if node.type == "L" and not any(map(_is_labelled, node.kids)):
        node.attributes["ListNumbering"] = "/None"
    return bool(node.kids or node.last) or node.type in EMPTY_ALLOWED


def _is_labelled(item: object) -> bool:
    return isinstance(item, Node) and any(
        isinstance(k, Node) and k.type == "Lbl" for k in item.kids
    )


def _in_paragraphs(group: Node) -> Iterator[Node | Mark | Annotation]:
    paragraph: Node | None = None
    for kid in group.kids:
        if isinstance(kid, Node) and kid.type not in INLINE:
            paragraph = None
            yield kid
            continue
        if paragraph is None:
            paragraph = Node("P", group)
            yield paragraph
        paragraph.kids.append(kid)
        if isinstance(kid, Node):
            kid.parent = paragraph
