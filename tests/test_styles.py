"""The look is in tokens: measures of the house, colours of each theme, by day and by night."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from briefing.api import SHEETS as SHEETS_OF
from briefing.model.edition import Medium
from briefing.resources import styles_folder
from briefing.theming import PALETTE
from briefing.theming.tokens import PARTIES

PRINT = SHEETS_OF[Medium.PRINT]
SCREEN = "screen.css"
RULES = (*PRINT, SCREEN, "timeline.css", "parts.css")
THEMES = sorted(path.name for path in (styles_folder() / "themes").iterdir())
SHEETS = ["tokens.css", *(f"themes/{theme}/tokens.css" for theme in THEMES)]
OF_AUDIENCES = sorted(
    path.relative_to(styles_folder()).as_posix()
    for path in (styles_folder() / "audiences").glob("*/*.css")
)
OWN_RULES = [f"themes/presse/{name}" for name in ("print.css", "screen.css")] + OF_AUDIENCES
LITERAL_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\("
    r"|\b(?:black|white|red|green|blue|gr[ae]y|navy|silver|maroon|orange|purple|yellow)\b",
    re.IGNORECASE,
)
FACE = re.compile(r"Garamond|Source Sans|Georgia|Helvetica|Arial|Segoe|\b(?:sans-)?serif\b")
TEXT_PAIRS = [
    *(("ink", "paper"), ("blue", "paper"), ("accent", "paper"), ("grey", "paper")),
    *(("ink", "tint"), ("blue", "tint"), ("accent", "tint"), ("grey", "tint")),
    ("on-band", "band"),
]
AAA = 7.0
"""WCAG 2.2, success criterion 1.4.6, for text of any size."""


def css(name: str) -> str:
    """Return a style sheet without its comments and the pictures inside it."""
    text = (styles_folder() / name).read_text("utf-8")
    return re.sub(r"/\*.*?\*/|url\(\s*([\"']?)data:.*?\1\s*\)", "", text, flags=re.DOTALL)


def declarations(name: str) -> Iterator[tuple[str, str]]:
    """Yield the properties of a style sheet with their values."""
    for found in re.finditer(r"([\w-]+)\s*:\s*([^;{}]+)(?=[;}])", css(name)):
        yield found[1], found[2].strip()


def tokens(theme: str = "classique") -> dict[str, str]:
    sheets = ("tokens.css", f"themes/{theme}/tokens.css")
    pairs = [pair for name in sheets for pair in declarations(name)]
    return {name[2:]: value for name, value in pairs if name[:2] == "--"}


def night(theme: str = "classique") -> dict[str, str]:
    """Return the tokens as a dark screen has them."""
    (block,) = re.findall(
        r"@media \(prefers-color-scheme: dark\)\s*\{\s*:root\s*\{(.*?)\}",
        css("screen.css"),
        re.DOTALL,
    )
    by_day = tokens(theme)
    changed = re.findall(r"--([\w-]+):\s*var\(--([\w-]+)(?:, var\(--tint\))?\)", block)
    assert len(changed) == block.count(";")
    return {**by_day, **{name: by_day[other] for name, other in changed}}


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    pairs = [c * 2 for c in digits] if len(digits) == 3 else re.findall("..", digits)
    shares = [int(pair, 16) / 255 for pair in pairs]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


# ---- Tokens --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*RULES, *OWN_RULES])
def test_no_colour_is_written_outside_the_tokens(name: str) -> None:
    values = [re.sub(r"var\([^)]*\)", "", value) for _, value in declarations(name)]
    assert [value for value in values if LITERAL_COLOUR.search(value)] == []


@pytest.mark.parametrize("name", [*RULES, *OWN_RULES])
def test_no_face_is_named_outside_the_tokens(name: str) -> None:
    values = [re.sub(r"var\([^)]*\)", "", value) for _, value in declarations(name)]
    assert [value for value in values if FACE.search(value)] == []


@pytest.mark.parametrize("name", [*RULES, *OWN_RULES])
def test_every_token_that_is_used_is_defined(name: str) -> None:
    ours = [SCREEN] if name.endswith(f"/{SCREEN}") else []  # it comes after ours
    sheets = (name, *ours, "parts.css")  # which tints the parties
    own = {n[2:] for sheet in sheets for n, _ in declarations(sheet) if n.startswith("--")}
    defined = {*tokens(), *own}
    used = set(re.findall(r"var\(--([\w-]+)", css(name)))
    assert used - defined == set()


@pytest.mark.parametrize("name", SHEETS)
def test_a_token_is_defined_once(name: str) -> None:
    names = [token for token, _ in declarations(name)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", SHEETS)
def test_the_tokens_hold_no_rule(name: str) -> None:
    """They are read by print and screen alike: values, and nothing that draws."""
    assert re.findall(r"[^{}]*\{", css(name).strip()) == [":root {"]
    assert all(token.startswith("--") for token, _ in declarations(name))


def test_no_colour_is_a_measure_of_the_house() -> None:
    values = [re.sub(r"var\([^)]*\)", "", value) for _, value in declarations("tokens.css")]
    assert [value for value in values if LITERAL_COLOUR.search(value)] == []


def test_a_picture_of_a_style_sheet_takes_the_colours_of_the_theme() -> None:
    texts = [(styles_folder() / name).read_text("utf-8") for name in (*RULES, *OWN_RULES)]
    pictures = re.findall(r"url\([^)]*?svg.*?\"\)", "\n".join(texts))
    assert pictures
    assert [picture for picture in pictures if re.search(r"%23[0-9a-fA-F]{3}", picture)] == []


@pytest.mark.parametrize("name", [*SHEETS, *RULES, *OWN_RULES])
def test_a_style_sheet_asks_for_nothing(name: str) -> None:
    text = (styles_folder() / name).read_text("utf-8")
    urls = re.findall(r"url\(\s*[\"']?([^\"')]{0,40})", text)
    assert [url for url in urls if not url.startswith("data:")] == []
    assert "@import" not in text


def test_a_literal_is_seen() -> None:
    for value in ("#fff", "1pt solid #16213A", "rgb(0 0 0)", "RGBA(0,0,0,.5)", "white"):
        assert LITERAL_COLOUR.search(value)
    for value in ("transparent", "currentColor", "0.6pt solid", "none", "'blueprint'"):
        assert not LITERAL_COLOUR.search(value)


# ---- Contrast ------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
@pytest.mark.parametrize("time", ["day", "night"])
@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(text: str, ground: str, time: str, theme: str) -> None:
    """A theme of another's may keep to AA for what isn't running text; ours don't."""
    palette = tokens(theme) if time == "day" else night(theme)
    assert contrast(palette[text], palette[ground]) >= AAA


def test_no_two_sheets_of_print_are_alike_and_each_is_read() -> None:
    found = {path.name for path in (styles_folder() / "print").glob("*.css")}
    assert {name.rpartition("/")[2] for name in PRINT} == found


@pytest.mark.parametrize("theme", THEMES)
def test_night_changes_every_colour(theme: str) -> None:
    colours = {name for name, value in tokens(theme).items() if value.startswith("#")}
    by_day = {name for name in colours if not name.startswith("night-")}
    assert {f"night-{name}" for name in by_day} == colours - by_day
    assert colours == {*PALETTE, *PARTIES}
    assert all(night(theme)[name] == tokens(theme)[f"night-{name}"] for name in by_day)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000", "#fff", 21.0), ("#fff", "#ffffff", 1.0), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_the_standard(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("name", ["print/page.css", "screen.css"])
def test_oldstyle_figures_are_proportional(name: str) -> None:
    """EB Garamond's are tabular by default, which parts those of a year."""
    values = [value for key, value in declarations(name) if key == "font-variant-numeric"]
    assert any("oldstyle-nums" in value for value in values)
    assert all("proportional-nums" in value for value in values if "oldstyle-nums" in value)


def test_what_runs_along_the_page_has_lining_figures() -> None:
    (page,) = re.findall(r"@page \{(.*?)\n\}", css("print/page.css"), re.DOTALL)
    boxes = re.findall(r"@(?:top|bottom)-\w+ \{(.*?)\}", page, re.DOTALL)
    figures = [box for box in boxes if "draft" not in box]
    assert len(figures) == 4
    assert all("font-variant-numeric: lining-nums" in box for box in figures)


def test_both_calls_of_a_note_have_the_same_gap() -> None:
    gaps = re.findall(
        r"(?:footnote-call|sup\.call) \{[^}]*padding-left: ([\d.]+pt)",
        "".join(map(css, PRINT)),
    )
    assert len(gaps) == 2
    assert len(set(gaps)) == 1
