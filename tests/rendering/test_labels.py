"""Every word of a template is a label that can be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from briefing.resources import templates_folder

TEMPLATES = sorted(templates_folder().rglob("*.j2"))
ATTRIBUTE = re.compile(r"\b(?:title|aria-label|alt|placeholder|summary)=\"([^\"]*)\"")
WORD = re.compile(r"[^\W\d_]{2,}")
NO_LANGUAGE = {"ISBN", "ISSN", "Ifri", "TLP"}
VALUED = re.compile(r"\A[a-z ]*\Z")
"""What an expression may give as it stands: a class, a role."""


def environment() -> Environment:
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def bare_words(source: str) -> list[str]:
    """Return the words of a template that no call of gettext holds."""
    found = [*texts(source), *outputs(source)]
    return [word for text in found for word in WORD.findall(text) if word not in NO_LANGUAGE]


def texts(source: str) -> Iterator[str]:
    """Yield what stands between tags, and in the attributes that are read."""
    tokens = environment().lex(source)
    html = "".join(value for _, kind, value in tokens if kind == "data")
    html = re.sub(r"(?s)<style>.*?</style>", "", html)
    yield from ATTRIBUTE.findall(html)
    yield re.sub(r"&\w+;|<[^>]*>", " ", html)


def outputs(source: str) -> Iterator[str]:
    """Yield the texts that an expression prints as they are written in it."""
    tree = environment().parse(source)
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            yield from (text for text in printed(node) if not VALUED.match(text))


def printed(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from printed(node.expr1)
        if node.expr2 is not None:
            yield from printed(node.expr2)
    elif isinstance(node, nodes.Concat):
        for part in node.nodes:
            yield from printed(part)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from printed(node.node)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_word_that_is_no_label(path: Path) -> None:
    assert bare_words(path.read_text("utf-8")) == []


def test_there_are_templates() -> None:
    assert {"base.html.j2", "labels.html.j2", "notes.html.j2"} <= {path.name for path in TEMPLATES}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Sources : {{ n }}</p>", ["Sources"]),
        ('<p aria-label="Retour">{{ _("Notes") }}</p>', ["Retour"]),
        ('{{ "Ibid." if first else _("ibid.") }}', ["Ibid"]),
        ('{{ ("Voir " ~ name) | typo }}', ["Voir"]),
        ("{% if a %}<b>vide</b>{% endif %}", ["vide"]),
        ('<a class="ref">{{ _("Notes") }}</a>&nbsp;{# un mot #}', []),
        ('{{ {"directe": _("parole directe")}[value] }}', []),
        ('<b class="x{{ " single" if one }}">{{ a }}</b>', []),
        ("<style>p { color: red }</style>", []),
    ],
)
def test_a_bare_word_is_seen(source: str, words: list[str]) -> None:
    assert bare_words(source) == words
