"""A citation style is checked before anything runs it."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.citation_style import CitationStyle
from briefing.model.files import RawFile
from briefing.reading.citation_style import MAX_BYTES, read_style
from briefing.reading.dossier import Reading, read_raw_dossier
from tests.support import CONFIG, raw_dossier

NAMED = f'style-bibliographique = "maison.csl"\n{CONFIG}'
CSL = 'xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"'
LAYOUT = "<bibliography><layout>{}</layout></bibliography>"


def style(inside: str = LAYOUT) -> str:
    return f"<style {CSL}><info><title>t</title></info>{inside}</style>"


def reason(text: str) -> str:
    made, (finding,) = read_style(text, "maison.csl", "maison.csl")
    assert made is None
    assert (finding.code, finding.path) == ("BR346", "maison.csl")
    assert finding.hint is not None
    return str(finding.message)


@pytest.mark.parametrize("name", ["author-date", "numbered", "note"])
def test_a_style_that_is_fit_is_kept_whole(name: str) -> None:
    path = Path(__file__).parent.parent / "citing" / "data" / f"{name}.csl"
    text = path.read_text("utf-8")
    made, findings = read_style(text, str(path), path.name)
    assert findings == []
    assert made == CitationStyle(path.name, text[text.index("?>") + 2 :])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "the style isn't XML: a tag isn't closed"),
        ("<style", "the style isn't XML: a tag isn't closed"),
        ("<style>&nbsp;</style>", "the style isn't XML: undefined entity"),
        ("{}", "the style isn't XML: a sign is misplaced"),
        ("<html/>", "the file isn't a style in CSL 1.0"),
        (f"<locale {CSL}/>", "the file isn't a style in CSL 1.0"),
        ("<style><bibliography/></style>", "the file isn't a style in CSL 1.0"),
        (style("<citation><layout/></citation>"), "the style has no “bibliography”"),
        (style("<bibliography/>"), "the style has no “bibliography”"),
        (
            (
                f"<style {CSL}><info><link rel='independent-parent' "
                "href='http://www.zotero.org/styles/apa'/></info></style>"
            ),
            "the style only names its parent “apa”",
        ),
        (style(LAYOUT.format("<text macro='a'/>")), "the style has no macro “a”"),
        (
            style("<macro name='a'><text macro='a'/></macro>" + LAYOUT.format("<text macro='a'/>")),
            "the macro “a” calls itself",
        ),
        (
            style(
                "<macro name='a'><text macro='b'/></macro><macro name='b'><text macro='a'/></macro>"
                + LAYOUT.format("")
            ),
            "calls itself",
        ),
    ],
)
def test_a_style_that_is_unfit_says_why(text: str, expected: str) -> None:
    assert expected in reason(text)


def test_the_line_of_what_is_no_xml_is_told() -> None:
    _, (finding,) = read_style(f"<style {CSL}>\n<info>\n</style>", "a.csl", "a.csl")
    assert finding.line == 3


DECLARATIONS = {
    "a file": '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "the network": '<!DOCTYPE style SYSTEM "http://exemple.invalid/x.dtd">',
    "a parameter": '<!DOCTYPE style [<!ENTITY % x SYSTEM "http://exemple.invalid/x"> %x;]>',
    "laughs": '<!DOCTYPE style [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]>',
    "lower case": "<!doctype style>",
}


@pytest.mark.parametrize("declared", DECLARATIONS)
def test_nothing_is_declared_in_a_style(declared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    text = DECLARATIONS[declared] + style(LAYOUT.format("<text value='&c;'/>"))
    assert reason(text) == "a style has no DOCTYPE, and this one does"


def test_macros_that_unfold_to_billions_are_refused() -> None:
    calls = "<text macro='m{}'/>" * 10
    macros = [f"<macro name='m{n}'>{calls.format(*[n + 1] * 10)}</macro>" for n in range(12)]
    text = style("".join(macros) + "<macro name='m12'/>" + LAYOUT.format("<text macro='m0'/>"))
    assert reason(text) == "the macros of the style unfold without end"


def test_a_second_macro_of_one_name_hides_nothing() -> None:
    """Which of the two is run is the library's own choice: the first may unfold without end."""
    calls = "<text macro='m{}'/>" * 10
    macros = [
        f"<macro name='m{n}'>{calls.format(*[n + 1] * 10)}</macro><macro name='m{n}'/>"
        for n in range(12)
    ]
    text = style("".join(macros) + "<macro name='m12'/>" + LAYOUT.format("<text macro='m0'/>"))
    assert reason(text) == "the style has two macros “m0”"


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("<bogus/>", "bogus"),
        ("<x xmlns='urn:x'/>", "{urn:x}x"),
        ("<group><script xmlns='http://www.w3.org/1999/xhtml'/></group>", "script"),
        (f"<{'a' * 5000}/>", "a" * 80),
    ],
    ids=["unknown", "of another namespace", "of HTML", "of a long name"],
)
def test_an_element_that_no_style_has_is_told(inside: str, name: str) -> None:
    said = reason(style(LAYOUT.format(inside)))
    assert said.startswith("CSL has no element “")
    assert said.endswith(f"{name}”")


def test_what_tells_of_the_style_itself_may_have_elements_of_others() -> None:
    text = style(LAYOUT.format("")).replace("<title>", "<x xmlns='urn:x'/><title>")
    assert read_style(text, "a.csl", "a.csl")[1] == []


@pytest.mark.parametrize(("count", "fit"), [(150, True), (250, False), (20_000, False)])
def test_nesting_has_an_end(count: int, fit: bool) -> None:
    text = style(LAYOUT.format("<group>" * count + "</group>" * count))
    if fit:
        assert read_style(text, "a.csl", "a.csl")[1] == []
    else:
        assert reason(text) == "the style nests more than 200 elements"


def test_an_instruction_to_another_program_is_left_out() -> None:
    made, findings = read_style(style(LAYOUT.format("<?php echo 1 ?>")), "a.csl", "a.csl")
    assert findings == []
    assert made is not None
    assert "<?" not in made.xml


def test_a_long_chain_of_macros_is_read() -> None:
    macros = [f"<macro name='m{n}'><text macro='m{n + 1}'/></macro>" for n in range(3000)]
    text = style("".join(macros) + "<macro name='m3000'/>" + LAYOUT.format("<text macro='m0'/>"))
    assert read_style(text, "a.csl", "a.csl")[1] == []


def test_a_deep_style_is_read_or_refused() -> None:
    read_style(style(LAYOUT.format("<group>" * 5000 + "</group>" * 5000)), "a.csl", "a.csl")


@given(st.text() | st.text("<>/!&;'\"= stylexmln?[]ABC").map(style))
def test_no_text_crashes_the_reader(text: str) -> None:
    made, findings = read_style(text, "a.csl", "a.csl")
    assert (made is None) == bool(findings)


# ---- In a dossier --------------------------------------------------------------------------


def reading(data: bytes | None) -> Reading:
    raw = raw_dossier(config=NAMED)
    file = None if data is None else RawFile("maison.csl", "maison.csl", data)
    return read_raw_dossier(replace(raw, style=file))


def test_the_style_goes_with_the_dossier() -> None:
    held = reading(style().encode())
    assert held.dossier is not None
    assert held.dossier.citation_style == CitationStyle("maison.csl", style())


def test_a_dossier_without_a_style_has_none() -> None:
    held = read_raw_dossier(raw_dossier())
    assert held.dossier is not None
    assert held.dossier.citation_style is None


def test_a_missing_style_is_told_at_its_line() -> None:
    held = reading(None)
    (finding,) = [found for found in held.findings if found.code == "BR345"]
    assert finding.line == 1
    assert "maison.csl" in str(finding.message)
    assert held.dossier is not None
    assert held.dossier.citation_style is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe<", "BR102"),
        (b"<style>\xe9</style>", "BR102"),
        (b"<sty\0le/>", "BR103"),
        (b" " * (MAX_BYTES + 1), "BR101"),
        (b"<html/>", "BR346"),
    ],
)
def test_a_style_that_is_no_text_is_told(data: bytes, code: str) -> None:
    held = reading(data)
    assert code in {finding.code for finding in held.findings}
    assert held.dossier is not None
    assert held.dossier.citation_style is None
