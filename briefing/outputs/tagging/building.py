"""From the boxes of the pages to one tree of structure."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from briefing.outputs.tagging import boxes, roles
from briefing.outputs.tagging.boxes import Box
from briefing.outputs.tagging.nodes import GROUPS, HEADINGS, Annotation, Mark, Node, settle
from briefing.outputs.tagging.roles import Element
from briefing.typesetting.frame import Frame

Marks = Mapping[Box, int]
"""The number of the marked content of each box that draws something."""
ArtifactKind = str
"""`Header`, `Footer`, or nothing."""

_BLANK: Final = string.whitespace + "\u200b\u2060"
_LABELS: Final = ("marker", "before")


@dataclass(slots=True)
class Structure:
    """The tree of a document, and what of its drawing is no content."""

    root: Node = field(default_factory=lambda: Node("Document"))
    artifacts: dict[tuple[int, int], ArtifactKind] = field(default_factory=dict)
    """By page and number of the mark."""
    mute: list[str] = field(default_factory=list)
    """Pictures that no words stand for."""


def build(pages: Iterable[tuple[Box, Marks]], language: str, frame: Frame) -> Structure:
    """Return the structure of the `pages`, in `language`; `frame` says what isn't drawn."""
    builder = _Builder(language, frame)
    for number, (box, marks) in enumerate(pages):
        builder.page(number, box, marks)
    builder.recall_notes()
    settle(builder.made.root)
    return builder.made


class _Builder:
    """One node for one element, however many boxes it was broken into."""

    def __init__(self, language: str, frame: Frame) -> None:
        self.made = Structure()
        self._language = language
        self.frame = frame
        self._nodes: dict[tuple[Element, str], Node] = {}
        self._heads: dict[Element, int] = {}
        """The first page of each table head: it is drawn again on those after."""
        self._level = 0
        self._notes: dict[str, Node] = {}
        """By the `id` of their elements."""
        self._links: list[Node] = []
        self._page = 0
        self._marks: Marks = {}
        self._left: set[int] = set()
        """The marks of the page that have no place yet."""

    def page(self, number: int, box: Box, marks: Marks) -> None:
        self._page, self._marks, self._left = number, marks, set(marks.values())
        self._visit(box, self.made.root)
        for mark in self._left:
            self.made.artifacts.setdefault((number, mark), "")

    # ---- The walk --------------------------------------------------------------------------

    def _visit(self, box: Box, parent: Node) -> None:
        box = boxes.inner(box)
        margin = boxes.margin_name(box)
        if margin or self._is_for_the_eye(box):
            self._set_aside(box, _furniture(margin))
            return
        node = parent if box.element is None else self._node(box, box.element, parent)
        annotation = boxes.annotation(box)
        if annotation is not None:
            (node.within("Link") or node).kids.append(Annotation(self._page, annotation))
        if box in self._marks:
            self._draw(box, node)
        for child in box.children:
            self._visit(child, node)

    def _draw(self, box: Box, node: Node) -> None:
        said = boxes.text(box)
        if node.type == "Figure" or said.strip(_BLANK):  # of a space nothing is drawn
            mark = Mark(self._page, self._marks[box], said)
            self._left.discard(mark.number)
            node.kids.append(mark)

    def _is_for_the_eye(self, box: Box) -> bool:
        element = box.element
        if element is None:
            return False
        if element.tag == "thead" and self._heads.setdefault(element, self._page) != self._page:
            return True
        return roles.is_hidden(element)

    def _set_aside(self, box: Box, kind: ArtifactKind) -> None:
        for one in boxes.walk(box):
            if one in self._marks:
                self.made.artifacts[self._page, self._marks[one]] = kind

    # ---- Nodes -----------------------------------------------------------------------------

    def _node(self, box: Box, element: Element, parent: Node) -> Node:
        key = element, box.element_tag or ""
        if key not in self._nodes:
            self._nodes[key] = self._new(box, element, parent)
        return self._nodes[key]

    def _new(self, box: Box, element: Element, parent: Node) -> Node:
        name = boxes.pseudo(box)
        if name == "footnote-call":
            return self._call(element, parent)
        if name:
            return _label(parent) if name in _LABELS and parent.type == "LBody" else parent
        kind = roles.structure_type(element)
        language = self._foreign(element, parent)
        if not kind and not language:
            return self._expanded(element, parent)
        node = parent.add(kind or "Span")
        if language:
            node.entries["Lang"] = language
        return self._described(box, element, node)

    def _expanded(self, element: Element, parent: Node) -> Node:
        if element.tag == "abbr" and element.attrib.get("title"):
            return parent.add("Span", E=element.attrib["title"])
        return parent

    def _foreign(self, element: Element, parent: Node) -> str:
        """Return the language of `element` where it isn't that of what is around it."""
        found, around = roles.language(element), parent
        while around.parent is not None and "Lang" not in around.entries:
            around = around.parent
        return found if found != around.entries.get("Lang", self._language) else ""

    def _described(self, box: Box, element: Element, node: Node) -> Node:
        """Add what the type asks for; return where the content goes."""
        match node.type:
            case "LI":
                return node.add("LBody")
            case "L":
                node.attributes["ListNumbering"] = roles.numbering(element)
            case "Link":
                node.label = element.attrib.get("aria-label") or element.attrib.get("title") or ""
                self._links.append(node)
            case "Figure":
                self._illustrated(box, element, node)
            case "Table":
                _summed_up(element, node)
            case "TH" | "TD":
                _placed(box, element, node)
            case kind if kind in HEADINGS:
                # No level is skipped (ISO 14289-1, 7.4.2).
                self._level = min(int(kind[1]), self._level + 1)
                node.type = f"H{self._level}"
        return node

    def _illustrated(self, box: Box, element: Element, node: Node) -> None:
        said = roles.alternative(element)
        if said:
            node.entries["Alt"] = said
        else:
            self.made.mute.append(element.attrib.get("src", "svg")[:60])
        node.attributes["BBox"] = boxes.area(box)

    # ---- Notes -----------------------------------------------------------------------------

    def _call(self, element: Element, parent: Node) -> Node:
        """Make the call of a note and the note, which is read after what calls it."""
        number = len(self._notes) + 1
        call = parent.add("Reference")
        note = _note(call, f"note-{number}")
        self._notes[element.attrib.get("id", str(number))] = note
        link = call.add("Link")
        back = note.add("Lbl").add("Link")
        call.refers, note.refers = [note], [call]
        link.label = self._named(number)
        back.label = element.attrib.get("aria-description") or f"↑ {number}"
        self._nodes[element, f"{element.tag}::footnote-marker"] = back
        self._nodes[element, element.tag] = note.add("P")
        return link

    def recall_notes(self) -> None:
        """Make references of the links that lead to a note called elsewhere."""
        for link in self._links:
            note = self._notes.get(_destination(link))
            if note is not None and link.parent is not None:
                call = Node("Reference", link.parent, [link], refers=[note])
                link.parent.kids[link.parent.kids.index(link)] = call
                link.parent = call
                link.label = link.label or self._named(link.text())

    def _named(self, number: int | str) -> str:
        return self.frame.say("Note {number}", number=number)


def _destination(link: Node) -> str:
    held = (kid.value for kid in link.kids if isinstance(kid, Annotation))
    return next(map(boxes.destination, held), "")


def _furniture(margin: str) -> ArtifactKind:
    return "Header" if margin.startswith("@top") else "Footer" if margin else ""


def _label(body: Node) -> Node:
    """Put a label before the body of a list's item."""
    item = body.parent or body
    label = Node("Lbl", item)
    item.kids.insert(0, label)
    return label


def _summed_up(element: Element, table: Node) -> None:
    said = roles.summary(element)
    if said:
        table.attributes["Summary"] = said


def _placed(box: Box, element: Element, cell: Node) -> None:
    columns, rows = boxes.spans(box)
    if columns != 1:
        cell.attributes["ColSpan"] = columns
    if rows != 1:
        cell.attributes["RowSpan"] = rows
    if cell.type == "TH":
        in_head = cell.within("THead") is not None
        cell.attributes["Scope"] = roles.scope(element, in_head=in_head)


def _note(call: Node, name: str) -> Node:
    """Make a note where a listener expects it: after the item, or the paragraph, that calls it."""
    holder = call.within("LBody", "TD", "TH")
    if holder is None:
        block = call.within("P", "Caption", *HEADINGS)
        holder = block or call.within("Document", *GROUPS)
    note = Node("Note", holder, entries={"ID": name})
    if holder is not None:
        (holder.after if holder.type in ("P", "Caption", *HEADINGS) else holder.last).append(note)
    return note
