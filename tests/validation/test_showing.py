"""The pictures of README are there, light, described, and show the sample as it is."""

from __future__ import annotations

import json
import re

import pytest
from PIL import Image

from tests.support import ROOT
from tests.validation.showing import (
    ALIKE,
    FOLDER,
    REDRAWING,
    TOLD,
    VIEWS,
    View,
    likeness,
    page_of,
    told,
)

PICTURES = re.findall(r"!\[(.*?)\]\((.*?)\)", (ROOT / "README.md").read_text("utf-8"))
NAMES = [view.name for view in VIEWS]


def test_readme_shows_every_view_and_says_what_it_is() -> None:
    assert [path for _, path in PICTURES] == [f"seeds/pictures/{name}.png" for name in NAMES]
    assert all(len(words.split()) >= 5 for words, _ in PICTURES)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_light_and_shows_something(name: str) -> None:
    path = FOLDER / f"{name}.png"
    assert path.stat().st_size < 150_000
    with Image.open(path) as image:
        grey = image.convert("L")
    assert min(grey.size) >= 200
    levels = grey.tobytes()
    assert min(levels) < 80
    assert max(levels) > 250


def test_no_other_picture_is_kept() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*(f"{n}.png" for n in NAMES), TOLD.name}


@pytest.mark.parametrize("view", VIEWS, ids=NAMES)
def test_the_sample_still_says_what_a_picture_shows(view: View) -> None:
    shown = json.loads(TOLD.read_text("utf-8"))[view.name]
    assert likeness(shown, told(view)) >= ALIKE, f"{view.name}.png is out of date: {REDRAWING}"


def test_a_corrected_word_may_wait_and_another_text_may_not() -> None:
    text = told(VIEWS[0])
    words = text.split()
    assert likeness(text, text.replace(words[5], "autre", 1)) >= ALIKE
    assert likeness(text, " ".join(words[: len(words) * 3 // 4])) < ALIKE
    assert likeness(text, told(VIEWS[1])) < ALIKE


def test_the_page_of_a_view_is_the_one_that_holds_most_of_it() -> None:
    text = "un deux trois quatre cinq six"
    assert page_of(text, ["deux trois quatre", "zéro un deux trois quatre cinq", "six cinq"]) == 1
