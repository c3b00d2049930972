"""Which of our templates a template of a house is made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import api
from briefing.houses import find_templates, lint
from briefing.model.edition import Medium
from briefing.model.templates import ENTRY
from briefing.rendering.ejecting import eject
from briefing.rendering.loading import extended
from briefing.rendering.marking import sheets_of
from tests.builders import dossier
from tests.rendering.houses import house
from tests.rendering.pages import MEDIA

BRIEF = dossier()


def extending(name: str, of: str, quote: str = '"') -> dict[str, str]:
    return {f"{name}/{ENTRY}": f"{{% extends {quote}{of}/{ENTRY}{quote} %}}"}


@pytest.mark.parametrize(
    ("files", "ours"),
    [
        (extending("maison", "decideurs"), ["decideurs"]),
        (extending("maison", "decideurs", "'"), ["decideurs"]),
        (extending("maison", "complet"), ["complet"]),
        ({f"maison/{ENTRY}": "Seul"}, []),
        ({f"maison/{ENTRY}": "{% extends name %}"}, []),
        (extending("maison", "absent"), []),
        (extending("maison", "atelier") | extending("atelier", "presse"), ["presse"]),
        (extending("maison", "atelier") | extending("atelier", "maison"), []),
    ],
)
def test_what_a_template_extends_is_found(files: dict[str, str], ours: list[str]) -> None:
    assert list(extended(house(files), "maison")) == ours


def test_what_covers_ours_is_made_from_it_where_it_extends_it() -> None:
    assert list(extended(house(extending("presse", "presse")), "presse")) == ["presse"]
    assert list(extended(house(extending("presse", "complet")), "presse")) == ["complet"]


def test_a_copy_under_the_name_of_ours_is_that_one() -> None:
    alone = {f"presse/{ENTRY}": '{% extends "base.html.j2" %}'}
    assert list(extended(house(alone), "presse")) == ["presse"]
    assert list(extended(house({f"maison/{ENTRY}": alone[f"presse/{ENTRY}"]}), "maison")) == []
    assert list(extended(house({f"presse/{ENTRY}": "Seul"}), "presse")) == []


@pytest.mark.parametrize("medium", MEDIA)
def test_it_has_the_look_of_what_it_extends(medium: Medium) -> None:
    briefing = api.assemble(BRIEF, "decideurs")
    templates = house(extending("maison", "decideurs"))
    of_house = api.render(replace(briefing, template="maison"), medium, templates=templates)
    assert of_house.html == api.render(briefing, medium).html


@pytest.mark.parametrize("name", ["decideurs", "presse", "chercheur"])
@pytest.mark.parametrize("medium", MEDIA)
def test_a_copy_of_a_product_keeps_its_look(name: str, medium: Medium) -> None:
    ours = find_templates()
    copy = house({f"{name}/{ENTRY}": eject(name, ours, "briefing 9.9")})
    briefing = api.assemble(BRIEF, name)
    sheets = list(sheets_of(briefing, medium, ours))
    assert f"audiences/{name}/{medium.value}.css" in sheets
    assert list(sheets_of(briefing, medium, copy)) == sheets
    assert lint(copy, copy.folders[0]) == []
