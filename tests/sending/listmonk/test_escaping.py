"""Nothing that a briefing quotes is run by listmonk's templates, and all of it is still read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sending.listmonk.escaping import escape_html, escape_text

MARKS = st.lists(
    st.sampled_from(
        ["{", "{{", "}}", " .Subscriber.Email ", "é🚆", '"', "\\", "@TrackLink", "https://a"]
    )
).map("".join)
ACTION = re.compile(r'\{\{ (?:Safe )?("(?:[^"\\\n]|\\.)*") \}\}')


def run(template: str) -> str:
    """Return what Go makes of a template whose actions are strings alone; others fail."""
    plain = ACTION.sub("", template)
    assert "{{" not in plain
    assert "@TrackLink" not in plain
    return ACTION.sub(lambda action: unquoted(action[1]), template)


def unquoted(string: str) -> str:
    """Read an interpreted string of Go; one with a surrogate escape is none."""
    assert not re.search(r"\\u[dD][89a-fA-F]", string)
    import json

    text = json.loads(string)
    assert isinstance(text, str)
    return text


class Reader(HTMLParser):
    """Collects the texts and the values of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for _name, value in attrs]


def texts(html: str) -> str:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.texts)


@given(MARKS)
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    assert run(escape_text(text)) == text


@given(MARKS)
def test_a_page_reads_as_it_did(text: str) -> None:
    quoted = text.replace('"', "&quot;")
    html = f'<p title="{quoted}">{text}</p>'
    assert texts(run(escape_html(html))) == texts(html)


@pytest.mark.parametrize(
    ("html", "escaped"),
    [
        ("<p>{{ .Subscriber.Email }}</p>", "<p>&#123;&#123; .Subscriber.Email }}</p>"),
        ("a {{{ b", "a &#123;&#123;&#123; b"),
        ("a { b } {% c %} ${d}", "a { b } {% c %} ${d}"),
        ("<style>@media(a){{b{c:d}}}</style>", "<style>@media(a){ {b{c:d}}}</style>"),
        ('<a href="https://a.fr@TrackLink">', '<a href="https://a.fr&#64;TrackLink">'),
        ("<!-- rien {{ x }} -->", ""),
        (
            '<!--[if mso]><b c="{{">\n<![endif]-->',
            '{{ Safe "<!--[if mso]><b c=\\"{{\\">\\n<![endif]-->" }}',
        ),
        (
            "<!--[if !mso]><!-->é{{<!--<![endif]-->",
            '{{ Safe "<!--[if !mso]><!-->" }}é&#123;&#123;{{ Safe "<!--<![endif]-->" }}',
        ),
        ("{<!-- rien -->{ x }}", "&#123;{ x }}"),
        ("@Track<!-- rien -->Link", "&#64;TrackLink"),
        ("a {<!--[if mso]>b<![endif]-->", 'a &#123;{{ Safe "<!--[if mso]>b<![endif]-->" }}'),
        (
            "<!--[if mso]>https://a@TrackLink<![endif]-->",
            '{{ Safe "<!--[if mso]>https://a\\u0040TrackLink<![endif]-->" }}',
        ),
        ("<!--[if mso]>🚆<![endif]-->", '{{ Safe "<!--[if mso]>🚆<![endif]-->" }}'),
    ],
)
def test_html(html: str, escaped: str) -> None:
    assert escape_html(html) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("{{ .Subscriber.Email }}", '{{ "{{" }} .Subscriber.Email }}'),
        ("{{{{", '{{ "{{{{" }}'),
        ("{ % }", "{ % }"),
        ("https://a.fr@TrackLink", 'https://a.fr@{{ "TrackLink" }}'),
    ],
)
def test_text(text: str, escaped: str) -> None:
    assert escape_text(text) == escaped
