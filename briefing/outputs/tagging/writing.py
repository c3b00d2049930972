"""A tree of structure written as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from briefing.outputs.tagging.nodes import Annotation, Mark, Node

_OWNERS: Final = {
    "ListNumbering": "/List",
    "Summary": "/Table",
    "ColSpan": "/Table",
    "RowSpan": "/Table",
    "Scope": "/Table",
    "BBox": "/Layout",
}


class Writer:
    """Writes the tree of one document, whose pages are already in `pdf`."""

    def __init__(
        self,
        pdf: Any,  # noqa: ANN401 - pydyf has no types
        streams: Sequence[Any],
        places: Mapping[tuple[int, int], Any],
    ) -> None:
        """Take the content `streams` of the pages, and in which stream each mark stands."""
        self._pdf = pdf
        self._pages: Sequence[bytes] = pdf.page_references
        self._streams = streams
        self._places = places
        self._written: dict[Node, Any] = {}
        self._parents: dict[int, list[Any]] = {}
        """By number of stream: the element of each mark."""
        self._links: list[tuple[Any, Any]] = []
        self._named: dict[str, Any] = {}

    def write(self, root: Node) -> Any:  # noqa: ANN401 - a pydyf dictionary
        """Write `root` and all below; return the root of the structure."""
        import pydyf

        top = self._add({"Type": "/StructTreeRoot"})
        top["K"] = self._element(root, top).reference
        for node, element in self._written.items():
            if node.refers:
                held = [self._written[other].reference for other in node.refers]
                element["Ref"] = pydyf.Array(held)
        top["ParentTree"] = self._parent_tree().reference
        top["ParentTreeNextKey"] = len(self._parents) + len(self._links)
        if self._named:
            names = [part for name in sorted(self._named) for part in self._entry(name)]
            top["IDTree"] = self._add({"Names": pydyf.Array(names)}).reference
        return top

    def _entry(self, name: str) -> tuple[Any, Any]:
        import pydyf

        return pydyf.String(name), self._named[name].reference

    def _add(self, values: dict[str, Any]) -> Any:  # noqa: ANN401
        import pydyf

        made = pydyf.Dictionary(values)
        self._pdf.add_object(made)
        return made

    # ---- Elements --------------------------------------------------------------------------

    def _element(self, node: Node, parent: Any) -> Any:  # noqa: ANN401
        import pydyf

        element = self._add({"Type": "/StructElem", "S": f"/{node.type}", "P": parent.reference})
        self._written[node] = element
        for key, text in node.entries.items():
            element[key] = pydyf.String(text)
        if "ID" in node.entries:
            self._named[node.entries["ID"]] = element
        if node.attributes:
            element["A"] = self._attributes(node)
        kids = [self._kid(kid, node, element) for kid in node.children()]
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return element

    def _attributes(self, node: Node) -> Any:  # noqa: ANN401
        import pydyf

        made = pydyf.Dictionary({"O": _OWNERS[next(iter(node.attributes))]})
        for key, value in node.attributes.items():
            if key == "Summary":
                made[key] = pydyf.String(value)
            elif key == "BBox":
                page = next((mark.page for mark in node.marks()), 0)
                made[key] = pydyf.Array(self._box(page, value))
            else:
                made[key] = value
        return made

    def _box(self, page: int, area: Sequence[float]) -> list[float]:
        """Return left, bottom, right and top in points from the bottom left of the page."""
        height = float(self._pdf_page(page)["MediaBox"][3])
        left, top, right, bottom = (0.75 * side for side in area)
        return [left, height - bottom, right, height - top]

    def _pdf_page(self, number: int) -> Any:  # noqa: ANN401
        return object_(self._pdf, self._pages[number])

    def _kid(self, kid: Node | Mark | Annotation, node: Node, element: Any) -> Any:  # noqa: ANN401
        if isinstance(kid, Node):
            return self._element(kid, element).reference
        page = self._pages[kid.page]
        if isinstance(kid, Annotation):
            return self._link(kid, node, element, page)
        stream = self._places[kid.page, kid.number]
        self._register(stream, kid.number, element)
        own = stream is self._streams[kid.page]
        if own and element.setdefault("Pg", page) == page:
            return kid.number
        return self._reference(kid, page, None if own else stream)

    def _reference(self, mark: Mark, page: Any, stream: Any) -> Any:  # noqa: ANN401
        import pydyf

        made = pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": mark.number})
        if stream is not None:
            made["Stm"] = stream.reference
        return made

    def _link(self, kid: Annotation, node: Node, element: Any, page: Any) -> Any:  # noqa: ANN401
        import pydyf

        label = node.label or node.text()
        if label:
            kid.value["Contents"] = pydyf.String(label)
        self._links.append((kid.value, element))
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.value.reference, "Pg": page})

    # ---- The tree of parents ---------------------------------------------------------------

    def _register(self, stream: Any, number: int, element: Any) -> None:  # noqa: ANN401
        held = self._parents.setdefault(stream.number, [])
        held.extend(["null"] * (number + 1 - len(held)))
        held[number] = element.reference

    def _parent_tree(self) -> Any:  # noqa: ANN401
        """Number the streams and the links, so that a reader finds the element of each."""
        import pydyf

        numbers: list[Any] = []
        keys = {stream.number: page for page, stream in enumerate(self._streams)}
        for stream in self._parents:
            key = keys.setdefault(stream, len(keys))
            if key >= len(self._streams):
                self._pdf.objects[stream].extra["StructParents"] = key
        for stream, key in keys.items():
            numbers += [key, pydyf.Array(self._parents.get(stream, []))]
        for key, (annotation, element) in enumerate(self._links, len(keys)):
            annotation["StructParent"] = key
            numbers += [key, element.reference]
        for page in range(len(self._streams)):
            self._pdf_page(page)["StructParents"] = page
            self._pdf_page(page)["Tabs"] = "/S"
        return self._add({"Nums": pydyf.Array(numbers)})


def object_(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - pydyf
    """Return the object that `reference` names, `12 0 R`."""
    return pdf.objects[int(reference.split()[0])]
