"""Pictures of pages: kept small, and compared with a tolerance."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.support import ROOT
from tests.validation import gates
from tests.validation.browsing import Screen

PAGES = {"complete": 4, "starter": 2, "sample": 3, "presse": 2, "decideurs": 1, "press-kit": 1}
"""How many pages of each PDF are kept, from the first."""
SCREENS = (
    Screen("complete", 360, "light"),
    Screen("complete", 1280, "light"),
    Screen("complete", 1280, "dark"),
    Screen("draft", 768, "dark"),
    Screen("presse", 360, "light"),
    Screen("presse", 1280, "dark"),
)

HELD = Path(__file__).with_name("pictures")
DIFFERENCES = ROOT / "build" / "differences"
"""Where a picture that differs is left to be looked at."""

UPDATING = "make validate PYTEST_ARGS=--update-golden"

DPI = 50
"""Of a page in print."""
SHRUNK = 2
"""A screen is kept at half its size."""
GREYS = 16
TILE = 8
"""Pixels a side of what is compared: a few letters of text."""
TOLERANCE = 16
"""Of 255 levels of grey, on the average of a tile. Two versions of a renderer smooth letters
differently and differ by less; a letter's breadth of text that moves differs by more."""


def draw_pages(pdf: Path, last: int, stem: Path) -> list[Path]:
    """Draw the first pages of a PDF, up to `last`, as `STEM-1.png` and so on."""
    gates.run("pdftoppm", "-r", str(DPI), "-gray", "-png", "-l", str(last), pdf, stem)
    return sorted(stem.parent.glob(f"{stem.name}-*.png"))


def read(path: Path) -> Image.Image:
    """Return a picture in shades of grey."""
    with Image.open(path) as image:
        return image.convert("L")


def compact(image: Image.Image) -> Image.Image:
    """Return `image` with as few greys as it is kept with."""
    step = 255 / (GREYS - 1)
    levels = image.convert("L").point([round(value / step) for value in range(256)])
    made = Image.frombytes("P", levels.size, levels.tobytes())
    made.putpalette([round(level * step) for level in range(GREYS) for _ in "rgb"])
    return made


def check(image: Image.Image, name: str, *, update: bool) -> None:
    """Fail where `image` isn't what is kept under `name`; with `update`, keep it first."""
    if update:
        keep(image, name)
    path = HELD / f"{name}.png"
    if not path.exists():
        pytest.fail(f"no picture is kept as {name}: {UPDATING}", pytrace=False)
    held = read(path)
    found = difference(image, held)
    if found > TOLERANCE:
        left = leave_difference(image, held, name)
        text = f"{name} differs by {found} levels of grey: see {left}. If it is meant: {UPDATING}"
        pytest.fail(text, pytrace=False)


def keep(image: Image.Image, name: str) -> None:
    """Keep `image` as the right one."""
    HELD.mkdir(exist_ok=True)
    compact(image).save(HELD / f"{name}.png", optimize=True, bits=4)


def difference(made: Image.Image, held: Image.Image) -> int:
    """Return the largest difference between two pictures, in levels of grey of one tile.

    Pictures of different sizes differ by all there is.
    """
    if made.size != held.size:
        return 255
    return max(ImageChops.difference(_tiles(made), _tiles(held)).tobytes())


def _tiles(image: Image.Image) -> Image.Image:
    return image.convert("L").reduce(TILE)


def leave_difference(made: Image.Image, held: Image.Image, name: str) -> Path:
    """Write the picture held, the one made and what differs, side by side; return its path."""
    width, height = max(made.width, held.width), max(made.height, held.height)
    board = Image.new("L", (3 * width, height), 255)
    for index, image in enumerate((held, made)):
        board.paste(image.convert("L"), (index * width, 0))
    one, other = (board.crop((i * width, 0, (i + 1) * width, height)) for i in (0, 1))
    board.paste(ImageChops.invert(ImageChops.difference(one, other)), (2 * width, 0))
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    path = DIFFERENCES / f"{name}.png"
    board.save(path)
    return path
