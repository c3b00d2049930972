"""Which of our templates a template of a house is made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import api
from briefing.model.edition import Medium
from briefing.model.templates import ENTRY
from briefing.rendering.loading import extended
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


@pytest.mark.parametrize("medium", MEDIA)
def test_it_has_the_look_of_what_it_extends(medium: Medium) -> None:
    briefing = api.assemble(BRIEF, "decideurs")
    templates = house(extending("maison", "decideurs"))
    of_house = api.render(replace(briefing, template="maison"), medium, templates=templates)
    assert of_house.html == api.render(briefing, medium).html
