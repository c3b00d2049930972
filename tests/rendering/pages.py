"""A page as a tree, read strictly: a tag left open or closed twice is a failure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.rendering import folder_loader, render
from briefing.rendering.compiled import CompiledLoader, kept_code
from briefing.resources import frame, templates_folder
from tests.builders import assembled

MEDIA = (Medium.SCREEN, Medium.PRINT)
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(slots=True, eq=False)
class Node:
    """An element with its attributes and what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, or ""."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> set[str]:
        """Return the classes of the element."""
        return set(self.get("class").split())

    def walk(self) -> Iterator[Node]:
        """Yield the element and all elements in it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags: str, class_: str = "") -> list[Node]:
        """Return the elements in it with one of `tags`, or any tag, and the class."""
        found = (node for node in self.walk() if node is not self)
        return [
            node
            for node in found
            if (not tags or node.tag in tags) and (not class_ or class_ in node.classes)
        ]

    def one(self, *tags: str, class_: str = "") -> Node:
        """Return the only such element."""
        (node,) = self.all(*tags, class_=class_)
        return node

    def by_id(self, id_: str) -> Node:
        """Return the only element with that id."""
        (node,) = (node for node in self.walk() if node.get("id") == id_)
        return node

    @property
    def text(self) -> str:
        """Return the words in it, as they stand; those of styles are none."""
        if self.tag in ("style", "script"):
            return ""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """Return the `html` element of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is left open"
    return reader.open[0].one("html")


BUILT_IN = folder_loader(str(templates_folder()))


def html_of(briefing: Briefing, medium: Medium = Medium.SCREEN) -> str:
    """Render with the built-in templates and no style: the markup alone."""
    # Compiling takes longer than filling, and computes what is constant in one language and house.
    kept = kept_code("tests", briefing.language, briefing.text_language, briefing.typography)
    loader = CompiledLoader(BUILT_IN, kept)
    return render(briefing, medium, loader=loader, frame=frame(briefing.language)).html


def page_of(what: Briefing | Dossier, medium: Medium = Medium.SCREEN) -> Node:
    """Return the page of a briefing, or of a dossier for its complete audience."""
    briefing = what if isinstance(what, Briefing) else assembled(what)
    return parse(html_of(briefing, medium))


def notes_of(page: Node, medium: Medium) -> list[Node]:
    """Return the notes in order: at the foot of pages in print, at the end on screen."""
    if medium is Medium.PRINT:
        return page.all(class_="footnote")
    return [node for node in page.all("li") if node.get("id").startswith("note-")]


def readable(text: str) -> str:
    """Return `text` with plain spaces, for what is said rather than how it is set."""
    return " ".join(text.replace("\u2060", "").replace("’", "'").split())
