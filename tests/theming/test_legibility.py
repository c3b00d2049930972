"""The contrasts of a theme, by day and by night."""

from __future__ import annotations

import pytest

from briefing.model.theme import Token
from briefing.theming.colours import contrast, read_colour
from briefing.theming.legibility import PAIRS, Pair, legibility_findings
from tests.support import shown
from tests.theming.themes import DARK, LIGHT, PALETTE, TINTS

TOKENS = {name: Token(value, line) for line, (name, value) in enumerate(PALETTE.items(), 2)}


def test_dark_on_light_is_legible() -> None:
    assert legibility_findings(TOKENS, "t.css") == []


@pytest.mark.parametrize("time", ["", "night-"])
@pytest.mark.parametrize("pair", PAIRS)
def test_a_text_of_the_colour_of_its_ground_is_told(pair: Pair, time: str) -> None:
    ground = TOKENS[f"{time}{pair.ground}"].value
    spoilt = TOKENS | {f"{time}{pair.text}": Token(ground, 9)}
    told = "\n".join(shown(legibility_findings(spoilt, "t.css")))
    said = f"“--{time}{pair.text}” on “--{time}{pair.ground}” has a contrast of 1.00, and needs"
    assert f"t.css:9 BR363 {said} {pair.least:g}" in told


def test_running_text_needs_more_than_the_rest() -> None:
    grey = Token("#6b6b6b")  # 5.3:1 on white
    white = {name: Token("#fff") for name in ("paper", "tint", *TINTS)}
    assert legibility_findings(TOKENS | white | {"grey": grey}, "t") == []
    codes = [found.code for found in legibility_findings(TOKENS | white | {"ink": grey}, "t")]
    assert codes == ["BR363"] * len(white)


def test_a_ratio_just_below_is_not_rounded_up() -> None:
    ground, text = read_colour("#fff"), read_colour("#777")  # 4.478
    assert ground
    assert text
    assert 4.47 < contrast(ground, text) < 4.5
    spoilt = TOKENS | {"grey": Token("#777"), "paper": Token("#fff"), "tint": Token("#fff")}
    assert "has a contrast of 4.47, and needs 4.5" in shown(legibility_findings(spoilt, "t"))[0]


@pytest.mark.parametrize("value", ["12pt", "rgba(0, 0, 0, 0.5)", "var(--blue)"])
def test_what_is_no_colour_is_told_and_not_compared(value: str) -> None:
    (line,) = shown(legibility_findings(TOKENS | {"ink": Token(value, 2)}, "t.css"))
    assert f"t.css:2 BR361 “--ink: {value}” isn't an opaque colour" in line


def test_the_sample_palette_is_what_it_says() -> None:
    assert {DARK, LIGHT} == set(PALETTE.values())
