"""`briefing themes`, and `briefing build --theme`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support import CONFIG, invoke, write_dossier
from tests.theming.themes import tokens_css

DEEP = "--title: 43pt"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Write a dossier with one theme that is right and one whose grey is pale."""
    folder = write_dossier(tmp_path / "dossier")
    for name, tokens in (("maison", tokens_css(title="43pt")), ("pale", tokens_css(grey="#ccc"))):
        theme = folder / "themes" / name
        theme.mkdir(parents=True)
        (theme / "tokens.css").write_text(tokens, encoding="utf-8")
    return folder


def name_theme(dossier: Path, top: str, *audiences: str) -> None:
    tables = "".join(
        f'\n[publics.{name}]\ntheme = "{theme}"\n'
        for name, _, theme in (told.partition("=") for told in audiences)
    )
    text = f'theme = "{top}"\n{CONFIG}{tables}' if top else f"{CONFIG}{tables}"
    (dossier / "dossier.toml").write_text(text, encoding="utf-8")


def built(out: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in out.glob("*.html")}


# ---- briefing themes -----------------------------------------------------------------------


def test_the_themes_at_hand_are_listed(dossier: Path) -> None:
    done = invoke("themes", dossier)
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert [line.split()[0] for line in lines] == ["maison", "pale", "classique", "presse"]
    assert str(dossier / "themes" / "maison") in lines[0]
    assert lines[-1].endswith("key points boxed by rules. (built in)")


def test_the_list_speaks_french(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert "points clés encadrés. (intégré)" in invoke("themes", dossier).output


def test_the_list_as_json(dossier: Path) -> None:
    entries = json.loads(invoke("themes", dossier, "--json").output)
    assert entries == json.loads(invoke("themes", dossier, "--format", "json").output)
    assert [set(entry) for entry in entries] == [{"name", "description", "from"}] * 4
    assert entries[0]["name"] == "maison"


def test_a_sound_theme_passes(dossier: Path) -> None:
    done = invoke("themes", dossier, "--check", "maison")
    assert (done.exit_code, done.output) == (0, "maison · 46 contrasts · 0 errors\n")


@pytest.mark.parametrize("named", ["pale", "{folder}/themes/pale"])
def test_a_pale_theme_fails_with_tokens_ratio_and_need(dossier: Path, named: str) -> None:
    done = invoke("themes", dossier, "--check", named.format(folder=dossier))
    assert done.exit_code == 1
    said = "error BR363: “--grey” on “--paper” has a contrast of 1.53, and needs 4.5"
    assert said in done.output
    assert "2 errors" in done.output


def test_the_findings_as_json(dossier: Path) -> None:
    done = invoke("themes", dossier, "--check", "pale", "--json")
    assert done.exit_code == 1
    assert [found["code"] for found in json.loads(done.output)["findings"]] == ["BR363"] * 2


def test_an_unknown_theme_or_folder_is_wrong_usage(dossier: Path) -> None:
    done = invoke("themes", dossier, "--check", "prese")
    assert done.exit_code == 2
    assert "there is no theme “prese”" in done.output
    assert "did you mean “presse”?" in done.output
    assert invoke("themes", dossier / "absent").exit_code == 2


# ---- briefing build, briefing check --------------------------------------------------------


def test_an_edition_has_the_theme_of_the_dossier(dossier: Path, tmp_path: Path) -> None:
    name_theme(dossier, "maison")
    assert invoke("build", dossier, "--format", "html", "--out", tmp_path / "b").exit_code == 0
    (page,) = built(tmp_path / "b").values()
    assert DEEP in page


def test_an_audience_has_its_own_and_the_option_wins(dossier: Path, tmp_path: Path) -> None:
    name_theme(dossier, "presse", "une=maison", "deux=classique")
    build = ("build", dossier, "--format", "html", "--out")
    assert invoke(*build, tmp_path / "b").exit_code == 0
    pages = built(tmp_path / "b")
    assert {name.rpartition("-")[2]: DEEP in page for name, page in pages.items()} == {
        "une": True,
        "deux": False,
    }
    folder = dossier / "themes" / "maison"
    assert invoke(*build, tmp_path / "c", "--theme", folder).exit_code == 0
    assert all(DEEP in page for page in built(tmp_path / "c").values())


def test_an_unfit_theme_builds_nothing(dossier: Path, tmp_path: Path) -> None:
    done = invoke("build", dossier, "--theme", "pale", "--out", tmp_path / "b")
    assert done.exit_code == 1
    assert "BR363" in done.output
    assert "2 errors: nothing was written." in done.output
    assert not (tmp_path / "b").exists()


def test_check_tells_what_is_wrong_with_the_theme(dossier: Path, tmp_path: Path) -> None:
    name_theme(dossier, "pale", "une=masion")
    done = invoke("check", dossier)
    assert done.exit_code == 1
    assert re.search(r"dossier\.toml:\d+: error BR360: there is no theme “masion”", done.output)
    assert "BR363" in done.output
    draft = invoke("build", dossier, "--draft", "--format", "html", "--out", tmp_path / "b")
    assert draft.exit_code == 0
    assert len(built(tmp_path / "b")) == 1


def test_the_other_theme_prints(dossier: Path, tmp_path: Path) -> None:
    done = invoke("build", dossier, "--theme", "presse", "--format", "pdf", "--out", tmp_path / "b")
    assert done.exit_code == 0
    assert "layout:" not in done.output
    assert len(list((tmp_path / "b").glob("*.pdf"))) == 1
