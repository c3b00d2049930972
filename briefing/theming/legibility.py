"""Whether the colours of a theme can be read, by day and by night.

WCAG 2.2: 4.5 for text (1.4.3, AA), 7 for the running text (1.4.6, AAA).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from briefing.model.finding import Finding, message
from briefing.model.theme import Token
from briefing.reading.findings import error
from briefing.theming.colours import Colour, contrast, read_colour
from briefing.theming.tokens import PALETTE, PARTIES

AA: Final = 4.5
AAA: Final = 7.0


class Pair(NamedTuple):
    """A token of text, that of its ground, and the ratio that they need."""

    text: str
    ground: str
    least: float = AA


PAIRS: Final = (
    *(Pair("ink", ground, AAA) for ground in ("paper", "tint")),
    *(Pair(text, ground) for text in ("blue", "accent", "grey") for ground in ("paper", "tint")),
    *(Pair("ink", ground, AAA) for ground in PARTIES if not ground.startswith("night-")),
    *(Pair("blue", ground) for ground in PARTIES if not ground.startswith("night-")),
    Pair("ink", "mark"),
    Pair("on-band", "band"),
    Pair("paper", "accent"),
)
"""What is printed on what; by night, the same tokens with `night-` before."""


def legibility_findings(tokens: Mapping[str, Token], path: str) -> list[Finding]:
    """Return what can't be read, and each colour of the palette that isn't one."""
    colours = {
        name: read_colour(tokens[name].value) for name in (*PALETTE, *PARTIES) if name in tokens
    }
    wrong = [_no_colour(name, tokens[name], path) for name in colours if colours[name] is None]
    known = {name: colour for name, colour in colours.items() if colour is not None}
    return [*wrong, *_pale(known, tokens, path)]


def _pale(
    colours: Mapping[str, Colour], tokens: Mapping[str, Token], path: str
) -> Iterator[Finding]:
    for time in ("", "night-"):
        for pair in PAIRS:
            text, ground = f"{time}{pair.text}", f"{time}{pair.ground}"
            if text not in colours or ground not in colours:
                continue
            ratio = contrast(colours[text], colours[ground])
            if ratio < pair.least:
                yield _unreadable(text, ground, ratio, pair.least, tokens[text], path)


def _unreadable(
    text: str, ground: str, ratio: float, least: float, token: Token, path: str
) -> Finding:
    said = message(
        "“--{text}” on “--{ground}” has a contrast of {ratio:.2f}, and needs {least:g}",
        text=text,
        ground=ground,
        ratio=int(ratio * 100) / 100,  # cut, not rounded: 4.499 isn't 4.5
        least=least,
    )
    hint = message("darken the darker of the two, or lighten the other")
    return error("BR363", path, token.line, said, hint)


def _no_colour(name: str, token: Token, path: str) -> Finding:
    said = message("“--{name}: {value}” isn't an opaque colour", name=name, value=token.value)
    return error("BR361", path, token.line, said, message("write it with six figures, as #16213a"))
