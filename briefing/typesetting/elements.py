"""Which elements of an HTML text are open, and what they make of the text inside.

Names and implied end tags follow the HTML Living Standard, as far as the choice
between touching and not touching a text depends on them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.typesetting.conventions import is_french
from briefing.typesetting.patterns import Pattern

_VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "meter",
        "output",
        "picture",
        "progress",
        "q",
        "ruby",
        "rb",
        "rp",
        "rt",
        "rtc",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "script",
        "style",
    ]
)
_FROZEN: Final = frozenset(
    [
        "code",
        "kbd",
        "math",
        "pre",
        "samp",
        "script",
        "style",
        "svg",
        "template",
        "textarea",
        "tt",
        "var",
    ]
)
_RAW: Final = frozenset(["script", "style"])
"""Their content ends at their own end tag only: no tag inside counts."""
_NO_MORE: Final = frozenset(["sup", "option", "title"])
"""Superior already, or holding text only."""
_OURS: Final = Pattern(
    r"(?i)(?<![^\s\"'])class\s{0,9}=\s{0,9}[\"']?(?:acronym|century)\b", "acronym", "century"
)
"""What a first pass marked up."""
_SIBLINGS: Final = frozenset(["dd", "dt", "li", "option", "p", "td", "th", "tr"])
"""Elements that another of the same name closes."""
_LANG: Final = Pattern(
    r"(?i)(?<![^\s\"'])(?:xml:)?lang\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    "lang",
    "LANG",
)


class _Open(NamedTuple):
    """An open element: its name, and what it and those around it make of text."""

    name: str
    code: bool
    foreign: bool
    raised: bool


_ROOT: Final = _Open("", code=False, foreign=False, raised=False)


class Elements:
    """The open elements, innermost last."""

    def __init__(self) -> None:
        """Begin with no element open."""
        self._open = [_ROOT]
        self._count: dict[str, int] = {}

    @property
    def frozen(self) -> bool:
        """Whether text here is code or in another language."""
        return self._open[-1].code or self._open[-1].foreign

    @property
    def raised(self) -> bool:
        """Whether text here is marked up already, as superior letters are, or can't be."""
        return self._open[-1].raised

    def read(self, name: str, attributes: str, *, closes: bool) -> bool:
        """Take a tag into account, and say whether it ends a paragraph."""
        inside = self._open[-1].name
        if not name or (inside in _RAW and not (closes and name == inside)):
            return False
        if closes:
            self._close(name)
        elif name not in _VOID and not attributes.endswith("/"):
            self._start(name, attributes)
        return name not in _INLINE

    def _start(self, name: str, attributes: str) -> None:
        self._imply_end(name)
        parent = self._open[-1]
        match = next(_LANG.finditer(attributes), None)
        language = next(filter(None, match.groups()), "") if match else ""
        self._open.append(
            _Open(
                name,
                code=parent.code or name in _FROZEN,
                foreign=not is_french(language) if language else parent.foreign,
                raised=parent.raised
                or name in _NO_MORE
                or bool(next(_OURS.finditer(attributes), None)),
            )
        )
        self._count[name] = self._count.get(name, 0) + 1

    def _imply_end(self, name: str) -> None:
        """Close what the start of `name` closes: a paragraph, or the item before."""
        top = self._open[-1].name
        if top in _SIBLINGS and (top == name or (top == "p" and name not in _INLINE)):
            self._close(top)

    def _close(self, name: str) -> None:
        """Close the innermost `name`, and what was left open in it."""
        if not self._count.get(name):
            return
        while True:
            closed = self._open.pop().name
            self._count[closed] -= 1
            if closed == name:
                return
