"""The printed page, measured in the PDF: grid, measure, heads, tables, and no hole."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

import briefing
from briefing.model.dossier import Dossier, Party
from briefing.outputs.pdf import PrintedPdf
from tests.builders import assembled, dossier, extract, key_point
from tests.rendering.pages import readable

HEIGHT = 841.89
TOP = 59.5
GRID, LEADING, NOTE_LEADING = 3.5, 14.0, 10.5
TEXT, NOTE = 11.2, 8.6
SLACK = 0.5
"""Points between faces and sizes that share a line of the grid."""


class Line(NamedTuple):
    """What stands on one baseline in one size: points from the top and the left of the page."""

    down: float
    left: float
    size: float
    text: str


class Sheet:
    """A page, of which each line is read once."""

    def __init__(self, page: Any) -> None:
        self.is_on_its_side = float(page.mediabox.width) > float(page.mediabox.height)
        self.text = page.extract_text()
        self._page = page

    @cached_property
    def _parts(self) -> list[tuple[float, float, float, str]]:
        """What is written in one go: points from the top and the left, its size, its text."""
        found: list[tuple[float, float, float, str]] = []

        def visit(
            text: str, user: list[float], matrix: list[float], font: Any, points: float
        ) -> None:
            if font is None or not text.strip():
                return
            x = matrix[4] * user[0] + user[4]
            y = matrix[5] * user[3] + user[5]
            scale = abs(matrix[3] * user[3])
            found.append((round(HEIGHT - y, 1), x, abs(points * scale), text.replace("\n", "")))

        self._page.extract_text(visitor_text=visit)
        return found

    def lines(self, size: float) -> list[Line]:
        """Return the lines set in `size`, from the top down."""
        found: dict[float, list[tuple[float, str]]] = {}
        for down, left, points, text in self._parts:
            if abs(points - size) <= 0.05:
                found.setdefault(down, []).append((left, text))
        return [
            Line(down, parts[0][0], size, readable("".join(text for _, text in parts)).strip())
            for down, parts in sorted(found.items())
        ]


def sheets(printed: PrintedPdf) -> list[Sheet]:
    return [Sheet(page) for page in PdfReader(io.BytesIO(printed.data)).pages]


def phase(line: Line) -> float:
    """Return how far below the grid a baseline stands, 0 to the grid's unit."""
    return (line.down - TOP) % GRID


def apart(first: float, second: float) -> float:
    distance = abs(first - second) % GRID
    return min(distance, GRID - distance)


@pytest.fixture(scope="module")
def pages(sample_pdf: PrintedPdf) -> list[Sheet]:
    """The pages of the sample."""
    return sheets(sample_pdf)


def drawn(wanted: Dossier) -> list[Sheet]:
    printed = briefing.print_pdf(briefing.render(assembled(wanted), "print"))
    assert printed.warnings == ()
    return sheets(printed)


# ---- Grid and measure ----------------------------------------------------------------------


@pytest.mark.parametrize("size", [TEXT, NOTE, 7.4, 8.3])
def test_text_notes_tables_and_details_share_the_lines_of_a_grid(
    pages: list[Sheet], size: float
) -> None:
    usual = median(phase(line) for page in pages for line in page.lines(TEXT))
    stray = [
        (number, line.text)
        for number, page in enumerate(pages, 1)
        for line in page.lines(size)
        if apart(phase(line), usual) > SLACK
    ]
    assert stray == []


@pytest.mark.parametrize(("size", "leading"), [(TEXT, LEADING), (NOTE, NOTE_LEADING)])
def test_lines_that_follow_each_other_are_evenly_led(
    pages: list[Sheet], size: float, leading: float
) -> None:
    steps = [
        round(second.down - first.down, 1)
        for page in pages
        for first, second in pairwise(page.lines(size))
    ]
    assert median(steps) == pytest.approx(leading, abs=0.11)
    assert min(steps) >= leading - 0.11


def test_a_line_of_text_has_62_to_70_signs(pages: list[Sheet]) -> None:
    """Counted on lines that another follows: the last of a paragraph is as long as it is."""
    full = [
        len(first.text)
        for page in pages
        for first, second in pairwise(page.lines(TEXT))
        if second.down - first.down < LEADING + 0.2
    ]
    assert len(full) > 200
    assert 62 <= median(full) <= 70


# ---- The first page ------------------------------------------------------------------------


def test_the_first_page_holds_every_key_point_and_begins_the_chapeau(
    pages: list[Sheet], sample: Dossier
) -> None:
    text = readable(pages[0].text)
    assert "Points clés" in text
    points = briefing.assemble(sample).key_points
    assert len(points) > 3
    second = readable(pages[1].text)
    assert not any("".join(s.text for s in point.text)[:40] in second for point in points)
    assert "Qui parle pour Moscou" in text


def test_a_title_of_three_lines_leaves_the_first_page_its_key_points() -> None:
    title = (
        "Une ligne de nuit entre deux régions que tout sépare et qui se parlent peu depuis dix ans"
    )
    wanted = dossier(extract(), title=title, key_points=[key_point("minic#objectifs")])
    first = drawn(wanted)[0]
    assert len(first.lines(27.0)) == 3
    assert "Points clés" in first.text


# ---- Heads and holes -----------------------------------------------------------------------


def head(page: Sheet) -> str:
    return " ".join(line.text for line in page.lines(7.5) if line.down < TOP)


def test_the_head_of_a_page_says_section_party_and_issue(
    pages: list[Sheet], sample: Dossier
) -> None:
    heads = [head(page) for page in pages]
    assert heads[0] == ""
    parties = "|".join(re.escape(readable(party.name)) for party in sample.parties)
    issues = "|".join(re.escape(readable(issue.name)) for issue in sample.issues)
    told = [h for h in heads if re.search(rf"Positions des parties · ({parties}) · ({issues})", h)]
    assert len(told) >= 5
    assert any(found.endswith("Chronologie") for found in heads)


def body(page: Sheet) -> Iterator[Line]:
    for size in (TEXT, NOTE, 7.4, 8.3, 7.0, 10.8, 9.4, 13.0, 15.0):
        yield from (line for line in page.lines(size) if TOP < line.down < HEIGHT - 55)


def test_no_page_but_the_last_is_half_empty(pages: list[Sheet]) -> None:
    for number, page in enumerate(pages[:-1], 1):
        places = [TOP, *sorted(line.down for line in body(page)), HEIGHT - 58.5]
        widest = max(second - first for first, second in pairwise(places))
        assert widest < (HEIGHT - TOP - 58.5) / 2, number


def test_the_sample_is_a_briefing_and_not_a_book(pages: list[Sheet], sample: Dossier) -> None:
    printed = len(sample.extracts)
    assert len(pages) <= 4 + printed / 5


# ---- The matrix ----------------------------------------------------------------------------


def crowd(count: int) -> Dossier:
    parties = tuple(Party(f"p{n}", f"Partie{n:02}") for n in range(1, count + 1))
    said = [extract(f"minic#e{n}", parties=[f"p{n}"]) for n in range(1, count + 1)]
    return dossier(*said, parties=parties)


def tables(found: list[Sheet]) -> list[tuple[bool, list[str]]]:
    """Return the pages that hold a matrix: whether it lies on its side, its parties."""
    return [
        (page.is_on_its_side, re.findall(r"Partie\d\d", page.text.partition("Enjeu")[2]))
        for page in found
        if "Enjeu" in page.text
    ]


@pytest.mark.parametrize(("count", "on_its_side"), [(6, False), (7, True), (9, True)])
def test_seven_parties_turn_the_page(count: int, on_its_side: bool) -> None:
    (table,) = tables(drawn(crowd(count)))
    assert table[0] is on_its_side
    assert len(set(table[1])) == count


def test_more_than_nine_parties_fold_into_even_tables() -> None:
    found = drawn(crowd(14))
    text = "\n".join(page.text for page in found)
    assert len(re.findall(r"^\s*Enjeu\b", text, re.MULTILINE)) == 2
    assert re.findall(r"Tableau \d sur \d", readable(text)) == [
        "Tableau 1 sur 2",
        "Tableau 2 sur 2",
    ]
    folded = tables(found)
    assert all(turned for turned, _ in folded)
    assert {name for _, names in folded for name in names} == {
        f"Partie{n:02}" for n in range(1, 15)
    }


def test_a_cell_tells_in_order_when_a_position_moved() -> None:
    said = [
        extract("minic#apres", brief="Pays pris.", date="2025-11-05"),
        extract("minic#avant", brief="Ville voulue.", date="2025-02-12"),
    ]
    (table,) = [page.text for page in drawn(dossier(*said)) if "Enjeu" in page.text]
    cell = readable(table.partition("Enjeu")[2])
    told = ["12 févr. 2025", "Ville voulue", "5 nov. 2025", "Pays pris"]
    assert [cell.find(words) for words in told] == sorted(cell.find(words) for words in told)
    assert min(cell.find(words) for words in told) >= 0
