"""Styles put into elements."""

from __future__ import annotations

import sys

import pytest

from briefing.errors import MachineError
from briefing.outputs.inlining import fragment, inlined, unmarked

PAGE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Été</title>
<style>p { color: #123456 } @media (max-width: 480px) { p { color: red !important } }</style>
</head>
<body>
<div id="accroche">Aperçu</div>
<!-- contenu -->
<p>Été : <a href="https://exemple.fr/?a=1&amp;b=2">là</a></p>
<!-- fin -->
</body>
</html>
"""


def test_rules_go_into_elements_and_queries_stay() -> None:
    made = inlined(PAGE)
    assert '<p style="color:#123456">' in made
    assert "@media (max-width: 480px)" in made
    assert made.count("<style>") == 1
    assert 'href="https://exemple.fr/?a=1&amp;b=2"' in made


def test_the_character_set_stays_first() -> None:
    made = inlined(PAGE)
    assert made.index('<meta charset="utf-8">') < made.index("<style>")
    assert len(made.partition("charset")[0].encode()) < 1024


def test_nothing_is_loaded() -> None:
    page = PAGE.replace("<style>", '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><style>')
    assert '<p style="color:#123456">' in inlined(page)


def test_the_fragment_is_the_content_alone() -> None:
    made = fragment(inlined(PAGE))
    assert made.startswith('<p style="color:#123456">Été')
    assert "Aperçu" not in made
    assert "<style" not in made
    assert fragment("<html><body class='a'>\n<p>Un</p>\n</body></html>") == "<p>Un</p>\n"
    assert fragment("<p>Un</p>") == "<p>Un</p>"


def test_the_marks_of_the_content_go() -> None:
    assert "<!--" not in unmarked(PAGE)


def test_without_the_library_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "css_inline", None)
    with pytest.raises(MachineError, match="newsletter") as caught:
        inlined(PAGE)
    assert "pip install 'briefing[newsletter]'" in str(caught.value.hint)
