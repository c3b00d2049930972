"""A watched dossier in a real browser: an edit shows, a fault stands at its place, and goes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, write_dossier
from tests.validation import gates
from tests.watching.watched import watching

pytestmark = [pytest.mark.validation]

DRIVER = Path(__file__).with_name("watch.mjs")
FICHE = "martin-2025.md"
ITEM = "position-martin-2025:offre:region:financement"


def follow(address: str, steps: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Open `address` in Chromium, take `steps`, and return what watch.mjs tells."""
    gates.module("playwright-core")
    order = {
        "modules": str(gates.MODULES),
        "chromium": gates.program("chromium"),
        "address": address,
        "steps": steps,
    }
    told: dict[str, Any] = json.loads(gates.run("node", DRIVER, given=json.dumps(order)).stdout)
    return told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """An edit, a fault, its mending; a fault of dossier.toml as a whole, its mending."""
    folder = write_dossier(tmp_path_factory.mktemp("watched") / "dossier")
    fiche, config = ((folder / name).read_text("utf-8") for name in (FICHE, "dossier.toml"))
    edited = fiche.replace("de payer la moitié", "de régler la moitié")
    broken = edited.replace("- partie : Région", "- partie : Regon")
    assert len({fiche, edited, broken}) == 3
    sheet, whole = str(folder / FICHE), str(folder / "dossier.toml")
    steps = [
        {"path": sheet, "text": edited, "shows": "de régler la moitié", "at": ITEM},
        {"path": sheet, "text": broken, "shows": "BR401", "at": ITEM},
        {"path": sheet, "text": edited, "shows": "de régler la moitié", "hides": "BR401"},
        {"path": whole, "text": "titre = ", "shows": "BR3", "at": ""},
        {"path": whole, "text": config, "shows": "de régler la moitié", "hides": "BR3"},
    ]
    with watching(folder) as address:
        return follow(address, steps)


def test_an_edit_a_fault_and_its_mending_show_by_themselves(told: dict[str, Any]) -> None:
    assert len(told["steps"]) == 5


def test_the_last_good_page_stays_whatever_fails(told: dict[str, Any]) -> None:
    assert {step["title"] for step in told["steps"]} == {"Un train de nuit pour Valmont"}


def test_nothing_of_ours_is_refused_and_no_other_script_runs(told: dict[str, Any]) -> None:
    assert told["refused"] == []
    assert told["scripts"] is False


def test_the_sample_shows_an_edit(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    path = folder / "minic-2025.md"
    text = path.read_text("utf-8")
    steps = []
    for word in ("Chicoutimi", "Rimouski", "Trois-Rivières"):
        edited = text.replace("\n## ", f"\n## {word} : ")
        steps.append({"path": str(path), "text": edited, "shows": word})
    with watching(folder) as address:
        told = follow(address, steps)
    assert len(told["steps"]) == 3
