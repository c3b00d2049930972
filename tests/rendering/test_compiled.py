"""Templates compiled once give what they would give."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

import briefing
from briefing.model.briefing import Briefing
from briefing.rendering import folder_loader
from briefing.rendering.compiled import Compiled, CompiledLoader
from briefing.resources import templates_folder


def test_an_edition_is_the_same(starter_briefing: Briefing) -> None:
    compiled: Compiled = {}
    plain = briefing.render(starter_briefing).html
    for _ in range(2):
        loader = CompiledLoader(folder_loader(str(templates_folder())), compiled)
        assert briefing.render(starter_briefing, loader=loader).html == plain
    assert compiled


def test_a_template_is_compiled_again_only_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": "{% include 'b' %}!", "b": "un"}
    compiled: Compiled = {}
    made: list[str] = []
    real = Environment.compile

    def counting(self: Environment, source: str, *given: object) -> object:
        made.append(source)
        return real(self, source, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counting)

    def rendered() -> str:
        loader = CompiledLoader(DictLoader(texts), compiled)
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
