"""The analyst's prose: marks, citations, blocks; nothing written is lost or run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import Paragraph, RichText, Span, plain
from briefing.reading.prose import (
    citations,
    parse_blocks,
    parse_inline,
    parse_located_blocks,
    parse_quotation,
)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("Un énoncé.", (Span("Un énoncé."),)),
        ("*de facto*", (Span("de facto", emphasis=True),)),
        ("_de facto_", (Span("de facto", emphasis=True),)),
        ("**net**", (Span("net", strong=True),)),
        ("***x***", (Span("x", emphasis=True, strong=True),)),
        ("l’*iter*.", (Span("l’"), Span("iter", emphasis=True), Span("."))),
        (
            "**gras *et* fin**",
            (
                Span("gras ", strong=True),
                Span("et", emphasis=True, strong=True),
                Span(" fin", strong=True),
            ),
        ),
        ("[Ifri](https://ifri.org)", (Span("Ifri", link="https://ifri.org"),)),
        ("[*Ifri*](https://ifri.org)", (Span("Ifri", emphasis=True, link="https://ifri.org"),)),
        ("`2 * 3`", (Span("2 * 3"),)),
        ("snake_case", (Span("snake_case"),)),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        (r"\*étoile\*", (Span("*étoile*"),)),
        ("~~barré~~", (Span("~~barré~~"),)),
        ("AT&amp;T &eacute;", (Span("AT&T é"),)),
        ("![une image](a.png)", (Span("!"), Span("une image", link="a.png"))),
        ("a\nb", (Span("a b"),)),
        ("a&#10;b", (Span("a b"),)),
    ],
)
def test_inline_marks(text: str, spans: RichText) -> None:
    assert parse_inline(text) == spans


@pytest.mark.parametrize(
    "text", ["*a *b* c*", "_a *b* c_", "*a _b_ c*"], ids=["stars", "mixed", "mixed-again"]
)
def test_emphasis_within_emphasis_stays_emphasis_to_its_end(text: str) -> None:
    assert parse_inline(text) == (Span("a b c", emphasis=True),)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>gras</b>",
        "<img src=x onerror=alert(1)>",
        "<!-- rien -->",
        "a <br> b",
        "&lt;b&gt;",
    ],
)
def test_raw_html_is_text(text: str) -> None:
    (span,) = parse_inline(text)
    assert span.text == text.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "vbscript:x", "file:///etc/passwd"])
def test_a_link_that_runs_or_opens_something_is_text(link: str) -> None:
    assert parse_inline(f"[ici]({link})") == (Span(f"[ici]({link})"),)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("[@minic-2025#objectifs]", ("minic-2025#objectifs",)),
        ("dit-il[@a#b].", ("a#b",)),
        ("[@a#b; @c#d]", ("a#b", "c#d")),
        ("[@a#b, @c#d]", ("a#b", "c#d")),
        ("[@a#b;@c#d;]", ("a#b", "c#d")),
        ("*en italique [@a#b] encore*", ("a#b",)),
        ("un [@a#b] puis [@c#d]", ("a#b", "c#d")),
        ("[@a#b](https://exemple.org)", ("a#b",)),
        ("[voir [@a#b]](https://exemple.org)", ("a#b",)),
        (r"\[@a#b]", ()),
        ("`[@a#b]`", ()),
        ("[a#b]", ()),
        ("moi@exemple.org", ()),
        ("[@]", ()),
        ("[@ ; ]", ()),
    ],
)
def test_citations(text: str, ids: tuple[str, ...]) -> None:
    assert citations(parse_inline(text)) == ids


@pytest.mark.parametrize("text", ["[@]", "[@ ; ]", "[@@]"])
def test_a_citation_of_nothing_stays_visible(text: str) -> None:
    assert plain(parse_inline(text)) == text


def test_a_citation_splits_the_prose_around_it() -> None:
    assert parse_inline("Il cède[@a#b] tout.") == (
        Span("Il cède"),
        Span("", citations=("a#b",)),
        Span(" tout."),
    )


CHAPEAU = """\
Un premier *paragraphe*
sur deux lignes[@a#b].

## Un intertitre

- un point ;
- un autre.

> Une citation en retrait.

<div>du HTML</div>
"""


def test_blocks_have_a_role_and_a_line() -> None:
    found = [(plain(p.spans), p.role, line) for p, line in parse_located_blocks(CHAPEAU)]
    assert found == [
        ("Un premier paragraphe sur deux lignes.", "text", 1),
        ("Un intertitre", "heading", 4),
        ("un point ;", "item", 6),
        ("un autre.", "item", 7),
        ("Une citation en retrait.", "text", 9),
        ("<div>du HTML</div>", "text", 11),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "---"])
def test_blocks_of_nothing(text: str) -> None:
    assert parse_blocks(text) == ()


@pytest.mark.parametrize("text", ["```\ndu code\n```", "    du code"])
def test_code_is_a_paragraph(text: str) -> None:
    assert parse_blocks(text) == (Paragraph((Span("du code"),)),)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_prose_is_read(text: str) -> None:
    parse_blocks(text)
    for span in parse_inline(text):
        assert "\n" not in span.text
        assert span.text or span.citations


@given(st.text(alphabet="abé ’«»,.;:%-–", max_size=40))
def test_prose_without_marks_is_itself(text: str) -> None:
    assert plain(parse_inline(text)) == text


# ---- Quotations ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        (
            "*de facto*, **net**",
            (Span("de facto", emphasis=True), Span(", "), Span("net", strong=True)),
        ),
        ("_deal_", (Span("deal", emphasis=True),)),
        (r"5 \* 3", (Span("5 * 3"),)),
        ("deux\nlignes", (Span("deux lignes"),)),
        ("*[mot](https://x.fr)*", (Span("[mot](https://x.fr)", emphasis=True),)),
    ],
)
def test_a_quotation_has_emphasis(text: str, spans: RichText) -> None:
    assert parse_quotation(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "[mot](https://x.fr)",
        "![mot](x.png)",
        "<https://x.fr>",
        "<b>mot</b>",
        "mot[^1]",
        "[@a#b]",
        "~~mot~~",
        "`mot`",
        "R&amp;D, &#x202E;",
        "snake_case, 5 * 3",
    ],
)
def test_any_other_mark_of_a_quotation_is_text(text: str) -> None:
    assert parse_quotation(f"un {text} dit") == (Span(f"un {text} dit"),)
    assert plain(parse_quotation(f"un {text} *dit*")) == f"un {text} dit"
