"""Every page can be read by anyone: WCAG 2.2 AA by axe-core, a narrow screen, the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validation import pictures
from tests.validation.browsing import Look, Screen, looks, take_pictures
from tests.validation.dossiers import NAMES

pytestmark = [pytest.mark.validation]

WIDTHS = (320, 360, 768, 1280)
FAULTY = """\
<!DOCTYPE html><title>Un titre</title><style>a { outline: none !important }</style>
<p style="width: 2000px; color: #bbb">Trop pâle, trop large.<sup class="call"
><a href="#note-1" id="appel-1">1</a></sup><sup class="call"
><a href="#note-2" id="appel-2" tabindex="-1">2</a></sup>
<ol><li id="note-1">Note. <a class="back" href="#appel-2">↑</a><li id="note-2">Note.</ol>
"""
"""Two calls: one leads back elsewhere, the other is out of reach and has no way back."""


@pytest.fixture(scope="session")
def found(pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Look]:
    """How each page does, by dossier; the browser is started once for all."""
    faulty = tmp_path_factory.mktemp("faulty") / "faulty.html"
    faulty.write_text(FAULTY, "utf-8")
    return looks({**pages, "faulty": faulty})


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_accessible(name: str, found: dict[str, Look]) -> None:
    assert found[name].axe == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(name: str, found: dict[str, Look]) -> None:
    assert found[name].overflow == dict.fromkeys(WIDTHS, ())


@pytest.mark.parametrize("name", NAMES)
def test_tab_comes_to_every_call(name: str, found: dict[str, Look]) -> None:
    assert found[name].calls or name == "decideurs"  # the one edition without notes
    assert found[name].unreached == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_focus_is_always_seen(name: str, found: dict[str, Look]) -> None:
    assert found[name].unseen == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_call_leads_to_its_note_and_the_note_back(name: str, found: dict[str, Look]) -> None:
    assert found[name].lost == ()


# ---- Looks ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def screens(pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pictures taken."""
    folder = tmp_path_factory.mktemp("screens")
    take_pictures(pages, pictures.SCREENS, folder)
    return folder


@pytest.mark.parametrize("screen", pictures.SCREENS, ids=lambda screen: screen.name)
def test_the_screens_look_as_they_did(
    screen: Screen, screens: Path, request: pytest.FixtureRequest
) -> None:
    image = pictures.read(screens / f"{screen.name}.png").reduce(pictures.SHRUNK)
    update = bool(request.config.getoption("--update-golden"))
    pictures.check(image, screen.name, update=update)


# ---- The gates themselves ------------------------------------------------------------------


def test_what_is_not_accessible_is_told(found: dict[str, Look]) -> None:
    rules = {fault.split(" (")[0] for fault in found["faulty"].axe}
    assert {"360 light: color-contrast", "1280 dark: html-has-lang"} <= rules


def test_what_sticks_out_is_told(found: dict[str, Look]) -> None:
    overflow = found["faulty"].overflow
    assert all(overflow[width] for width in WIDTHS)
    assert any("Trop pâle" in place for place in overflow[320])


def test_a_call_out_of_reach_is_told(found: dict[str, Look]) -> None:
    assert (found["faulty"].calls, found["faulty"].unreached) == (2, (1,))


def test_a_focus_without_a_mark_is_told(found: dict[str, Look]) -> None:
    assert any("appel-1" in element for element in found["faulty"].unseen)


def test_a_way_that_leads_elsewhere_is_told(found: dict[str, Look]) -> None:
    first, second = found["faulty"].lost
    assert "the way back leads to" in first
    assert "Tab doesn't lead" in second
