"""Comparing pictures: what a reader would see is seen, what a renderer may do is not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.validation import pictures
from tests.validation.pictures import TOLERANCE, compact, difference


@pytest.fixture
def page() -> Image.Image:
    """A page of grey words on lines, as text at a low resolution."""
    image = Image.new("L", (400, 560), 255)
    draw, dice = ImageDraw.Draw(image), Random(1)  # noqa: S311 - chance, not secrets
    for top in range(40, 520, 10):
        left = 40
        while left < 340:
            width = dice.randrange(10, 40)
            for x in range(left, left + width, 2):
                draw.line((x, top, x, top + 4), fill=dice.randrange(40, 120))
            left += width + 4
    return image


def test_a_picture_is_no_different_from_itself(page: Image.Image) -> None:
    assert difference(page, page.copy()) == 0


def test_fewer_greys_make_no_difference(page: Image.Image) -> None:
    assert difference(compact(page), page) <= TOLERANCE / 2


def test_white_and_black_stay_so() -> None:
    for level in (0, 255):
        image = Image.new("L", (8, 8), level)
        assert compact(image).convert("L").getextrema() == (level, level)


def test_smoother_letters_make_no_difference(page: Image.Image) -> None:
    assert difference(page.filter(ImageFilter.GaussianBlur(0.5)), page) <= TOLERANCE


def test_a_word_that_is_missing_is_seen(page: Image.Image) -> None:
    made = page.copy()
    made.paste(255, (100, 200, 120, 206))
    assert difference(made, page) > TOLERANCE


def test_a_line_that_moved_is_seen(page: Image.Image) -> None:
    made = ImageChops.offset(page, 0, 4)
    assert difference(made, page) > TOLERANCE


def test_another_size_is_seen(page: Image.Image) -> None:
    assert difference(page.crop((0, 0, 400, 552)), page) == 255


def test_what_differs_is_left_to_be_looked_at(
    page: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "DIFFERENCES", tmp_path / "differences")
    made = page.crop((0, 0, 400, 500))
    path = pictures.leave_difference(made, page, "page-1")
    with Image.open(path) as board:
        assert board.size == (1200, 560)
        assert board.crop((800, 0, 1200, 500)).getextrema() == (255, 255)
        assert board.crop((800, 500, 1200, 560)).getextrema() != (255, 255)


def test_a_picture_is_kept_small(
    page: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "HELD", tmp_path / "held")
    pictures.keep(page, "page-1")
    kept = tmp_path / "held" / "page-1.png"
    assert difference(pictures.read(kept), page) <= TOLERANCE / 2
    assert kept.stat().st_size < page.width * page.height / 2


def test_a_change_fails_until_it_is_kept(
    page: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "HELD", tmp_path / "held")
    monkeypatch.setattr(pictures, "DIFFERENCES", tmp_path / "differences")
    with pytest.raises(pytest.fail.Exception, match="no picture is kept"):
        pictures.check(page, "page-1", update=False)
    pictures.check(page, "page-1", update=True)
    made = ImageChops.invert(page)
    with pytest.raises(pytest.fail.Exception, match=r"differs by \d+ .*golden"):
        pictures.check(made, "page-1", update=False)
    assert (tmp_path / "differences" / "page-1.png").exists()
    pictures.check(made, "page-1", update=True)
    pictures.check(made, "page-1", update=False)


# ---- Those that are kept -------------------------------------------------------------------


def test_every_picture_kept_is_compared() -> None:
    screens = {screen.name for screen in pictures.SCREENS}
    drawn = {f"{name}-page" for name in pictures.PAGES}
    kept = {path.stem for path in pictures.HELD.iterdir()}
    assert screens <= kept
    assert {name.rpartition("-")[0] for name in kept - screens} == drawn
    assert len(kept - screens) == sum(pictures.PAGES.values())


def test_the_pictures_stay_light() -> None:
    assert sum(path.stat().st_size for path in pictures.HELD.iterdir()) < 1_000_000
