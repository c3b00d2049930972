"""`briefing build --audit`: what leaks is told, and never appears."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.building import build
from briefing.errors import BriefingError
from briefing.model.dossier import Dossier
from briefing.model.finding import message
from tests.support import CONFIG, SILENCED, extract_text, fiche_text, invoke, write_dossier

HIDDEN = "La présidente a signé un accord secret avec le ministre des transports."
AUDIENCE = '\n[publics.direction]\nformats = ["html"]\n'
FICHES = {
    "martin-2025": fiche_text(
        extract_text(), extract_text(HIDDEN, "un accord que nul ne connaît", id="accord", tlp="red")
    )
}


def written(folder: Path, config: str = "") -> Path:
    return write_dossier(folder, config=CONFIG + SILENCED + AUDIENCE + config, fiches=FICHES)


def test_a_clean_build_is_written_and_says_what_was_looked_for(tmp_path: Path) -> None:
    result = invoke("build", written(tmp_path / "d"), "--out", tmp_path / "out", "--audit")
    assert result.exit_code == 0, result.output
    assert "Nothing withheld was found" in result.stdout
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_what_leaks_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """A template that prints what no briefing told it."""
    folder = written(tmp_path / "d")
    house = folder / "gabarits" / "complet"
    house.mkdir(parents=True)
    (house / "briefing.html.j2").write_text(
        '{% extends "complet/briefing.html.j2" %}{% set briefing_api = 1 %}'
        f"{{% block logo %}}<!-- {HIDDEN} -->{{% endblock %}}",
        "utf-8",
    )
    result = invoke("build", folder, "--out", tmp_path / "out", "--audit")
    assert result.exit_code == 1, result.output
    assert "leak" in result.stdout
    assert "isn't proved clean: nothing was written" in result.stderr
    assert not (tmp_path / "out").exists()
    assert invoke("build", folder, "--out", tmp_path / "out").exit_code == 0


def test_each_audience_is_audited_with_its_own_files(tmp_path: Path, starter: Dossier) -> None:
    seen: dict[str, list[str]] = {}

    def audit(files: Mapping[str, bytes], audience: str) -> None:
        seen[audience] = sorted(files)
        assert all(files.values())

    made = build(
        starter,
        tmp_path,
        audiences=["complet", "presse"],
        formats=["html"],
        audit=audit,
    )
    names = {file.path.name for file in made.files}
    assert set(seen) == {"complet", "presse"}
    assert {name for files in seen.values() for name in files} == names
    assert all("presse" in name for name in seen["presse"])


def test_one_edition_that_fails_keeps_all_from_appearing(tmp_path: Path, starter: Dossier) -> None:
    def audit(_files: Mapping[str, bytes], audience: str) -> None:
        if audience == "presse":
            raise BriefingError(message("no"))

    with pytest.raises(BriefingError):
        build(
            starter,
            tmp_path / "out",
            audiences=["complet", "presse"],
            formats=["html"],
            audit=audit,
        )
    assert not (tmp_path / "out").exists()
