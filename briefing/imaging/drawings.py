"""Drawings (SVG), kept to what draws: no script, nothing loaded, nothing that unfolds.

Elements and attributes are those of a list. What only an editor knows is left out; what a reader
would miss, or what could do harm, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from briefing.imaging.faults import UnfitPictureError
from briefing.model.finding import Message, message
from briefing.model.parts import Picture

Element = ElementTree.Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_DRAWN: Final = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan"
    " linearGradient radialGradient stop clipPath style".split()
)
_UNSEEN: Final = frozenset("metadata".split())
_ATTRIBUTES: Final = frozenset(
    "id class transform d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox dx dy"
    " rotate textLength lengthAdjust offset gradientUnits gradientTransform spreadMethod"
    " clipPathUnits preserveAspectRatio version style fill fill-opacity fill-rule stroke"
    " stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity clip-path clip-rule"
    " display visibility font font-family font-size font-style font-weight font-variant"
    " text-anchor dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing"
    " text-decoration paint-order vector-effect shape-rendering text-rendering".split()
)
_MOST_ELEMENTS: Final = 20_000
"""Drawn, with those that `use` draws again."""
_DEEPEST: Final = 60
_DECLARATION: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<svg|<!--|<!DOCTYPE\s+svg)", re.IGNORECASE
)
_LOADING: Final = re.compile(
    r"@|\\|<|expression|url\((?!\s*[\"']?#)|image|src\(|cross-fade", re.IGNORECASE
)
"""What in CSS may load something, or hide that it does."""
_NUMBER: Final = re.compile(
    r"\s*([+]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?:px|pt|mm|cm|in)?\s*\Z"
)
_LARGEST: Final = 100_000
_PAPER: Final = "background:#fff;"


def is_drawing(data: bytes) -> bool:
    """Say whether `data` begins as SVG does."""
    return bool(_HEAD.match(data[:1000]))


def read_drawing(data: bytes, name: str, *, band: bool = False) -> Picture:
    """Return the drawing of an SVG file; as a `band`, it fills its place and is cut off.

    Raises `UnfitPictureError`.
    """
    root = _parsed(data, name)
    if root.tag != f"{_SVG}svg":
        raise _unreadable(message("“{name}” isn't SVG", name=name))
    _measure_depth(root, name)
    kept = _kept(root, name)
    assert kept is not None  # noqa: S101 - `svg` is drawn
    _check_uses(kept, name)
    left, top, width, height = _view(kept, name)
    kept.set("viewBox", f"{left:g} {top:g} {width:g} {height:g}")
    kept.set("width", f"{width:g}")
    kept.set("height", f"{height:g}")
    style = kept.get("style", "")
    if not style.startswith(_PAPER):  # dark ink vanishes on a dark page
        kept.set("style", _PAPER + style)
    if band:
        kept.set("preserveAspectRatio", "xMidYMid slice")
    ElementTree.register_namespace("", _SVG[1:-1])
    drawn = ElementTree.tostring(kept, encoding="utf-8")
    return Picture("image/svg+xml", drawn, max(1, round(width)), max(1, round(height)), "")


def _parsed(data: bytes, name: str) -> Element:
    if _DECLARATION.search(data):
        text = message("the drawing “{name}” has a DOCTYPE", name=name)
        raise _hostile(text)
    try:
        # Nothing is declared in it, so that nothing can be unfolded or fetched.
        return ElementTree.fromstring(data)  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise _unreadable(message("the drawing “{name}” isn't XML", name=name)) from fault


def _measure_depth(root: Element, name: str) -> None:
    row, depth = [root], 0
    while row:
        row, depth = [child for element in row for child in element], depth + 1
        if depth > _DEEPEST:
            text = message(
                "the drawing “{name}” nests more than {n} elements", name=name, n=_DEEPEST
            )
            raise UnfitPictureError("BR354", text)


def _kept(element: Element, name: str) -> Element | None:
    """Return `element` with what is drawn of it; None if it is an editor's."""
    if not element.tag.startswith(_SVG):
        return None
    tag = element.tag.removeprefix(_SVG)
    if tag in _UNSEEN:
        return None
    if tag not in _DRAWN:
        text = message("the drawing “{name}” holds <{tag}>", name=name, tag=tag[:40])
        raise _hostile(text)
    made = Element(element.tag, dict(_attributes(element, name)))
    made.text = element.text
    if tag == "style" and _LOADING.search(element.text or ""):
        raise _hostile(message("the style of the drawing “{name}” loads something", name=name))
    for child in element:
        if (kept := _kept(child, name)) is not None:
            kept.tail = child.tail
            made.append(kept)
    return made


def _attributes(element: Element, name: str) -> Iterator[tuple[str, str]]:
    for key, value in element.items():
        if key in ("href", _LINK):
            if not value.strip().startswith("#"):
                text = message("the drawing “{name}” asks for “{url}”", name=name, url=value[:60])
                raise _hostile(text)
            yield "href", value.strip()
        elif key.lower().startswith("on"):
            text = message("the drawing “{name}” runs a script at “{key}”", name=name, key=key[:40])
            raise _hostile(text)
        elif key in _ATTRIBUTES:
            if key != "id" and _LOADING.search(value):
                text = message("the drawing “{name}” asks for “{url}”", name=name, url=value[:60])
                raise _hostile(text)
            yield key, value


def _check_uses(root: Element, name: str) -> None:
    """Refuse what `use` draws again too often, or within itself."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    total = 0
    for element in root.iter():
        total += 1
        if element.tag == f"{_SVG}use":
            target = named.get(element.get("href", "")[1:])
            drawn = [] if target is None else list(target.iter())
            if any(inner.tag == f"{_SVG}use" for inner in drawn):
                text = message("the drawing “{name}” draws copies of copies", name=name)
                raise UnfitPictureError("BR354", text)
            total += len(drawn)
        if total > _MOST_ELEMENTS:
            text = message(
                "the drawing “{name}” has more than {n} elements", name=name, n=_MOST_ELEMENTS
            )
            raise UnfitPictureError("BR354", text, message("save it as PNG, for print at 300 dpi"))


def _view(root: Element, name: str) -> tuple[float, float, float, float]:
    """Return the view box: left, top, width and height."""
    parts = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sizes = [_NUMBER.match(root.get(key, "")) for key in ("width", "height")]
    try:
        if len(parts) == 4:
            left, top, width, height = map(float, parts)
        else:
            left, top = 0.0, 0.0
            width, height = (float(size[1]) if size else 0.0 for size in sizes)
    except ValueError:
        width = height = left = top = 0.0
    if 0 < width <= _LARGEST and 0 < height <= _LARGEST and max(abs(left), abs(top)) <= _LARGEST:
        return left, top, width, height
    raise _unreadable(message("the drawing “{name}” doesn't say how large it is", name=name))


def _unreadable(text: Message) -> UnfitPictureError:
    return UnfitPictureError("BR353", text, message("save it as plain SVG, or as PNG"))


def _hostile(text: Message) -> UnfitPictureError:
    hint = message("save it as plain SVG with its text and pictures as shapes, or as PNG")
    return UnfitPictureError("BR355", text, hint)
