"""What a compositor would do by hand and WeasyPrint doesn't: for print alone, in the HTML it gets.

WeasyPrint may end a line after any hyphen. A proper name isn't divided (Lexique de l'Imprimerie
nationale, « Divisions »), and no line ends or begins with a scrap of a compound, as « là- ».
"""

from __future__ import annotations

import re
from typing import Final

_PIECE: Final = re.compile(
    r"(?s:<head\b.*?</head>|<(?P<heading>h[1-4])\b.*?</(?P=heading)>)|<[^>]*>"
    r"|(?P<compound>(?<![\w/@.=&#-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w/@=&-]|\.\w))"
)
"""What stays as it is, or a compound. Headings are never justified, and their text is also that of
bookmarks."""
_JOINER: Final = "\u2060"
_WHOLE: Final = '<span style="hyphens: manual; overflow-wrap: normal">{}</span>'
"""Not for names: templates keep them from hyphenation already, and each span costs time."""
_SCRAP: Final = 3
"""Letters; the limit of hyphenation is the same."""
_WIDE: Final = 16
"""Letters of the longest compound that is kept whole: a cell of the matrix holds no more."""

_OVERHANG: Final = re.compile(
    r'f(?=(?:</(?:em|i|strong|b|span)>)*<(?:span id="note-|sup class="call"))'
)
_BOUND: Final = re.compile(
    r"(?P<before>(?:(?:[^\s<>&]|&(?!nbsp;))+(?:[\u00a0\u202f]|&nbsp;))+)"
    r'(?:(?P<held><span class="held">)|(?P<word><span lang="[^"]*">[^<\s]*</span>))'
)
"""Words that a no-break space binds to the element that follows."""
_CLEARANCE: Final = '<span style="padding-left: 0.13em"></span>'


def composed(html: str) -> str:
    """Return `html` with short compounds kept whole and calls of notes clear of an f.

    The hook of an f overhangs what follows, and a raised figure runs into it. Words bound to an
    element by a no-break space go in one with it: WeasyPrint would end the line at the start of
    their text, a word or two in, rather than just before them.
    """
    return _OVERHANG.sub(rf"\g<0>{_CLEARANCE}", _BOUND.sub(_joined, _PIECE.sub(_held, html)))


def _joined(found: re.Match[str]) -> str:
    if found["held"]:
        return found["held"] + found["before"]
    return f"<span>{found['before']}{found['word']}</span>"


def _held(found: re.Match[str]) -> str:
    word = found[0]
    if found["compound"] is None:
        return word
    parts = word.split("-")
    is_name = sum(part[0].isupper() and len(part) > 1 for part in parts) > 1
    is_cut_short = min(map(len, parts)) <= _SCRAP
    if len(word) > _WIDE or not (is_name or is_cut_short):
        return word
    held = word.replace("-", f"-{_JOINER}")
    return held if is_name else _WHOLE.format(held)
