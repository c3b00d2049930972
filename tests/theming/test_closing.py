"""Style sheets load nothing, and stay inside their `style`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.theming.closing import closing_findings, contained
from tests.support import shown


@pytest.mark.parametrize(
    "css",
    [
        "p { background: url(https://exemple.fr/a.png) }",
        "p { background: url('a.png') }",
        'p { background: URL( "//exemple.fr/a.png" ) }',
        r"p { background: \75 rl(a.png) }",
        r"p { background: u\72l('a.png') }",
        "p { background: url() }",
        "p { background: url(file:///etc/passwd) }",
        "p { background: image-set('a.png' 1x) }",
        "p { background: -webkit-image-set('a.png' 1x) }",
        "p { background: image('a.png') }",
        "@font-face { src: src('a.woff2') }",
        "@import 'a.css';",
        "@IMPORT url(data:text/css,p{});",
        r"@\69mport 'a.css';",
        "@media print { @supports (x: y) { p { background: url(a) } } }",
        "p { --x: [ ( url(a) ) ] }",
        "/* </style> */",
        "p::before { content: '</STYLE >' }",
    ],
)
def test_what_reaches_outside_is_refused_at_its_line(css: str) -> None:
    findings = closing_findings(f"\n\n{css}", "t/print.css")
    assert findings
    assert {(found.code, found.path, found.line) for found in findings} == {
        ("BR364", "t/print.css", 3)
    }


@pytest.mark.parametrize(
    "css",
    [
        "p { background: url(data:image/png;base64,AAAA) }",
        'p { background: url("data:image/svg+xml,%3Csvg/%3E") }',
        "p { fill: url(#hatch) }",
        "/* url(a.png) @import */ p { content: 'url(a.png)' }",
        "p { color: red }",
        "",
    ],
)
def test_what_stays_inside_is_let_be(css: str) -> None:
    assert closing_findings(css, "t") == []


def test_what_is_no_css_is_told() -> None:
    for css in ("p { content: 'a\nb' }", "p { background: url(var(--x)) }", "p }"):
        assert {found.code for found in closing_findings(css, "t")} == {"BR361"}


def test_the_address_is_shown() -> None:
    (line,) = shown(closing_findings("p { background: url(A.png) }", "t"))
    assert "the style sheet asks for “a.png”" in line


@given(st.lists(st.sampled_from(["<", "/", "style", "STYLE", ">", "p{}", "\\"])).map("".join))
def test_nothing_ends_the_style_it_stands_in(css: str) -> None:
    assert "</style" not in contained(css).casefold()
    if "</style" not in css.casefold():
        assert contained(css) == css


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert {found.code for found in closing_findings(text, "t")} <= {"BR361", "BR364"}


def test_deep_nesting_is_read_or_told() -> None:
    closing_findings("(" * 5000, "t")
