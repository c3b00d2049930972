"""The locator finds what a checkout and an installation hold, in either place."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import resources
from briefing.errors import BriefingError
from briefing.model.languages import FRAMES

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_holds_templates_and_styles_beside_the_package() -> None:
    assert resources.templates_folder() == ROOT / "templates"
    assert resources.styles_folder() == ROOT / "styles"


def test_an_installation_holds_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "briefing"
    (package / "templates").mkdir(parents=True)
    (package / "styles").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.templates_folder() == package / "templates"
    assert resources.styles_folder() == package / "styles"


@pytest.mark.parametrize("language", FRAMES)
def test_every_frame_has_its_labels(language: str) -> None:
    said = resources.frame(language)
    assert said.language == language
    heading = {"fr": "Questions ouvertes", "en": "Open questions", "de": "Offene Fragen"}
    assert said.say("Questions ouvertes") == heading[language[:2]]


def test_a_missing_catalogue_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    frame = resources.frame.__wrapped__
    assert frame("fr-CH").say("Sources") == "Sources"
    with pytest.raises(BriefingError, match="the labels of “de” aren't installed"):
        frame("de")


def test_inside_wins_over_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "briefing"
    (package / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.templates_folder() == package / "templates"


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        (resources.templates_folder, "**/*.j2"),
        (resources.styles_folder, "**/*.css"),
        (resources.locale_folder, "*/LC_MESSAGES/briefing.po"),
        (resources.schema_folder, "*.json"),
        (resources.starter_folder, "dossier.toml"),
    ],
)
def test_every_folder_holds_what_its_name_says(folder: Callable[[], Path], pattern: str) -> None:
    assert any(folder().glob(pattern)), f"no {pattern} in {folder()}"


def test_the_fonts_are_upright_and_italic_of_serif_and_sans() -> None:
    assert [path.name for path in resources.font_files()] == [
        "EBGaramond-Italic[wght].ttf",
        "EBGaramond[wght].ttf",
        "SourceSans3-Italic[wght].ttf",
        "SourceSans3[wght].ttf",
    ]


def test_the_font_files_are_truetype() -> None:
    for path in resources.font_files():
        with path.open("rb") as file:
            assert file.read(4) == b"\x00\x01\x00\x00", path


def test_locating_folders_does_not_import_the_fonts() -> None:
    code = (
        "import sys; from briefing import resources; resources.templates_folder();"
        "print(*[name for name in sys.modules if name.startswith('fontpkg')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == ""
