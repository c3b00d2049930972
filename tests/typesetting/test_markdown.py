"""Markdown: its text is set, its marks stay byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.typesetting import Typesetter
from briefing.typesetting.markdown import typeset_markdown

VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})
FRENCH = Typesetter()


def done(source: str) -> str:
    return typeset_markdown(source, FRENCH)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('# Un "titre" ?', "# Un «␣titre␣»␣?"),
        ('Un "titre" ?\n============', "Un «␣titre␣»␣?\n============"),
        ("Selon « *Le Monde* », l'*axe*", "Selon «␣*Le Monde*␣», l’*axe*"),
        ("**Oui** ? __Non__ !", "**Oui**␣? __Non__␣!"),
        ("un *deal*?", "un *deal*␣?"),
        ("2 * 3 et snake_case_name ?", "2 * 3 et snake_case_name␣?"),
        ("[l'axe ?](https://x.fr/l'a?b;c) ?", "[l’axe␣?](https://x.fr/l'a?b;c)␣?"),
        ('[a](x "titre ?") ; [b](<y z?>) ?', '[a](x "titre ?")␣; [b](<y z?>)␣?'),
        ('[a](x_(y)) ; ![l\'"i"](i.png) ?', "[a](x_(y))␣; ![l’«␣i␣»](i.png)␣?"),
        ("[l'axe][l'a ?] ; [l'axe]", "[l’axe][l'a ?]␣; [l’axe]"),
        ("un mot[@a#b; c#d] ; deux[^l'a] ?", "un mot[@a#b; c#d]␣; deux[^l'a]␣?"),
        ("`a ? \"b\"` ; ``c ` 'd'`` ?", "`a ? \"b\"`␣; ``c ` 'd'``␣?"),
        ("<https://x.fr/l'a?b;c> ?", "<https://x.fr/l'a?b;c>␣?"),
        ('<span lang="en">"Yes"?</span> "oui" ?', '<span lang="en">"Yes"?</span> «␣oui␣»␣?'),
        ('<kbd>"a"</kbd> ? <b title="x ?">y ?</b>', '<kbd>"a"</kbd>␣? <b title="x ?">y␣?</b>'),
        ('- un ;\n- "deux" :\n  suite ?', "- un␣;\n- «␣deux␣»⍽:\n  suite␣?"),
        ("1. un ;\n2) deux ?", "1. un␣;\n2) deux␣?"),
        ("> Oui ?\n> Non !", "> Oui␣?\n> Non␣!"),
        ("> - Oui ?\nparesse ?", "> - Oui␣?\nparesse␣?"),
        ("Deux espaces ?  \nà la fin ;\\\nici ?", "Deux espaces␣?  \nà la fin␣;\\\nici␣?"),
        ("    code ?\n\ntexte ?", "    code ?\n\ntexte␣?"),
        ('```\na ? "b"\n```\n\n~~~ x ?\nc...\n~~~', '```\na ? "b"\n```\n\n~~~ x ?\nc...\n~~~'),
        ('<div>\n"a" ?\n</div>\n\n"b" ?', '<div>\n"a" ?\n</div>\n\n«␣b␣»␣?'),
        ("[r]: https://x.fr 'l ?'\n\na ?", "[r]: https://x.fr 'l ?'\n\na␣?"),
        ("---\ntitre: a ?\n---\n\na ?", "---\ntitre: a ?\n---\n\na␣?"),
        ('+++\ntitre = "a ?"\n+++\na ?', '+++\ntitre = "a ?"\n+++\na␣?'),
        ("a ?\n\n---\n\nb ?", "a␣?\n\n---\n\nb␣?"),
        ('a \\* b \\"c\\" ?', 'a \\* b \\"c\\"␣?'),
        ("~~l'axe~~ ?", "~~l’axe~~␣?"),
        (
            '| a ? | "b" |\n|:---|---:|\n| 50% | \\| c ? |\n| — | x',
            "| a␣? | «␣b␣» |\n|:---|---:|\n| 50⍽% | \\| c␣? |\n| — | x",
        ),
        ("\ttabulé ?\n\n-\tun ?", "\ttabulé ?\n\n-\tun␣?"),
        ("> un\n>\tdeux ?", "> un\n>\tdeux␣?"),
        ("", ""),
        ("- type : rapport\n- date : 2025", "- type⍽: rapport\n- date⍽: 2025"),
    ],
)
def test_text_is_set_and_marks_stay(source: str, seen: str) -> None:
    assert done(source).translate(VISIBLE) == seen
    assert done(done(source)) == done(source)


PIECES = st.sampled_from(
    [
        *"a'\"*_`[]()<>|#-!?:;\\ \n~.1",
        *("l'", "« ", " »", "\n\n", "- ", "> ", "    ", "```\n", "](x)", "**", "<em>", "</em>", "..."),
        *("| a | b |\n|---|---|\n", "12 000", " – ", "<!-- ", " -->", "[@a]", "\t", "etc"),
    ]
)  # fmt: skip
SOURCES = st.lists(PIECES, max_size=20).map("".join)
SET = re.compile(r"[\s\u2060\u00a0\u202f\"“”«»'’\-–—.…]+")


@pytest.mark.slow
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SOURCES)
def test_nothing_but_type_changes(source: str) -> None:
    once = done(source)
    assert once.count("\n") == source.count("\n")
    assert SET.sub("", once) == SET.sub("", source)


@pytest.mark.slow
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SOURCES)
def test_twice_is_once(source: str) -> None:
    once = done(source)
    assert done(once) == once
