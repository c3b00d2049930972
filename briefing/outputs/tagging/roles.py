"""Which structure type an element of HTML has (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

SVG: Final = "{http://www.w3.org/2000/svg}svg"

_TYPES: Final = {
    "main": "Part",
    "article": "Art",
    **dict.fromkeys(("section", "aside", "nav", "figure"), "Sect"),
    **dict.fromkeys(("div", "header", "footer", "details", "address", "fieldset"), "Div"),
    **dict.fromkeys(("p", "pre", "summary"), "P"),
    **dict.fromkeys(("ul", "ol", "dl", "menu"), "L"),
    **dict.fromkeys(("li", "dt", "dd"), "LI"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "blockquote": "BlockQuote",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "q": "Quote",
    "a": "Link",
    "img": "Figure",
    SVG: "Figure",
}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NO_LANGUAGE: Final = ("zxx", "und", "mis", "mul")
"""Codes of ISO 639-2 that name none."""
_SCOPES: Final = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


class Element(Protocol):
    """An element of HTML, as xml.etree has it."""

    tag: Any
    attrib: Mapping[str, str]
    text: str | None

    def itertext(self) -> Iterator[str]:
        """Yield the text inside, piece by piece."""

    def find(self, path: str) -> Element | None:
        """Return the first child of this tag."""


def structure_type(element: Element) -> str:
    """Return the type of `element`; empty where its content belongs to what is around it."""
    if element.tag == "a" and "href" not in element.attrib:
        return ""
    return _TYPES.get(element.tag, "")


def is_hidden(element: Element) -> bool:
    """Whether `element` is there for the eye alone."""
    if element.attrib.get("aria-hidden") == "true":
        return True
    if structure_type(element) != "Figure":
        return False
    mute = element.attrib.get("role") in ("presentation", "none")
    return mute or (element.tag == "img" and element.attrib.get("alt") == "")


def language(element: Element) -> str:
    """Return the language of `element`, a BCP 47 tag; empty where it says none."""
    found = element.attrib.get("lang", "")
    known = _LANGUAGE.fullmatch(found) and found.partition("-")[0].lower() not in _NO_LANGUAGE
    return found if known else ""


def alternative(element: Element) -> str:
    """Return the words that stand for a picture; empty if there are none."""
    title = element.find("{http://www.w3.org/2000/svg}title") if element.tag == SVG else None
    said = "" if title is None else "".join(title.itertext())
    return " ".join((element.attrib.get("aria-label") or element.attrib.get("alt") or said).split())


def scope(element: Element, *, in_head: bool) -> str:
    """Return what a header cell is the header of; without `scope`, as the place suggests."""
    return _SCOPES.get(element.attrib.get("scope", ""), "/Column" if in_head else "/Row")


def numbering(element: Element) -> str:
    """Return how the items of a list are labelled (ISO 32000-1, table 347)."""
    return "/Decimal" if element.tag == "ol" else "/Disc"


def summary(element: Element) -> str:
    """Return the caption of a table, for where it isn't drawn."""
    caption = element.find("caption")
    return "" if caption is None else " ".join("".join(caption.itertext()).split())
