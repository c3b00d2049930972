"""HTML and XML: what is shown, and all that is not."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.documents.opening.encodings import add_decoded
from briefing.documents.opening.unpacking import Unpacking
from briefing.documents.tolerant import TolerantParser
from briefing.model.carrier import Segment, Where
from briefing.model.finding import Message, message

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt"
    " ruby s samp small span strike strong sub sup time tspan tt u var wbr".split()
)
"""Elements that don't part words."""
_CODE = frozenset({"script", "style"})
_UNTOLD = frozenset({"class", "style", "d", "viewbox", "transform"})
"""Attributes that aren't written for people."""


def open_markup(unpacking: Unpacking, where: Where, text: str) -> None:
    """Keep the text, each attribute, comment, declaration and script, and the source itself."""
    unpacking.say((*where, message("source")), text, prose=False)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    unpacking.add(where, reader.texts)
    unpacking.add(where, reader.attributes)
    unpacking.add(where, reader.codes, prose=False)
    for label, content in reader.inner:
        unpacking.unpack((*where, label), content.encode("utf-8", "replace"))
    add_decoded(unpacking, where, "\n".join(segment.text for segment in reader.texts))
    for values in (reader.attributes, reader.codes):  # a quotation mark ends the address in one
        add_decoded(unpacking, where, '\n"\n'.join(segment.text for segment in values))


class _Reader(TolerantParser):
    """Sorts what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[Segment] = []
        self.attributes: list[Segment] = []
        self.codes: list[Segment] = []
        """Attributes that aren't written for people."""
        self.inner: list[tuple[Message, str]] = []
        self._words: list[str] = []
        self._line = 1
        self._code = ""

    def flush(self) -> None:
        """End the block being read."""
        if self._words:
            place = message("text at line {line}", line=self._line)
            self.texts.append(Segment("".join(self._words), place))
        self._words = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Keep the attributes."""
        self._part(tag)
        if tag in _CODE:
            self._code = tag
        for name, value in attrs:
            place = message(
                "attribute {name} of <{tag}>, line {line}",
                name=name,
                tag=tag,
                line=self.getpos()[0],
            )
            kept = self.codes if name in _UNTOLD else self.attributes
            kept.append(Segment(value or name, place))

    def handle_endtag(self, tag: str) -> None:
        """End a block, or a script."""
        self._part(tag)
        self._code = ""

    def handle_data(self, data: str) -> None:
        """Keep text, or the content of a script or style sheet."""
        if self._code:
            self.inner.append((message("<{tag}>", tag=self._code), data))
            return
        if not self._words:
            self._line = self.getpos()[0]
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep a comment, which may hold markup."""
        self.inner.append((message("comment, line {line}", line=self.getpos()[0]), data))

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration."""
        self.inner.append((message("declaration"), decl))

    def unknown_decl(self, data: str) -> None:
        """Keep what CDATA holds, within the text too."""
        self.handle_data(data.removeprefix("CDATA["))
        self.inner.append((message("declaration"), data))

    def handle_pi(self, data: str) -> None:
        """Keep an instruction."""
        self.inner.append((message("instruction"), data))

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
