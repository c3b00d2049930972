"""What a finished page would load or run: an edition refers to nothing outside itself."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote_to_bytes

from briefing.errors import FaultyTemplateError
from briefing.model.finding import Message, message
from briefing.reading.findings import error
from briefing.rendering.faults import excerpt
from briefing.theming.closing import addresses, unreadable

_LOADING: Final = frozenset(
    (
        "src srcset poster data background action formaction ping manifest lowsrc dynsrc codebase"
        " imagesrcset attributionsrc classid archive longdesc profile"
    ).split()
)
"""Attributes that a browser, or the layout engine, fetches or sends to."""
_PAINTED: Final = frozenset(
    (
        "style fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end"
    ).split()
)
"""Attributes that hold CSS."""
_FOLLOWED_FROM: Final = frozenset(("a", "area"))
"""Elements whose `href` is followed by hand; that of any other is fetched."""
_FETCHED_TOO: Final = frozenset(("attachment", "stylesheet", "icon"))
"""What an `a` may be told to be; the layout engine fetches attachments."""
_FRAMES: Final = frozenset("iframe object embed applet frame frameset portal".split())
_CHANGING: Final = frozenset(("animate", "set"))
"""Elements of SVG that change an attribute of another."""
_FOLLOWED: Final = re.compile(r"(?:https?:|mailto:|#|data:image/)", re.IGNORECASE)
_HELD: Final = re.compile(r"#|cid:|data:(?:image|font)/", re.IGNORECASE)
_FACE: Final = re.compile(r"(?<=data:font/woff2;base64,)[A-Za-z0-9+/=]+")
_DRAWING: Final = re.compile(r"data:image/svg\+xml(?:;[^,]*)?,", re.IGNORECASE)
_DECLARED: Final = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet", re.IGNORECASE)
_ENCODED: Final = re.compile(rb"""\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_PLAIN: Final = frozenset((b"utf-8", b"us-ascii"))
_DATA: Final = "script"
"""Its type tells data from what would run."""
_DEEPEST: Final = 3


class _Reader(HTMLParser):
    """Collects (reference, what it is) of all that leads outside, or would run.

    Parsers differ on where raw text and comments end: what is text to this one is read as markup
    besides, and of an attribute that stands twice both values count.
    """

    def __init__(self, depth: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Message]] = []
        self._depth = depth
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = [(name, (value or "").strip()) for name, value in attrs]
        self._styled = tag == "style"
        if tag in _FRAMES:
            self._tell(f"<{tag}", message("an edition holds no other page: <{name}>", name=tag))
        if tag == _DATA and _all(values, "type") != ["application/ld+json"]:
            self._tell("<script", message("an edition runs no script"))
        if tag in _CHANGING and any(v.endswith("href") for v in _all(values, "attributename")):
            self._tell(
                f"<{tag}", message("a drawing doesn't change its addresses: <{name}>", name=tag)
            )
        refresh = "refresh" in map(str.casefold, _all(values, "http-equiv"))
        told = {word for value in _all(values, "rel") for word in value.casefold().split()}
        fetched = tag not in _FOLLOWED_FROM or bool(told & _FETCHED_TOO)
        for name, value in values:
            self._attribute(name, value, fetched=fetched, refresh=refresh)

    def handle_data(self, data: str) -> None:
        if self._styled:
            self._style(data)
        if self.cdata_elem:
            self._again(data)

    def handle_endtag(self, tag: str) -> None:
        self._styled = self._styled and tag != "style"

    def handle_comment(self, data: str) -> None:
        self._again(data)

    def handle_pi(self, data: str) -> None:
        self._again(data)

    def unknown_decl(self, data: str) -> None:
        self._again(data)

    def _again(self, text: str) -> None:
        """Read as markup what this parser takes for text."""
        if "<" in text and self._depth < _DEEPEST:
            inner = _Reader(self._depth + 1)
            inner.feed(text)
            inner.close()
            self.found += inner.found

    def _attribute(self, name: str, value: str, *, fetched: bool, refresh: bool) -> None:
        bare = name.rpartition(":")[2]
        if name.startswith("on"):
            self._tell(f"{name}=", message("an edition runs no script: “{name}”", name=name))
        elif name in _PAINTED:
            self._style(value)
        elif bare in _LOADING or (bare == "href" and fetched):
            self._load(value)
        elif bare == "href" and value and not _FOLLOWED.match(value):
            said = message("this address leads to no page: “{name}”", name=value[:80])
            self._tell(value, said)
        elif refresh and name == "content":
            self._load(value or "refresh")

    def _style(self, css: str) -> None:
        if not _MAY_LOAD.search(css):
            return
        try:
            for address in addresses(_FACE.sub("", css)):
                self._load(address)
        except (RecursionError, ValueError) as fault:
            self._tell("style", unreadable(fault))

    def _load(self, reference: str) -> None:
        drawing = _DRAWING.match(reference)
        inside = _within(reference, drawing.end()) if drawing and self._depth < _DEEPEST else ""
        if inside:
            self._tell(reference, message("a drawing would load or run “{name}”", name=inside[:80]))
        elif reference and not _HELD.match(reference):
            said = message(
                "the page asks for “{name}”, which is outside of it", name=reference[:80]
            )
            self._tell(reference, said)

    def _tell(self, reference: str, said: Message) -> None:
        self.found.append((reference, said))


_MAY_LOAD: Final = re.compile(r"url|image|src|cross|@|\\", re.IGNORECASE)
"""In CSS that may load something, escapes included."""


def _all(attributes: Iterable[tuple[str, str]], name: str) -> list[str]:
    return [value for known, value in attributes if known == name]


def _within(address: str, start: int) -> str:
    """Return what the drawing that an address holds would load or run, if anything."""
    data = unquote_to_bytes(address[start:])
    if address[:start].casefold().endswith(";base64,"):
        try:
            data = b64decode(data)
        except ValueError:
            return ""  # which nobody could read
    return leads_out(data)


def outside(html: str) -> Iterator[tuple[str, Message]]:
    """Yield each reference of a page that leads outside or would run, and what is wrong with it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


def leads_out(svg: bytes) -> str:
    """Return what a drawing would load or run, if anything."""
    if b"\0" in svg or ((told := _ENCODED.match(svg)) and told[1].lower() not in _PLAIN):
        return "encoding"  # other than the one that it is read in here
    text = svg.decode("utf-8", "replace")
    if found := _DECLARED.search(text):
        return found[0]
    return next((reference for reference, _ in outside(text)), "")


def check_closed(html: str, entry: str, texts: Mapping[str, str]) -> None:
    """Raise `FaultyTemplateError`, at the line of the reference, if a page isn't closed.

    `texts` are those of the templates by path, `entry` the path of the one that was asked for.
    """
    for reference, said in outside(html):
        raise reference_fault(reference, said, entry, texts)


def reference_fault(
    reference: str, said: Message, entry: str, texts: Mapping[str, str]
) -> FaultyTemplateError:
    """Return a fault at the first line that holds a reference: in `entry` before the others."""
    ordered = {entry: texts.get(entry, ""), **texts}
    hint = message("put the file beside the template: {example}", example='asset("logo.svg")')
    for path, text in ordered.items():
        at = text.casefold().find(reference.casefold())
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            return FaultyTemplateError(error("BR807", path, line, said, hint), excerpt(text, line))
    return FaultyTemplateError(error("BR807", entry, 0, said, hint))
