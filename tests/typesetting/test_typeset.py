"""The functions themselves: locales, spans, superiors, and what stays lazy."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from markupsafe import Markup

from briefing.typesetting import superiors, typeset, typeset_spans
from briefing.typesetting.tape import Tape


def test_a_text_that_is_not_french_is_left_alone() -> None:
    assert typeset('"Really?" he said...', "en-GB") == '"Really?" he said...'
    assert typeset('<p>"Really?"</p>', "en", markup=True) == '<p>"Really?"</p>'


@pytest.mark.parametrize(
    ("locale", "seen"),
    [
        ("fr", "«\u202foui\u202f»\u202f; non\u00a0: si"),
        ("fr-FR", "«\u202foui\u202f»\u202f; non\u00a0: si"),
        ("fr_BE", "«\u202foui\u202f»\u202f; non\u00a0: si"),
        ("fr-CH", "«\u202foui\u202f»\u202f; non\u202f: si"),
        ("fr-CA", "«\u00a0oui\u00a0»; non\u00a0: si"),
    ],
)
def test_each_country_has_its_spaces(locale: str, seen: str) -> None:
    assert typeset('"oui" ; non : si', locale) == seen


def test_spans_are_one_text() -> None:
    parts = ["Selon « ", "Le Monde", " », l'", "axe", "?"]
    assert typeset_spans(parts) == ["Selon «\u202f", "Le Monde", "\u202f», l’", "axe", "\u202f?"]


def test_a_frozen_span_is_context() -> None:
    parts = ["l'", '"Special Envoy?"', " ? dit-il"]
    assert typeset_spans(parts, frozen={1}) == ["l’", '"Special Envoy?"', "\u202f? dit-il"]


def test_no_span_and_empty_spans() -> None:
    assert typeset_spans([]) == []
    assert typeset_spans(["", "oui ?", "", ""], frozen=[3]) == ["", "oui\u202f?", "", ""]


def test_an_address_over_several_spans_is_untouched() -> None:
    parts = ["https://x.com/l'a", "b?c;", "d'e et l'axe"]
    assert typeset_spans(parts) == ["https://x.com/l'a", "b?c;", "d'e et l’axe"]


def test_markup_comes_back_as_markup() -> None:
    assert isinstance(typeset("<p>oui ?</p>", markup=True), Markup)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("1er mars", "1<sup>er</sup> mars"),
        ("la 1re fois", "la 1<sup>re</sup> fois"),
        ("au XXe siècle", 'au <span class="century">XX</span><sup>e</sup> siècle'),
        ("la Ve République", "la V<sup>e</sup> République"),
        ("Ier siècle", '<span class="century">I</span><sup>er</sup> siècle'),
        ("les 2es", "les 2<sup>es</sup>"),
        ("la 2nde", "la 2<sup>nde</sup>"),
        ("le 47ᵉ président", "le 47<sup>e</sup> président"),
        ("n° 5", "n<sup>o</sup> 5"),
        ("no\u00a05, mais no 5", "n<sup>o</sup>\u00a05, mais no 5"),
        ("au XXème siècle", 'au <span class="century">XX</span><sup>ème</sup> siècle'),
        ("Mme et Mmes", "M<sup>me</sup> et M<sup>mes</sup>"),
        ("Ce que Le Drian et De Gaulle", "Ce que Le Drian et De Gaulle"),
        ("0x2e, a.2e", "0x2e, a.2e"),
        ("<b> & 1er", "&lt;b&gt; &amp; 1<sup>er</sup>"),
    ],
)
def test_superiors(text: str, seen: str) -> None:
    assert str(superiors(text)) == seen


def test_a_boundary_keeps_the_side_of_what_is_common() -> None:
    tape = Tape("«  Le Monde", [2, 3])
    tape.edit([(0, 3, "«\u202f")])
    assert tape.cut() == ["«\u202f", "", "Le Monde"]


def test_what_is_hidden_comes_back_in_order() -> None:
    tape = Tape("a\u3164b c\u3164d", [4])
    tape.hide([(2, 5)])
    assert tape.text == "a\u3164\u3164\u3164\u3164d"
    tape.reveal()
    assert tape.cut() == ["a\u3164b ", "c\u3164d"]


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, briefing.typesetting; print(*sys.modules)"
    # Measured, a child loads what its coverage needs.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, capture_output=True, check=True, env=bare).stdout
    assert not {b"babel", b"jinja2", b"html.entities", b"dataclasses"} & set(loaded.split())
