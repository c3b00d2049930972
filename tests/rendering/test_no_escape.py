"""Attempts to reach, from a template, what it isn't given: each one fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.api import assemble, find_audience
from briefing.errors import FaultyTemplateError
from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.model.vocabulary import Tlp
from briefing.reading.audiences import SECTIONS
from tests.builders import dossier, extract, key_point, source
from tests.rendering.houses import of_block, rendered

CANARY = "CANARI-7b1e"
"""Stands in a file, in the environment, in the code, and in what was withheld."""

ATTEMPTS = {
    # Walking objects.
    "class": "{{ briefing.__class__ }}",
    "mro": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "item": "{{ briefing['__class__'] }}",
    "dict of an object": "{{ briefing.__dict__ }}",
    "slots": "{{ briefing.__slots__ }}",
    "globals of a function": "{{ anchor.__globals__ }}",
    "code of a function": "{{ anchor.__code__.co_consts }}",
    "function of the page": "{{ asset.__closure__[0].cell_contents }}",
    "reprs": "{{ anchor }}",
    "label function": "{{ _.__globals__ }}",
    "doc": "{{ briefing.__doc__ }}",
    "module": "{{ briefing.__module__ }}",
    "method of a class": "{{ briefing.title.__class__('x') }}",
    "attribute built by hand": "{% set name = '__cla' ~ 'ss__' %}{{ briefing[name] }}",
    "hex escapes": r"{{ briefing['\x5f\x5fclass\x5f\x5f'] }}",
    # Filters.
    "attr": "{{ briefing | attr('__class__') }}",
    "map": "{{ [briefing] | map(attribute='__class__') | list }}",
    "map with a path": "{{ [briefing] | map(attribute='title.__class__.__mro__') | list }}",
    "sort": "{{ [briefing] | sort(attribute='__class__') | list }}{{ briefing.__hash__ }}",
    "groupby": "{{ [briefing] | groupby('__class__') | list }}",
    "selectattr": "{{ [briefing] | selectattr('__class__.__init__') | list | first }}",
    "sum": "{{ [briefing] | sum(attribute='__dict__') }}",
    "pprint": "{{ briefing | pprint }}",
    "format": "{{ '{0.__class__}'.format(briefing) }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': briefing}) }}",
    "format of markup": "{{ ('{0.__class__.__init__.__globals__}' | e).format(briefing) }}",
    "filter as a value": "{{ [1] | map('safe.__globals__') | list }}",
    # Globals, loops, blocks.
    "lipsum": "{{ lipsum.__globals__['os'].environ }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "dict": "{{ dict.__base__ }}",
    "range": "{{ range.__self__ }}",
    "loop": "{% for a in 'ab' %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "context": "{{ self._TemplateReference__context }}",
    "context by name": "{{ self['_TemplateReference__context'] }}",
    "environment": "{{ self.__init__.__globals__['Environment'] }}",
    "macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "caller": "{% macro m() %}{{ caller._environment }}{% endmacro %}{% call m() %}{% endcall %}",
    "super": "{{ super._stack }}",
    "open": "{{ open('secret.txt').read() }}",
    "import": "{{ __import__('os').environ }}",
    "eval": "{{ eval('1') }}",
    "debug": "{% debug %}",
    "do": "{% do briefing %}",
    "assignment": "{% set briefing.title = 'x' %}",
    # Changing what others see.
    "append": "{{ blocks.append('x') }}",
    "pop": "{{ blocks.pop() }}",
    "update": "{{ dict(a=1).update({'b': 2}) }}",
    "escaping off": "{% autoescape false %}{{ briefing.title }}{% endautoescape %}",
    # Includes and files.
    "include by path": "{% include '/etc/passwd' %}",
    "include by a way up": "{% include '../secret.txt' %}",
    "import of a file": "{% import 'secret.txt' as x %}",
    "include of a template unread": "{% include 'partials/../../secret.txt' %}",
    "extends by value": "{% include briefing.title %}",
    "asset by path": "{{ asset('/etc/passwd') }}",
    "asset by a way up": "{{ asset('../../secret.txt') }}",
    "asset by address": "{{ asset('file:///etc/passwd') }}",
    "asset with a NUL": r"{{ asset('logo.svg\x00') }}",
    "asset of a template": "{{ asset('briefing.html.j2') }}",
    # What a page would load or run.
    "script": "<script>fetch('http://127.0.0.1/')</script>",
    "handler": "<p onclick='alert(1)'>x</p>",
    "picture from outside": "<img src='http://127.0.0.1:1/x' alt=''>",
    "file in a style": "<p style='background:url(file:///etc/passwd)'>x</p>",
    "import in a style": "<style>@import 'http://127.0.0.1/x.css';</style>",
    "frame": "<iframe srcdoc='x'></iframe>",
    "object": "<object data='file:///etc/passwd'></object>",
    "base": "<base href='http://127.0.0.1/'>",
    "refresh": "<meta http-equiv='refresh' content='0;url=http://127.0.0.1/'>",
    "javascript": "<a href='javascript:alert(1)'>x</a>",
    "form": "<form action='http://127.0.0.1/'></form>",
    "svg": "<svg><image xlink:href='file:///etc/passwd'/></svg>",
}


@pytest.fixture(autouse=True)
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put the secret where an attempt that worked would find it."""
    path = tmp_path / "secret.txt"
    path.write_text(CANARY, encoding="utf-8")
    monkeypatch.setenv("BRIEFING_SECRET", CANARY)
    monkeypatch.chdir(tmp_path)
    yield path
    assert os.environ["BRIEFING_SECRET"] == CANARY


@pytest.mark.parametrize("name", ATTEMPTS)
def test_no_attempt_succeeds(name: str) -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        rendered(of_block(ATTEMPTS[name]))
    fault = caught.value
    assert fault.finding.code.startswith("BR80")
    assert fault.finding.path == "maison/complet/briefing.html.j2"
    assert fault.finding.line in {3, 4}  # that of the block, where Jinja2 knows no better
    assert (4, ATTEMPTS[name]) in fault.excerpt
    assert CANARY not in f"{fault}{fault.hint}{fault.excerpt}"
    assert " at 0x" not in str(fault)


def test_there_are_thirty_attempts_and_more() -> None:
    assert len(ATTEMPTS) >= 30


# ---- What was withheld isn't there ---------------------------------------------------------


def withheld() -> Briefing:
    """Assemble for the public a dossier whose second source is for its readers alone."""
    whole = dossier(
        extract("minic#a"),
        extract("autre#b", statement=f"La partie {CANARY} attend.", quotation=CANARY),
        sources=[source("minic"), replace(source("autre", title=CANARY), tlp=Tlp.RED)],
        key_points=[key_point("lui", f"Voici {CANARY}.")],
    )
    marked = [replace(point, tlp=Tlp.RED) for point in whole.key_points]
    audience = replace(find_audience(whole, "presse"), template="complet", sections=SECTIONS)
    return assemble(replace(whole, key_points=tuple(marked)), audience)


WALKS = {
    "everything as text": "{{ briefing | string }}{{ briefing ~ '' }}{{ '%r' % [briefing] }}",
    "everything joined": "{{ [briefing, blocks, medium, language] | join(' ') }}",
    "lists": "{{ briefing.sources | list | string }}{{ briefing.notes | string }}",
    "an error that tells values": "{{ [briefing] | map(attribute='title') | list | string }}",
    "labels": "{{ _('x') }}{{ ngettext('a', 'b', 2) }}",
    "formatting": "{{ '%s' % (briefing,) }}{{ '%(a)s' % {'a': briefing} }}",
}


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("medium", list(Medium))
def test_what_was_withheld_is_nowhere_in_what_a_template_has(walk: str, medium: Medium) -> None:
    html = rendered(of_block(WALKS[walk]), withheld(), medium)
    assert "Les objectifs restent maximalistes" in html
    assert CANARY not in html


def test_what_is_not_withheld_is_there() -> None:
    shown = withheld()
    assert len(shown.sources) == 1
    assert CANARY not in repr(shown)


def test_a_template_changes_nothing_of_the_next_page() -> None:
    text = "{% set briefing = 'x' %}{% set blocks = [] %}{% set ns = namespace(a=blocks) %}"
    plain = rendered(of_block("x"))
    rendered(of_block(text))
    assert rendered(of_block("x")) == plain
