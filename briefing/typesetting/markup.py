"""HTML as paragraphs of runs: inline tags are boundaries, block tags end a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import accumulate
from typing import Final, NamedTuple

from markupsafe import Markup

from briefing.typesetting.conventions import is_french
from briefing.typesetting.elements import Elements
from briefing.typesetting.engine import Typesetter
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.superiors import century, escape_text, numerals_of_centuries

# An unclosed comment runs to the end, as HTML says; the possessive repetition of attributes
# keeps the search linear whatever the quotes.
_TAG: Final = Pattern(
    r"(?s:<!--(?:.*?-->|.*))|<[!?][^>]*>"
    r"|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>\"']*)"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>",
    "<",
)


class Token(NamedTuple):
    """A tag (or comment) with its name, or a run of text without."""

    source: str
    name: str = ""
    closes: bool = False
    attributes: str = ""
    is_tag: bool = True


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags of `source` and the texts between them."""
    cursor = 0
    for match in _TAG.finditer(source):
        if match.start() > cursor:
            yield Token(source[cursor : match.start()], is_tag=False)
        name = (match["name"] or "").lower()
        yield Token(match[0], name, bool(match["slash"]), match["attributes"] or "")
        cursor = match.end()
    if cursor < len(source):
        yield Token(source[cursor:], is_tag=False)


class _Paragraph:
    """The runs of the paragraph being read, and the tags between them."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._parts: list[str] = []
        self._finish: list[str] = []
        """How each part goes to the output: `frozen`, `text`, `raised`, `break` or `tag`."""

    def add(self, part: str, finish: str) -> None:
        self._parts.append(part)
        self._finish.append(finish)

    def flush(self) -> Iterator[str]:
        """Yield the paragraph typeset, and begin another."""
        texts = ["" if f == "tag" else p for p, f in zip(self._parts, self._finish, strict=True)]
        for i, finish in enumerate(self._finish):
            if finish == "break":
                texts[i] = "\n"
        frozen = [i for i, finish in enumerate(self._finish) if finish == "frozen"]
        done = self._typesetter.spans(texts, frozen=frozen)
        numerals = self._numerals(done)
        for i, (source, text, finish) in enumerate(
            zip(self._parts, done, self._finish, strict=True)
        ):
            cursor = 0
            for start, end, stop in numerals.get(i, ()):
                yield self._output(source, text[cursor:start], finish)
                yield century(text[start:end])
                yield f"<sup>{text[end:stop]}</sup>" if end < stop else ""
                cursor = stop
            yield self._output(source, text[cursor:], finish)
        self._parts.clear()
        self._finish.clear()

    def _numerals(self, done: Sequence[str]) -> dict[int, list[tuple[int, int, int]]]:
        """Return the numerals of centuries in each run: where they begin and end, and stop.

        They stop with the letters that make ordinals of them, unless a `sup` of the author's
        holds these, as in `XX<sup>e</sup> siècle`: the word may stand in another run.
        """
        ends = list(accumulate(map(len, done)))
        found: dict[int, list[tuple[int, int, int]]] = {}
        for start, end, stop in numerals_of_centuries("".join(done)):
            i = bisect_left(ends, end)
            shift = ends[i] - len(done[i])
            ours = stop <= ends[i]
            if start >= shift and self._is_bare(i, ours=ours):
                at = (start - shift, end - shift, (stop if ours else end) - shift)
                found.setdefault(i, []).append(at)
        return found

    def _is_bare(self, i: int, *, ours: bool) -> bool:
        """Say whether nothing marks up the numeral that is in run `i`, but a `sup` if not `ours`."""
        kinds = self._finish[i : i + 3]
        if ours or kinds != ["text", "tag", "raised"]:
            return ours and kinds[0] == "text"
        return self._parts[i + 1].lower().startswith("<sup")

    def _output(self, source: str, text: str, finish: str) -> str:
        if finish == "text":
            return self._typesetter.superiors(text)
        if finish == "raised":
            return escape_text(text)
        if finish == "break":  # the line break stood for the tag while rules ran
            before, _, after = text.partition("\n")
            return f"{escape_text(before)}{source}{escape_text(after)}"
        return source


def _typeset(source: str, typesetter: Typesetter) -> Iterator[str]:
    elements = Elements()
    paragraph = _Paragraph(typesetter)
    for token in tokens(source):
        if token.is_tag:
            hard = elements.read(token.name, token.attributes, closes=token.closes)
            if hard:
                yield from paragraph.flush()
            paragraph.add(token.source, "break" if token.name == "br" else "tag")
        elif elements.frozen:
            paragraph.add(token.source, "frozen")
        else:
            paragraph.add(unescape(token.source), "raised" if elements.raised else "text")
    yield from paragraph.flush()


def typeset_html(source: str, typesetter: Typesetter) -> Markup:
    """Typeset the text of HTML, and nothing of its tags."""
    if not is_french(typesetter.locale):
        return Markup(source)  # noqa: S704 - HTML came in, HTML goes out
    return Markup("".join(_typeset(source, typesetter)))  # noqa: S704 - the same
