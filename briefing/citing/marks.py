"""What a citation style marks in a reference, and what we mark in its fields.

A mark is a pair of noncharacters, which Unicode keeps for use inside a program (23.7) and which no
field is let to hold: so a title can neither open nor close one, and `<` is a letter like another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import groupby
from typing import Final

from briefing.model.text import Span

_FIRST: Final = 0xFDD0


class Mark(IntEnum):
    """What a run of a reference is."""

    ITALIC = 0
    """As the style asks."""
    BOLD = 1
    SMALL_CAPS = 2
    SUPERIOR = 3
    INFERIOR = 4
    FOREIGN = 5
    """In the source's language, which isn't the reader's."""
    URL = 6
    DOI = 7
    FIELD = 8
    """A field of the source, whose own last stop makes that of the style needless."""
    STARRED = 9
    """In italics of its own; in roman where the style asks for italics."""

    @property
    def opening(self) -> str:
        """The character that opens it."""
        return chr(_FIRST + 2 * self)

    @property
    def closing(self) -> str:
        """The character that closes it."""
        return chr(_FIRST + 2 * self + 1)


_OPENING: Final = {mark.opening: mark for mark in Mark}
_CLOSING: Final = {mark.closing: mark for mark in Mark}
_CLOSERS: Final = f"[{''.join(_CLOSING)}]"
_SEAM: Final = re.compile(rf"([.!?…])({_CLOSERS}+)\.(?!\.)")
_SPACES: Final = re.compile(rf" ({_CLOSERS}*) +")
# Controls, noncharacters, and what reorders the text after it (UAX #9, explicit formatting).
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    r"[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_DIRECTIONS: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
HYPHEN: Final = "\ufdef"
"""A hyphen that parts no range."""
FIRST: Final = "\ufdee"
"""Before the 1 of a first of the month."""
_FIRST_OF_MONTH: Final = re.compile(rf"{FIRST}1[^\W\d]{{0,3}}(?=\s+[^\W\d])")
_NUMBER_SIGN: Final = re.compile(r"\bnᵒ(?!ˢ)")
_RAISED: Final = str.maketrans("ᵃᵈᵉʳˢᵗⁿᵒˡᵐᵍ", "aderstnolmg")
_VARIANTS: Final = {
    Mark.SMALL_CAPS: "small-caps",
    Mark.SUPERIOR: "sup",
    Mark.INFERIOR: "sub",
}
_RESOLVER: Final = "https://doi.org/"

Marks = frozenset[Mark]
Letter = tuple[str, Marks]


def clean(text: str) -> str:
    """Return `text` without what isn't one: controls as spaces, nothing for the rest."""
    return _INVISIBLE.sub("", _UNFIT.sub(" ", text))


def marked(text: str, mark: Mark) -> str:
    """Return `text` as a run of `mark`.

    The opening stands after the first letter, which it takes in: a style may set that letter as a
    capital, and looks for it in front.
    """
    return f"{text[0]}{mark.opening}{text[1:]}{mark.closing}" if text else ""


def without_raised_letters(text: str) -> str:
    """Return a French text whose raised letters (« nᵒ », « 2ᵉ ») are left to the typesetter."""
    return _NUMBER_SIGN.sub("n°", text).translate(_RAISED)


def read(text: str, links: Mapping[Mark, str], language: str) -> tuple[Span, ...]:
    """Return the runs of a marked text; any other sign in it is a letter.

    `links` are the addresses of what is marked as one, `language` that of what is foreign.
    """
    text = _DIRECTIONS.sub("", text)
    text = _FIRST_OF_MONTH.sub("1er", text).replace(FIRST, "").replace(HYPHEN, "-")
    text = _SPACES.sub(r"\1 ", _SEAM.sub(r"\1\2", text.strip()))
    letters = _with_resolver(list(_letters(text)))
    spans = []
    for marks, run in groupby(letters, key=lambda letter: letter[1] - {Mark.FIELD}):
        link = next((links[mark] for mark in (Mark.URL, Mark.DOI) if mark in marks), "")
        spans.append(
            Span(
                "".join(letter for letter, _ in run),
                emphasis=(Mark.ITALIC in marks) != (Mark.STARRED in marks),
                strong=Mark.BOLD in marks,
                link=link,
                language=language if Mark.FOREIGN in marks else "",
                variant=next((name for mark, name in _VARIANTS.items() if mark in marks), ""),
            )
        )
    return tuple(spans)


def _letters(text: str) -> Iterator[Letter]:
    """Yield each letter with its marks."""
    depth: Counter[Mark] = Counter()
    held = ""
    for sign in text:
        if sign in _OPENING:
            depth[_OPENING[sign]] += 1
            continue
        if held:
            yield held, _active(depth)
            held = ""
        if sign in _CLOSING:
            depth[_CLOSING[sign]] -= 1
        else:
            held = sign
    if held:
        yield held, _active(depth)


def _active(depth: Counter[Mark]) -> Marks:
    return frozenset(mark for mark, count in depth.items() if count > 0)


def _with_resolver(letters: list[Letter]) -> list[Letter]:
    """Return `letters`, the resolver before a DOI being of its link."""
    start = next((i for i, (_, marks) in enumerate(letters) if Mark.DOI in marks), 0)
    before = max(start - len(_RESOLVER), 0)
    if "".join(letter for letter, _ in letters[before:start]) != _RESOLVER:
        return letters
    taken = [(letter, marks | {Mark.DOI}) for letter, marks in letters[before:start]]
    return [*letters[:before], *taken, *letters[start:]]
