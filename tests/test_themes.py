"""Themes on the disk: found by name, read, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import themes
from briefing.api import stylesheet
from briefing.errors import DossierError, UsageError
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.model.theme import CLASSIC, NamedTheme
from briefing.resources import styles_folder
from tests.support import shown
from tests.theming.themes import tokens_css

BUILT_IN = sorted(path.name for path in (styles_folder() / "themes").iterdir())


def make(folder: Path, **changed: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "tokens.css").write_text(tokens_css(**changed), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_theme_is_sound(name: str) -> None:
    raw = themes.find_theme(name)
    theme, findings = themes.read(raw)
    assert shown(findings) == []
    assert raw.built_in
    assert set(theme.descriptions) == {"fr", "en"}


def test_there_are_two_and_they_differ() -> None:
    assert BUILT_IN == ["classique", "presse"]
    first, second = (themes.built_in_theme(name) for name in BUILT_IN)
    assert all(first.tokens[name] != second.tokens[name] for name in ("ink", "blue", "accent"))
    assert set(second.tokens) - set(first.tokens)  # proportions too
    for rules in second.rules.values():
        assert len(rules.splitlines()) <= 60


def test_the_built_in_themes_come_without_a_dossier() -> None:
    assert list(themes.find_themes()) == BUILT_IN


@pytest.mark.parametrize("place", themes.PLACES)
def test_a_dossier_has_its_own(tmp_path: Path, place: str) -> None:
    make(tmp_path / place / "maison")
    assert list(themes.find_themes(tmp_path)) == ["maison", *BUILT_IN]
    assert not themes.find_theme("maison", tmp_path).built_in


def test_that_of_the_dossier_comes_before_ours(tmp_path: Path) -> None:
    make(tmp_path / "themes" / CLASSIC, title="40pt")
    theme = themes.load_theme(CLASSIC, tmp_path)
    assert theme.tokens["title"].value == "40pt"
    assert "title" not in themes.built_in_theme().tokens


def test_a_link_out_of_the_dossier_is_no_theme(tmp_path: Path) -> None:
    outside = make(tmp_path / "outside")
    (tmp_path / "dossier" / "themes").mkdir(parents=True)
    (tmp_path / "dossier" / "themes" / "maison").symlink_to(outside)
    inner = tmp_path / "dossier" / "themes" / "autre"
    inner.mkdir()
    (inner / "tokens.css").symlink_to(outside / "tokens.css")
    ring = tmp_path / "dossier" / "themes" / "ring"
    ring.symlink_to(ring)
    assert list(themes.find_themes(tmp_path / "dossier")) == BUILT_IN


def test_a_folder_is_a_theme_for_the_command_line(tmp_path: Path) -> None:
    folder = make(tmp_path / "ailleurs", title="41pt")
    assert themes.load_theme(str(folder)).tokens["title"].value == "41pt"


def test_an_unknown_theme_brings_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        themes.load_theme("clasique")
    assert str(caught.value.message) == "there is no theme “clasique”"
    assert str(caught.value.hint) == "did you mean “classique”?"
    with pytest.raises(UsageError) as caught:
        themes.load_theme("zzz")
    assert str(caught.value.hint) == "known here: classique, presse"


@pytest.mark.parametrize("name", ["../maison", "", "a\0b"])
def test_a_name_is_no_way_out(tmp_path: Path, name: str) -> None:
    make(tmp_path / "maison")
    dossier = Dossier("x", theme=NamedTheme(name, 3))
    _, findings = themes.themes_of(tmp_path / "dossier", dossier, "d.toml")
    assert [found.code for found in findings] == (["BR360"] if name else [])


def test_an_unfit_theme_stops_with_its_findings(tmp_path: Path) -> None:
    folder = make(tmp_path / "pale", grey="#ccc")
    with pytest.raises(DossierError) as caught:
        themes.load_theme(str(folder))
    assert {found.code for found in caught.value.findings} == {"BR363"}


def test_the_themes_a_dossier_names_are_read_once_each(tmp_path: Path) -> None:
    make(tmp_path / "themes" / "maison", title="42pt")
    make(tmp_path / "themes" / "pale", grey="#ccc")
    audiences = {
        name: Audience(name, name, "complet", (), theme=NamedTheme(theme, line))
        for name, theme, line in (("a", "maison", 7), ("b", "masion", 9), ("c", "pale", 11))
    }
    dossier = Dossier("x", theme=NamedTheme("presse", 2), audiences=audiences)
    found, findings = themes.themes_of(tmp_path, dossier, "d.toml")
    assert list(found) == ["presse", "maison", "masion", "pale"]
    assert found["maison"].tokens["title"].value == "42pt"
    assert found["masion"] is found["pale"] is themes.built_in_theme()  # for a draft
    lines = shown(findings)
    assert "d.toml:9 BR360 there is no theme “masion” → did you mean “maison”?" in lines
    assert {found.code for found in findings} == {"BR360", "BR363"}


def test_a_dossier_that_names_none_reads_none(tmp_path: Path) -> None:
    assert themes.themes_of(tmp_path / "absent", Dossier("x"), "d.toml") == ({}, [])


@pytest.mark.parametrize("medium", list(Medium))
def test_the_tokens_of_the_theme_come_between_ours_and_the_rules(medium: Medium) -> None:
    theme = themes.built_in_theme("presse")
    css = stylesheet(medium, theme=theme)
    texts = ("--serif:", theme.css, ".masthead .collection", theme.rules[medium.value])
    places = [css.index(text) for text in texts]
    assert places == sorted(places)


def test_pictures_have_the_colours_of_the_theme() -> None:
    css = stylesheet(Medium.PRINT, theme=themes.built_in_theme("presse"))
    assert "stroke='%23dfd5c7'" in css
    assert "stroke='%23d5dce6'" in stylesheet(Medium.PRINT)
