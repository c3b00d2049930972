"""An HTML edition, read back: its description as JSON-LD, its marks, its key points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from briefing.feeding.marks import told_mark
from briefing.feeding.values import Described, UnreadableError
from briefing.model.finding import message
from briefing.model.text import RichText, Span
from briefing.verifying.nodes import Node, ShapeError, parse

_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_KEY_POINTS: Final = "points-cles"
"""The id of their section in every edition."""
_UNSAID: Final = frozenset({"call", "anchor", "support", "sources"})
"""Classes of what stands beside the words of a key point."""
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_DEEPEST: Final = 500
_PAIRS: Final = (("<!--", "-->"), ("<", ">"))
"""Left open at the end, html.parser would look for the end of each one before."""
_FOR: Final = "audience-"
_REPORT: Final = "Report"
_OURS: Final = "briefing "


def read_page(data: bytes) -> Described:
    """Return what a page tells of itself; raises `UnreadableError` if briefing didn't make it."""
    try:
        page = _Page()
        text = data.decode("utf-8-sig")
        if any(text.rfind(start) > text.rfind(end) for start, end in _PAIRS):
            raise _cut_short()
        page.feed(text)
        page.close()
    except UnicodeDecodeError as fault:
        raise UnreadableError(message("byte {byte} isn't UTF-8", byte=fault.start)) from fault
    except (AssertionError, ValueError) as fault:  # of html.parser: a marked section, a long number
        raise _foreign() from fault
    if not page.generator.startswith(_OURS):
        raise _foreign()
    if not page.ended:
        raise _cut_short()
    try:
        return _described(page)
    except ShapeError as fault:
        raise UnreadableError(
            fault.message,
            message(
                "its description (JSON-LD) is spoilt: templates must keep the script of “head”"
            ),
        ) from fault


def _foreign() -> UnreadableError:
    return UnreadableError(
        message("it isn't a page that briefing made"),
        message("take it out of the folder, or name another folder"),
    )


def _cut_short() -> UnreadableError:
    return UnreadableError(
        message("it is cut short: its end is missing"),
        message("copy it again, or build it again"),
    )


def _described(page: _Page) -> Described:
    told = parse("".join(page.data).encode())
    if told["@type"].text() != _REPORT:
        raise ShapeError(message("it describes no report"))
    marks = (told["conditionsOfAccess"].text_or_empty(), page.marks.get("tlp", ""))
    points = page.points or _one_point(told["abstract"].text_or_empty())
    return Described(
        title=told["name"].text(),
        summary=told["description"].text_or_empty(),
        authors=tuple(author["name"].text() for author in told["author"].list_or_empty()),
        house=_named(told["publisher"]) or _named(told["isPartOf"]),
        date=told["datePublished"].text_or_empty(),
        language=told["inLanguage"].text(),
        audience=page.audience,
        key_points=points,
        rights=told["copyrightNotice"].text_or_empty(),
        tlp=told_mark(marks),
        embargo=(page.marks["embargo"].strip() or "–") if "embargo" in page.marks else "",
        draft=told["creativeWorkStatus"].text_or_empty() == "Draft" or "draft" in page.marks,
    )


def _named(node: Node) -> str:
    return node["name"].text_or_empty() if node.is_there else ""


def _one_point(abstract: str) -> tuple[RichText, ...]:
    return ((Span(abstract),),) if abstract else ()


@dataclass(slots=True)
class _Point:
    """The words of one item; those of its paragraph, if it has one, are all that it says."""

    loose: list[Span] = field(default_factory=list)
    held: list[Span] = field(default_factory=list)

    def spans(self) -> RichText:
        return _tidied(self.held or self.loose)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    id: str
    classes: frozenset[str]


class _Page(HTMLParser):
    """Keeps what is looked for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.generator = ""
        self.audience = ""
        self.ended = False
        self.data: list[str] = []
        self.marks: dict[str, str] = {}
        """The lines above the masthead that restrict an edition, by their class."""
        self._points: list[_Point] = []
        self._open: list[_Open] = []

    @property
    def points(self) -> tuple[RichText, ...]:
        """The key points, without those that say nothing."""
        return tuple(spans for point in self._points if (spans := point.spans()))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note what opens, and what its attributes tell."""
        held = {name: value or "" for name, value in attrs}
        classes = frozenset(held.get("class", "").split())
        if tag == "meta" and held.get("name") == "generator":
            self.generator = held.get("content", "")
        if tag == "script" and held.get("type") != "application/ld+json":
            tag = ""
        if tag not in _VOID:
            self._enter(_Open(tag, held.get("id", ""), classes))

    def _enter(self, opened: _Open) -> None:
        if len(self._open) > _DEEPEST:
            raise UnreadableError(message("its elements are nested beyond measure"))
        self._open.append(opened)
        tag, classes = opened.tag, opened.classes
        if tag == "body":
            names = (name for name in sorted(classes) if name.startswith(_FOR))
            self.audience = next(names, "").removeprefix(_FOR)
        if tag == "li" and self._is_within(_KEY_POINTS):
            self._points.append(_Point())
        if tag == "p":
            for mark in classes & {"tlp", "embargo", "draft"}:
                self.marks.setdefault(mark, "")

    def handle_endtag(self, tag: str) -> None:
        """Close the last element of this name, and what was left open in it."""
        self.ended = self.ended or tag == "html"
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].tag in (tag, "" if tag == "script" else tag):
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        """Keep the words that are looked for."""
        if not self._open:
            return
        last = self._open[-1]
        if last.tag == "script":
            self.data.append(data)
        for mark in self.marks:
            if any(mark in opened.classes for opened in self._open):
                self.marks[mark] += data
        if self._points and self._is_within(_KEY_POINTS):
            self._keep(data)

    def _keep(self, data: str) -> None:
        tags = [opened.tag for opened in self._open]
        if "li" not in tags or any(opened.classes & _UNSAID for opened in self._open):
            return
        inner = tags[tags.index("li") :]
        span = Span(data, emphasis="em" in inner, strong="strong" in inner)
        point = self._points[-1]
        (point.held if "p" in inner else point.loose).append(span)

    def _is_within(self, id_: str) -> bool:
        return any(opened.id == id_ for opened in self._open)


def _tidied(spans: Sequence[Span]) -> RichText:
    """Return `spans` with their spaces as a browser shows them, those alike made one."""
    made: list[Span] = []
    for span in spans:
        text = _SPACES.sub(" ", span.text)
        if not made or made[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        if made and (made[-1].emphasis, made[-1].strong) == (span.emphasis, span.strong):
            text = made.pop().text + text
        made.append(Span(text, span.emphasis, span.strong))
    if made:
        last = made.pop()
        if text := last.text.rstrip(" "):
            made.append(Span(text, last.emphasis, last.strong))
    return tuple(made)
