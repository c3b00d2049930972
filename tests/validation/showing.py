"""`make pictures`: the pictures of README, drawn from the sample, those of the houses too.

With them is kept what the sample said where each was taken: a test then sees, without drawing
anything, which of them show an older text.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path
from types import MappingProxyType

import pytest
from PIL import Image, ImageOps

from briefing import check
from briefing.api import find_audience
from briefing.building import build
from briefing.cli import main
from briefing.houses import find_templates
from tests.support import ROOT
from tests.validation import gates
from tests.validation.browsing import Screen, take_pictures

FOLDER = ROOT / "seeds" / "pictures"
TOLD = FOLDER / "shown.json"
GOLDEN = ROOT / "tests" / "golden"
REDRAWING = "make pictures"

ALIKE = 0.9
"""Of the words that a picture shows, how many must still stand there: a small correction may wait
for the next drawing, another title or table may not."""
DPI = 84
HOUSE_DPI = 60
HOUSE_COLOURS = 96
HOUSES = ROOT / "tests" / "houses"
GREYS = 16
MARGIN = 10
"""Pixels left around what is shown."""
PHONE = Screen("sample", 390, "light")
PHONE_HEIGHT = 780
"""CSS pixels."""


@dataclass(frozen=True, slots=True)
class View:
    """A picture, and the part of the sample that it shows."""

    name: str
    """Of its file, without suffix."""
    part: str
    """A regular expression that finds this part in the golden edition."""
    below: str = ""
    """The heading that the picture of a page begins at; "" for the whole page."""
    height: float = 0.0
    """Of a picture that begins at a heading, in shares of its page."""
    edition: str = "print"
    house: str = ""
    """The house whose first page it is, in colours; "" for our own."""


_FIRST = r'<section class="key-points".*?</section>'
VIEWS = (
    View("page-1", _FIRST),
    View("matrix", r'<table class="matrix.*?</table>'),
    View("timeline", r'<svg class="timeline.*?</svg>', below="Chronologie", height=0.46),
    View("phone", _FIRST, edition="screen"),
    *(View(f"house-{n}", _FIRST, house=n) for n in ("ministere", "redaction", "association")),
)


# ---- What is shown -------------------------------------------------------------------------


def told(view: View) -> str:
    """Return the words of the part of the golden edition that `view` shows."""
    html = (GOLDEN / f"sample.{view.edition}.html").read_text("utf-8")
    found = re.search(view.part, html, re.DOTALL)
    assert found, f"{view.name}: the sample has no {view.part}"
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", found[0])).split())


def likeness(one: str, other: str) -> float:
    """Return which share of the words of two texts stands in both, in one order."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


# ---- Drawing -------------------------------------------------------------------------------


def draw(folder: Path) -> dict[str, str]:
    """Draw all views of the sample into `folder`; return what each shows."""
    with tempfile.TemporaryDirectory() as made:
        main.main(["build", str(ROOT / "seeds"), "--out", made], standalone_mode=False)
        (pdf,), (html,) = Path(made).glob("*.pdf"), Path(made).glob("*.html")
        for view in VIEWS:
            if view.house:
                _house(view.house, Path(made) / view.house).save(
                    folder / f"{view.name}.png", optimize=True
                )
                continue
            image = _phone(html) if view.edition == "screen" else _page(pdf, view)
            _compact(image).save(folder / f"{view.name}.png", optimize=True, bits=4)
    return {view.name: told(view) for view in VIEWS}


def _house(name: str, out: Path) -> Image.Image:
    """Draw the first page of the sample as a house of the guide prints it."""
    checked = check(ROOT / "seeds")
    audience = replace(find_audience(checked.buildable(), "complet"), template=name)
    dossier = replace(checked.buildable(), audiences=MappingProxyType({name: audience}))
    templates = find_templates(None, [HOUSES])
    build(dossier, out, formats=["pdf"], templates=templates, evidence=checked.evidence)
    (pdf,) = out.glob("*.pdf")
    asked = ("-f", "1", "-l", "1", "-singlefile")
    gates.run("pdftoppm", "-r", str(HOUSE_DPI), "-png", *asked, pdf, pdf.with_suffix(""))
    with Image.open(pdf.with_suffix(".png")) as image:
        return ImageOps.expand(image.convert("RGB"), 1, "#c8c8c8").quantize(HOUSE_COLOURS)


def _phone(html: Path) -> Image.Image:
    take_pictures({PHONE.page: html}, [PHONE], html.parent)
    with Image.open(html.parent / f"{PHONE.name}.png") as image:
        return ImageOps.expand(image.crop((0, 0, PHONE.width, PHONE_HEIGHT)).convert("L"), 1, 200)


def _page(pdf: Path, view: View) -> Image.Image:
    """Draw the page that shows most of `view`, or what follows its heading there."""
    pages = list(_words(pdf))
    number = page_of(told(view), [" ".join(text for text, *_ in words) for words in pages])
    stem = pdf.with_name(view.name)
    asked = ("-f", str(number + 1), "-l", str(number + 1), "-singlefile")
    gates.run("pdftoppm", "-r", str(DPI), "-gray", "-png", *asked, pdf, stem)
    with Image.open(stem.with_suffix(".png")) as image:
        page = image.convert("L")
    if not view.below:
        return ImageOps.expand(page, 1, 200)
    # The heading itself: the running title says the same in small.
    _, top, _ = max((word for word in pages[number] if word[0] == view.below), key=lambda w: w[2])
    start = round(top * DPI / 72) - MARGIN
    return _trimmed(page.crop((0, start, page.width, start + round(view.height * page.height))))


def _words(pdf: Path) -> Iterator[list[tuple[str, float, float]]]:
    """Yield the words of each page with their top and height, in points."""
    html = gates.run("pdftotext", "-bbox", pdf, "-").stdout
    form = r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
    for page in html.split("<page ")[1:]:
        words = re.findall(form, page)
        yield [(unescape(text), float(a), float(b) - float(a)) for a, b, text in words]


def page_of(text: str, pages: list[str]) -> int:
    """Return the index of the page that holds most of `text`, by what it has of three words."""
    sought = _shingles(text)
    return max(range(len(pages)), key=lambda number: len(sought & _shingles(pages[number])))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _trimmed(image: Image.Image) -> Image.Image:
    """Cut the white around what is drawn."""
    box = ImageOps.invert(image).getbbox()
    return ImageOps.expand(image.crop(box), MARGIN, 255) if box else image


def _compact(image: Image.Image) -> Image.Image:
    return image.quantize(GREYS)


if __name__ == "__main__":
    try:
        shown = draw(FOLDER)
    except (pytest.skip.Exception, pytest.fail.Exception) as missing:
        sys.exit(str(missing))
    TOLD.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", "utf-8")
