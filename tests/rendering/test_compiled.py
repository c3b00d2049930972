"""Templates compiled once give what they would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

import briefing
from briefing.model.briefing import Briefing
from briefing.model.typography import Dash, Space, Typography
from briefing.rendering import compiled, folder_loader
from briefing.rendering.compiled import Compiled, CompiledLoader, kept_code
from briefing.resources import templates_folder


def test_an_edition_is_the_same(starter_briefing: Briefing) -> None:
    kept: Compiled = {}
    plain = briefing.render(starter_briefing).html
    for _ in range(2):
        loader = CompiledLoader(folder_loader(str(templates_folder())), kept)
        assert briefing.render(starter_briefing, loader=loader).html == plain
    assert kept


def test_a_template_is_compiled_again_only_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": "{% include 'b' %}!", "b": "un"}
    kept: Compiled = {}
    made: list[str] = []
    real = Environment.compile

    def counting(self: Environment, source: str, *given: object) -> object:
        made.append(source)
        return real(self, source, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counting)

    def rendered() -> str:
        loader = CompiledLoader(DictLoader(texts), kept)
        return Environment(loader=loader, autoescape=True).get_template("a").render()

    assert [rendered(), rendered()] == ["un!", "un!"]
    assert made == ["{% include 'b' %}!", "un"]
    texts["b"] = "deux"
    assert rendered() == "deux!"
    assert made[2:] == ["deux"]


def test_what_the_other_loader_knows_is_known() -> None:
    loader = CompiledLoader(DictLoader({"a": ""}), {})
    assert loader.list_templates() == ["a"]
    assert loader.covered("a", "b") == "a"
    with pytest.raises(TemplateNotFound):
        Environment(loader=loader, autoescape=True).get_template("b")


def test_code_that_is_too_much_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "MOST", 2)
    texts = {name: name for name in "abc"}
    kept: Compiled = {}
    environment = Environment(loader=CompiledLoader(DictLoader(texts), kept), autoescape=True)
    assert [environment.get_template(name).render() for name in texts] == list(texts)
    assert [name for name, _, _ in kept] == ["c"]


def test_what_is_rendered_again_is_not_compiled_again(
    starter_briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = briefing.render(starter_briefing, "print").html
    monkeypatch.setattr(Environment, "compile", None)
    assert briefing.render(starter_briefing, "print").html == before


def test_each_language_and_house_has_code_of_its_own(starter_briefing: Briefing) -> None:
    house = Typography(space=Space.FULL, dash=Dash.EM)
    others = [
        starter_briefing,
        replace(starter_briefing, language="en"),
        replace(starter_briefing, typography=house),
    ]

    def alone(what: Briefing) -> str:
        kept_code.cache_clear()
        return briefing.render(what).html

    each = [alone(what) for what in others]
    assert len(set(each)) == len(others)
    kept_code.cache_clear()
    assert [briefing.render(what).html for what in others] == each
