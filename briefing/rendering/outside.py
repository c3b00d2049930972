"""What a finished page would load or run: an edition refers to nothing outside itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Final

from briefing.errors import FaultyTemplateError
from briefing.model.finding import Message, message
from briefing.reading.findings import error
from briefing.rendering.faults import excerpt

_LOADING: Final = frozenset(
    "src srcset poster data background action formaction ping manifest lowsrc codebase".split()
)
"""Attributes that a browser, or the layout engine, fetches or sends to."""
_LINKED: Final = frozenset("link base use image feimage script pattern".split())
"""Elements whose `href` is fetched; that of `a` is followed by hand."""
_FRAMES: Final = frozenset("iframe object embed applet frame frameset portal".split())
_FOLLOWED: Final = re.compile(r"(?:https?:|mailto:|#|data:image/)", re.IGNORECASE)
_URL: Final = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)
_DECLARED: Final = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet", re.IGNORECASE)
_DATA: Final = "script"
"""Its type tells data from what would run."""


class _Reader(HTMLParser):
    """Collects (reference, what it is) of all that leads outside, or would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Message]] = []
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._styled = tag == "style"
        if tag in _FRAMES:
            self._tell(f"<{tag}", message("an edition holds no other page: <{name}>", name=tag))
        if tag == _DATA and values.get("type") != "application/ld+json":
            self._tell("<script", message("an edition runs no script"))
        refresh = values.get("http-equiv", "").casefold() == "refresh"
        for name, value in values.items():
            self._attribute(tag, name, value.strip(), refresh=refresh)

    def handle_data(self, data: str) -> None:
        if self._styled:
            self._style(data)

    def handle_endtag(self, tag: str) -> None:
        self._styled = self._styled and tag != "style"

    def _attribute(self, tag: str, name: str, value: str, *, refresh: bool) -> None:
        bare = name.rpartition(":")[2]
        if name.startswith("on"):
            self._tell(f"{name}=", message("an edition runs no script: “{name}”", name=name))
        elif name == "style":
            self._style(value)
        elif bare in _LOADING or (bare == "href" and tag in _LINKED):
            self._load(value)
        elif bare == "href" and value and not _FOLLOWED.match(value):
            said = message("this address leads to no page: “{name}”", name=value[:80])
            self._tell(value, said)
        elif refresh and name == "content":
            self._load(value or "refresh")

    def _style(self, css: str) -> None:
        for found in _URL.finditer(css):
            self._load(found[1] or found[2])

    def _load(self, reference: str) -> None:
        if reference and not reference.casefold().startswith(("data:", "cid:", "#")):
            said = message(
                "the page asks for “{name}”, which is outside of it", name=reference[:80]
            )
            self._tell(reference, said)

    def _tell(self, reference: str, said: Message) -> None:
        self.found.append((reference, said))


def outside(html: str) -> Iterator[tuple[str, Message]]:
    """Yield each reference of a page that leads outside or would run, and what is wrong with it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


def leads_out(svg: bytes) -> str:
    """Return what a drawing would load or run, if anything."""
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
