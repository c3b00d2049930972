"""A theme from its files: what it is, and all that is wrong with it."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.files import RawFile
from briefing.theming import read_theme
from tests.support import shown
from tests.theming.themes import PALETTE, raw_theme, tokens_css

KNOWN = frozenset({"title", "serif"})


def test_a_theme_is_read() -> None:
    about = 'nom = "Maison"\ndescription = "Sobre."\ndescription-en = "Sober."\n'
    raw = raw_theme(tokens=tokens_css(title="30pt"), about=about, print="p { color: red }")
    theme, findings = read_theme(raw, KNOWN)
    assert findings == []
    assert (theme.name, theme.title) == ("maison", "Maison")
    assert theme.descriptions == {"fr": "Sobre.", "en": "Sober."}
    assert theme.rules == {"print": "p { color: red }"}
    assert {name: token.value for name, token in theme.tokens.items()} == {
        **PALETTE,
        "title": "30pt",
    }


def test_tokens_are_enough() -> None:
    theme, findings = read_theme(raw_theme(), KNOWN)
    assert findings == []
    assert (theme.title, theme.descriptions, theme.rules) == ("maison", {}, {})


def test_without_tokens_it_is_no_theme() -> None:
    _, findings = read_theme(replace(raw_theme(), tokens=None), KNOWN)
    (line,) = shown(findings)
    assert line.startswith("maison:0 BR362 there is no tokens.css in this folder")


def test_every_fault_of_every_file_is_told() -> None:
    raw = raw_theme(
        tokens=tokens_css(ink=None, grey="#ccc", titel="9pt"),
        about='nom = 3\ncouleur = "bleu"',
        print="@import 'a';",
        screen="p { background: url(a) }",
    )
    _, findings = read_theme(raw, KNOWN)
    places = [(found.path.removeprefix("maison/"), found.code) for found in findings]
    assert places == sorted(places, key=lambda place: place[0])
    assert set(places) == {
        ("print.css", "BR364"),
        ("screen.css", "BR364"),
        ("theme.toml", "BR201"),
        ("theme.toml", "BR301"),
        ("tokens.css", "BR361"),
        ("tokens.css", "BR362"),
        ("tokens.css", "BR363"),
    }


def test_a_token_that_loads_is_refused() -> None:
    _, findings = read_theme(raw_theme(tokens=tokens_css(title="url(a.png)")), KNOWN)
    assert [found.code for found in findings] == ["BR364"]


def test_a_file_that_is_no_text_is_told() -> None:
    binary = RawFile("maison/tokens.css", "tokens.css", b"\xff\xfe\0")
    theme, findings = read_theme(replace(raw_theme(about="="), tokens=binary), KNOWN)
    assert [found.code for found in findings] == ["BR303", "BR102"]
    assert theme.tokens == {}
