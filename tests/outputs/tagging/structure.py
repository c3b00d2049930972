"""The structure of a PDF as another program reads it: types, entries, and the words drawn."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

_MAPPING = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Element:
    """A structure element."""

    type: str
    value: Any
    """Its dictionary."""
    kids: list[Element | str] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)
    """Its annotations."""

    @property
    def text(self) -> str:
        """What is read of it, in order."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[Element]:
        """Yield it and all inside."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def all(self, *types: str) -> list[Element]:
        """Return those of some types."""
        return [one for one in self.walk() if one.type in types]

    def attribute(self, name: str) -> Any:
        """Return one of its attributes, or None."""
        held = self.value.get("/A", {}).get(f"/{name}")
        return held if held is None else str(held)

    def outline(self) -> str:
        """Return the types inside, as `L(LI(Lbl LBody))`."""
        inner = " ".join(kid.outline() for kid in self.kids if isinstance(kid, Element))
        return f"{self.type}({inner})" if inner else self.type


def read_structure(data: bytes) -> Element:
    """Return the element of the whole document."""
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.root_object["/StructTreeRoot"]
    (top,) = root["/K"] if isinstance(root["/K"], list) else [root["/K"]]
    return _Reading(reader).element(top.get_object())


class _Reading:
    def __init__(self, reader: PdfReader) -> None:
        self._drawn: dict[tuple[int, int], str] = {}
        for page in reader.pages:
            assert page.indirect_reference is not None
            for number, text in marked_text(reader, page).items():
                self._drawn[page.indirect_reference.idnum, number] = text

    def element(self, value: Any) -> Element:
        made = Element(str(value["/S"])[1:], value)
        kids = value.get("/K", [])
        page = value.raw_get("/Pg") if "/Pg" in value else None
        for kid in kids if isinstance(kids, list) else [kids]:
            self._add(made, kid.get_object(), page)
        return made

    def _add(self, made: Element, kid: Any, page: IndirectObject | None) -> None:
        if isinstance(kid, int):
            assert page is not None
            made.kids.append(self._drawn.pop((page.idnum, int(kid))))
        elif "/MCID" in kid:
            made.kids.append(self._drawn.pop((kid.raw_get("/Pg").idnum, int(kid["/MCID"]))))
        elif "/Obj" in kid:
            made.links.append(kid["/Obj"])
        else:
            made.kids.append(self.element(kid))


def marked_text(reader: PdfReader, page: Any) -> dict[int, str]:
    """Return the text of each marked sequence of a page; that of artifacts has negative keys."""
    fonts = {name: _mapping(font.get_object()) for name, font in _fonts(page).items()}
    found: dict[int, str] = {}
    font: dict[int, str] = {}
    open_: list[int] = []
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        if operator in (b"BDC", b"BMC"):
            held = operands[1] if operator == b"BDC" else {}
            open_.append(int(held["/MCID"]) if "/MCID" in held else -1 - len(found))
            found.setdefault(open_[-1], "")
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            found[open_[-1]] += "".join(_decoded(one, font) for one in shown)
    return found


def _fonts(page: Any) -> DictionaryObject:
    held = page["/Resources"].get("/Font", DictionaryObject()).get_object()
    assert isinstance(held, DictionaryObject)
    return held


def _mapping(font: Any) -> dict[int, str]:
    pairs = _MAPPING.findall(font["/ToUnicode"].get_data())
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs
    }


def _decoded(shown: Any, font: dict[int, str]) -> str:
    if isinstance(shown, int | float):
        return ""
    data = bytes(getattr(shown, "original_bytes", shown))
    pairs = zip(data[::2], data[1::2], strict=True)
    return "".join(font.get(high * 256 + low, "?") for high, low in pairs)
