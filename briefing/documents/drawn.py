"""What the pages of a PDF draw, as digests that no compression or renumbering changes."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from briefing.documents.quiet import quiet

if TYPE_CHECKING:
    import pypdf

_DRAWN = ("/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")
"""What a page is drawn with, beside its content and its annotations (ISO 32000-2, table 31)."""
_OPENED = ("/AcroForm", "/OCProperties", "/OpenAction")
"""What of the catalogue may show something else: forms, layers, scripts."""
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""How a stream is written, not what it says."""
_TREES = frozenset({"/P", "/Parent", "/StructParent", "/StructParents"})
"""Where an object hangs: its page, its form, its place in the tree of tags."""
_DECIMALS = 4
"""Of numbers; programs that save a PDF again keep at least five."""


def drawn_pages(data: bytes) -> tuple[str, ...]:
    """Return the digests of the pages of a PDF that we wrote; see `page_digests`."""
    import pypdf

    with quiet("pypdf"):
        return page_digests(pypdf.PdfReader(io.BytesIO(data)))


def page_digests(reader: pypdf.PdfReader) -> tuple[str, ...]:
    """Return a SHA-256 in hexadecimal for each page, in order.

    Of the content decoded, of the resources down to the bytes of the fonts, of the boxes, and of
    the annotations with the places that links lead to. The first page answers for the forms,
    layers and scripts of the file too.
    """
    digester = _Digester(reader)
    catalogue = [reader.root_object.get(key) for key in _OPENED]
    return tuple(
        digester.page(page, catalogue if number == 0 else []).hex()
        for number, page in enumerate(reader.pages)
    )


class _Digester:
    """Digests of the objects of one file; one that many pages use is read once."""

    def __init__(self, reader: pypdf.PdfReader) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._targets = reader.named_destinations
        for number, page in enumerate(reader.pages, 1):
            reference = page.indirect_reference
            if reference is not None:
                self._known[reference.idnum, reference.generation] = _leaf("page", number)

    def page(self, page: pypdf.PageObject, beside: Iterable[Any]) -> bytes:
        annotations = _member(page, "/Annots")
        parts = [_leaf("content", _content(page)), *map(self._of, beside)]
        parts += [self._of(page.get(key)) for key in _DRAWN]
        parts += [self._annotation(one) for one in _listed(annotations)]
        return _node("page", parts)

    def _annotation(self, annotation: Any) -> bytes:  # noqa: ANN401 - as PDF has it
        """Return the digest of an annotation, and that of the place which it only names."""
        held = annotation.get_object()
        place = _member(held, "/Dest") or _member(_member(held, "/A"), "/D")
        target = self._targets.get(str(place)) if isinstance(place, str) else None
        return _node("annotation", [self._of(held), self._of(target and target.dest_array)])

    def _of(self, value: Any) -> bytes:  # noqa: ANN401 - as PDF has it
        from pypdf.generic import IndirectObject

        if not isinstance(value, IndirectObject):
            return self._of_direct(value)
        key = (value.idnum, value.generation)
        if key not in self._known:
            self._known[key] = _leaf("ring", "")  # until it is known, for what leads back to it
            self._known[key] = self._of_direct(value.get_object())
        return self._known[key]

    def _of_direct(self, value: Any) -> bytes:  # noqa: ANN401 - as PDF has it
        from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

        if isinstance(value, StreamObject):
            content = _leaf("stream", value.get_data())
            return _node("stream", [content, *self._members(value, _PACKING)])
        if isinstance(value, DictionaryObject):
            return _node("dictionary", self._members(value, _TREES))
        if isinstance(value, ArrayObject):
            return _node("array", map(self._of, value))
        return _scalar(value)

    def _members(self, held: Any, without: frozenset[str]) -> Iterable[bytes]:  # noqa: ANN401
        for key in sorted(held):
            if key not in without:
                yield _leaf("key", key)
                yield self._of(held.raw_get(key))


def _member(held: Any, key: str) -> Any:  # noqa: ANN401 - as PDF has it
    return held[key] if isinstance(held, dict) and key in held else None


def _content(page: pypdf.PageObject) -> bytes:
    """Return what draws a page, decoded; it may come in pieces (ISO 32000-2, 7.8.2)."""
    from pypdf.generic import StreamObject

    content = _member(page, "/Contents")
    if isinstance(content, StreamObject):
        return content.get_data()
    return b"\n".join(piece.get_object().get_data() for piece in _listed(content))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - as PDF has it
    return value if isinstance(value, list) else []


def _scalar(value: Any) -> bytes:  # noqa: ANN401 - as PDF has it
    from pypdf.generic import NameObject

    if isinstance(value, NameObject):
        return _leaf("name", str(value))
    if isinstance(value, bytes):
        return _leaf("bytes", value)
    if isinstance(value, str):
        return _leaf("text", value)
    if isinstance(value, int | float):
        return _leaf("number", round(float(value), _DECIMALS) + 0.0)
    return _leaf("other", value)


def _leaf(kind: str, value: object) -> bytes:
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    return hashlib.sha256(f"{kind}\0".encode() + data).digest()


def _node(kind: str, parts: Iterable[bytes]) -> bytes:
    """Return the digest of parts that are digests: of one length, hence never confounded."""
    return hashlib.sha256(f"{kind}\0".encode() + b"".join(parts)).digest()
