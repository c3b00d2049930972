"""Our fonts and only ours, the same bytes on every machine and every day."""

from __future__ import annotations

import base64
import io
import os
import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from briefing.files import cache_folder
from briefing.outputs import fonts
from briefing.outputs.fonts import REPERTOIRE, fontconfig_file, screen_font_faces
from briefing.resources import font_files


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that holds nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefing"


def subsets(css: str) -> list[bytes]:
    return [base64.b64decode(data) for data in re.findall(r"base64,([^)]*)\)", css)]


@pytest.mark.slow
def test_the_faces_of_the_screen_are_the_same_from_any_cache(
    fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made before, what is made now and what is read back are one."""
    before = screen_font_faces_of_the_user(monkeypatch)
    now = screen_font_faces()
    assert now == before
    assert len(list(fresh_cache.glob("*.woff2"))) == len(font_files())
    monkeypatch.setattr(fonts, "_make_subset", None)
    assert screen_font_faces() == now


def screen_font_faces_of_the_user(monkeypatch: pytest.MonkeyPatch) -> str:
    with monkeypatch.context() as patch:
        patch.delenv("XDG_CACHE_HOME", raising=False)
        return screen_font_faces()


def test_there_is_a_face_for_each_font_and_all_is_inside() -> None:
    css = screen_font_faces()
    faces = re.findall(r"@font-face\{([^}]*)\}", css)
    assert len(faces) == len(font_files()) == 4
    assert all("url(data:font/woff2;base64," in face for face in faces)
    families = {match for face in faces for match in re.findall(r'font-family:"([^"]*)"', face)}
    assert families == {"EB Garamond", "Source Sans 3"}
    assert sorted(re.findall(r"font-style:(\w+)", css)) == ["italic"] * 2 + ["normal"] * 2


def test_a_face_holds_the_letters_and_features_of_french() -> None:
    for data in subsets(screen_font_faces()):
        with TTFont(io.BytesIO(data)) as font:
            assert {ord(letter) for letter in "ÀàÉéŒœÇç«»’–…\u00a0"} <= font.getBestCmap().keys()
            tables = font["GSUB"].table.FeatureList.FeatureRecord
            assert "onum" in {record.FeatureTag for record in tables}
            assert "fvar" in font


def test_the_faces_are_light_enough_to_be_mailed() -> None:
    assert sum(len(data) for data in subsets(screen_font_faces())) < 500_000


def test_the_repertoire_has_every_letter_once_and_no_control() -> None:
    assert REPERTOIRE.isprintable() or not {c for c in REPERTOIRE if ord(c) < 32}
    assert len(set(REPERTOIRE)) >= 350


def test_fontconfig_sees_our_folders_alone(fresh_cache: Path) -> None:
    path = fontconfig_file()
    assert path.parent == fresh_cache
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    folders = {Path(node.text or "") for node in tree.iter("dir")}
    assert folders == {font.parent for font in font_files()}
    (cache,) = tree.iter("cachedir")
    assert Path(cache.text or "").is_relative_to(fresh_cache)
    assert list(tree.iter("include")) == []


def test_fontconfig_is_written_once(fresh_cache: Path) -> None:
    first = fontconfig_file().stat().st_mtime_ns
    assert fontconfig_file().stat().st_mtime_ns == first


def test_a_stale_fontconfig_is_replaced(fresh_cache: Path) -> None:
    path = fontconfig_file()
    wanted = path.read_bytes()
    path.write_text("<fontconfig/>", "utf-8")
    assert fontconfig_file().read_bytes() == wanted


def test_a_cache_that_cannot_be_made_falls_back_to_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cache_folder().parent == tmp_path
    assert fontconfig_file().is_relative_to(tmp_path)


def test_a_cache_that_may_not_be_written_falls_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a first run under another name."""
    locked = tmp_path / "cache" / "briefing"
    locked.mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != locked)
    assert cache_folder().parent == tmp_path
    assert fontconfig_file().is_relative_to(tmp_path)
