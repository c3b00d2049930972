"""Our fonts and only ours, the same bytes on every machine and every day."""

from __future__ import annotations

import base64
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from briefing.files import cache_folder
from briefing.outputs import fonts
from briefing.outputs.fonts import (
    REPERTOIRE,
    REPERTOIRES,
    completed_fonts,
    fontconfig_file,
    is_whole,
    screen_font_faces,
)
from briefing.outputs.glyphs import completed
from briefing.resources import font_files


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that holds nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefing"


@pytest.fixture
def cache(fresh_cache: Path) -> Path:
    """A cache that holds the copies of the fonts already, as after a first build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("XDG_CACHE_HOME")
        made = completed_fonts()[0].parent
    shutil.copytree(made, fresh_cache / made.name)
    return fresh_cache


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
    monkeypatch.setattr(fonts, "completed", None)
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
            assert {
                ord(letter) for letter in "ÀàÉéŒœÇç«»’–…\u00a0\u202f"
            } <= font.getBestCmap().keys()
            tables = font["GSUB"].table.FeatureList.FeatureRecord
            assert {"onum", "pnum"} <= {record.FeatureTag for record in tables}


def test_a_face_holds_the_weights_that_it_declares_and_no_other() -> None:
    css = screen_font_faces()
    declared = re.findall(r"font-style:(\w+);font-weight:([\d ]+)", css)
    assert sorted(declared) == [("italic", "400")] * 2 + [("normal", "400 600")] * 2
    for data, (_, weights) in zip(subsets(css), declared, strict=True):
        with TTFont(io.BytesIO(data)) as font:
            axes = font["fvar"].axes if "fvar" in font else []
            held = [weight for axis in axes for weight in (axis.minValue, axis.maxValue)] or [400]
            assert held == [float(weight) for weight in weights.split()]


@pytest.mark.parametrize(
    ("letters", "held", "left_out"),
    [
        ("", "éœ§·„", "ß@ñłș"),
        ("Où est l’œuf ?", "éœ", "ß@ñłș"),
        ("weiß", "éœß@", "ñłș"),
        ("ñ", "éñø", "łș"),
        ("Łódź", "éñłș", "ж"),
    ],
)
def test_the_faces_hold_what_the_edition_is_written_with(
    letters: str, held: str, left_out: str
) -> None:
    for data in subsets(screen_font_faces(letters)):
        with TTFont(io.BytesIO(data)) as font:
            cmap = font.getBestCmap()
            assert {ord(c) for c in held} <= cmap.keys()
            assert not {ord(c) for c in left_out} & cmap.keys()


def test_letters_that_no_face_has_change_nothing() -> None:
    assert screen_font_faces("Київ 北京") == screen_font_faces()


def test_small_capitals_are_there_for_a_house_that_sets_them() -> None:
    """All fonts but the italic of Source Sans have them."""

    def having(css: str) -> int:
        fonts_ = [TTFont(io.BytesIO(data)) for data in subsets(css)]
        records = [font["GSUB"].table.FeatureList.FeatureRecord for font in fonts_]
        return sum("c2sc" in {record.FeatureTag for record in held} for held in records)

    assert having(screen_font_faces()) == 0
    assert having(screen_font_faces(small_capitals=True)) == len(font_files()) - 1


def test_the_faces_are_light_enough_to_be_mailed() -> None:
    assert sum(len(data) for data in subsets(screen_font_faces())) < 90_000
    assert sum(len(data) for data in subsets(screen_font_faces(REPERTOIRE))) < 150_000


def test_each_repertoire_holds_the_one_before() -> None:
    for smaller, larger in pairwise(REPERTOIRES):
        assert set(smaller) < set(larger)
        assert len(set(smaller)) == len(smaller)
    assert REPERTOIRES[-1] == REPERTOIRE
    assert not {c for c in REPERTOIRE if ord(c) < 32}
    assert len(set(REPERTOIRE)) >= 350


def test_fontconfig_sees_our_copies_alone(cache: Path) -> None:
    path = fontconfig_file()
    assert path.parent == cache
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    (folder,) = (Path(node.text or "") for node in tree.iter("dir"))
    assert folder.is_relative_to(cache)
    assert sorted(folder.iterdir()) == sorted(completed_fonts())
    (place,) = tree.iter("cachedir")
    assert Path(place.text or "").is_relative_to(cache)
    assert list(tree.iter("include")) == []


def test_fontconfig_is_written_once(cache: Path) -> None:
    first = fontconfig_file().stat().st_mtime_ns
    assert fontconfig_file().stat().st_mtime_ns == first


def test_the_copies_are_made_once(fresh_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.stat().st_mtime_ns for path in completed_fonts()}
    monkeypatch.setattr(fonts, "completed", None)
    assert {path: path.stat().st_mtime_ns for path in completed_fonts()} == before


def test_a_copy_that_was_deleted_is_made_again(cache: Path) -> None:
    paths = completed_fonts()
    data = paths[0].read_bytes()
    kept = paths[1].stat().st_mtime_ns
    paths[0].unlink()
    assert completed_fonts() == paths
    assert paths[0].read_bytes() == data
    assert paths[1].stat().st_mtime_ns == kept


def test_a_copy_that_was_cut_short_is_made_again(cache: Path) -> None:
    cut, *others = completed_fonts()
    whole = cut.read_bytes()
    cut.write_bytes(whole[:10_000])
    assert completed_fonts() == (cut, *others)
    assert cut.read_bytes() == whole


@pytest.mark.parametrize("kept", [0, 3, 11, 12, 100, 10_000, -8])
def test_no_part_of_a_font_is_a_whole_one(cache: Path, kept: int) -> None:
    for path in completed_fonts():
        assert is_whole(path)
        path.write_bytes(path.read_bytes()[:kept])
        assert not is_whole(path)


def test_a_face_that_was_cut_short_is_made_again(cache: Path) -> None:
    faces = screen_font_faces()
    cut = next(cache_folder().glob("*.woff2"))
    data = cut.read_bytes()
    for kept in (0, 3, 11, 12, -1):
        cut.write_bytes(data[:kept])
        assert not is_whole(cut)
    assert screen_font_faces() == faces
    assert cut.read_bytes() == data


def test_what_is_no_font_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"junk" * 1000)
    assert not is_whole(tmp_path / "a")
    assert not is_whole(tmp_path / "nowhere")
    assert not is_whole(tmp_path)


def test_builds_at_once_share_the_copies(fresh_cache: Path) -> None:
    """Each of them finds the fonts whole, and nothing is left of the race."""
    code = "from briefing.outputs.fonts import fontconfig_file; print(fontconfig_file())"
    runs = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    paths = {run.communicate()[0].strip() for run in runs}
    assert {run.returncode for run in runs} == {0}
    assert paths == {str(fontconfig_file())}
    made = completed_fonts()
    assert [path.read_bytes() for path in made] == [completed(path) for path in font_files()]
    assert {path.name for path in fresh_cache.iterdir()} == {made[0].parent.name, Path(*paths).name}


def test_another_version_of_the_fonts_has_its_own_copies(
    fresh_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two installations share a cache; neither takes the other's fonts, nor its fontconfig."""
    first = fontconfig_file()
    data = first.read_bytes()
    monkeypatch.setattr(fonts, "OWN_GLYPHS", {})
    assert fontconfig_file() != first
    assert first.read_bytes() == data


def test_a_stale_fontconfig_is_replaced(cache: Path) -> None:
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
