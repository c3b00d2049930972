"""The PDF: what its reader sees and searches, and nothing that came from elsewhere."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

import briefing
from briefing import resources
from briefing.errors import BriefingError
from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.outputs import pdf
from briefing.outputs.pdf import PrintedPdf, print_pdf
from tests.builders import assembled, dossier, extract, key_point
from tests.rendering.pages import parse, readable

ROOT = Path(__file__).resolve().parent.parent.parent
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@pytest.fixture(scope="session")
def reader(starter_pdf: PrintedPdf) -> PdfReader:
    """The starter's PDF, read back."""
    return PdfReader(io.BytesIO(starter_pdf.data))


def page(body: str, head: str = "") -> Edition:
    html = f"<html lang=fr><head><title>Un titre</title>{head}</head><body>{body}</body></html>"
    return Edition(html, Medium.PRINT, "Un titre", "fr", "complet")


# ---- The starter ---------------------------------------------------------------------------


def test_the_layout_engine_has_nothing_to_say(starter_pdf: PrintedPdf) -> None:
    assert starter_pdf.warnings == ()


def test_the_pages_are_counted(starter_pdf: PrintedPdf, reader: PdfReader) -> None:
    assert starter_pdf.pages == len(reader.pages) >= 2


def test_every_page_is_a4(reader: PdfReader) -> None:
    for sheet in reader.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]


def test_the_metadata_are_those_of_the_briefing(
    reader: PdfReader, starter_briefing: Briefing
) -> None:
    found = reader.metadata
    assert found is not None
    assert readable(found.title or "") == readable(starter_briefing.title)
    assert found.author == "Votre nom"
    assert str(found["/Keywords"]).split(", ") == [
        *("Région", "Exploitant", "Financement", "Calendrier")
    ]
    assert found.creator is not None
    assert found.creator.startswith("briefing ")
    assert str(reader.root_object["/Lang"]) == "fr"


def test_the_dates_of_the_file_are_that_of_the_briefing(reader: PdfReader) -> None:
    found = reader.metadata
    assert found is not None
    assert str(found["/CreationDate"]).startswith("D:20250602")
    assert str(found["/ModDate"]).startswith("D:20250602")


def titles(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, Destination):
            yield readable(str(item.title))
        else:
            yield from titles(item)


def test_every_section_has_its_bookmark(reader: PdfReader) -> None:
    found = list(titles(reader.outline))
    wanted = ["Points clés", "Positions des parties", "Chronologie", "Questions ouvertes"]
    wanted += ["Sources", "Méthode"]
    places = [next(i for i, title in enumerate(found) if name in title) for name in wanted]
    assert places == sorted(places)


def test_every_page_says_its_number_and_how_many_there_are(reader: PdfReader) -> None:
    count = len(reader.pages)
    for number, sheet in enumerate(reader.pages, 1):
        assert re.search(rf"\b{number}\s?/\s?{count}\b", sheet.extract_text())


def test_the_words_can_be_searched(reader: PdfReader) -> None:
    text = readable(" ".join(sheet.extract_text() for sheet in reader.pages))
    assert "La moitié du déficit, au plus." in text
    assert "nous prendrons en charge la moitié du déficit" in text
    assert "Pas de position relevée" in text


def test_every_note_is_at_the_foot_of_a_page(reader: PdfReader, starter_briefing: Briefing) -> None:
    text = "\n".join(sheet.extract_text() for sheet in reader.pages)
    for note in starter_briefing.notes:
        assert re.search(rf"^\s*{note.number}\.\s", text, re.MULTILINE)


def fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the descriptor of every font of every page."""
    for sheet in reader.pages:
        resources_ = sheet["/Resources"].get_object()
        assert isinstance(resources_, DictionaryObject)
        held = resources_["/Font"].get_object()
        assert isinstance(held, DictionaryObject)
        for name in held:
            font = held[name].get_object()
            for descendant in font["/DescendantFonts"]:  # type: ignore[index]
                yield descendant.get_object()["/FontDescriptor"].get_object()


def test_every_font_is_inside_and_ours(reader: PdfReader) -> None:
    found = list(fonts(reader))
    names = {str(font["/FontName"]).partition("+")[2] for font in found}
    assert all("/FontFile2" in font or "/FontFile3" in font for font in found)
    assert {
        name for name in names if not name.startswith(("EB-Garamond", "Source-Sans-3"))
    } == set()
    assert {name.split("-")[0] for name in names} == {"EB", "Source"}


def test_the_structure_is_tagged_for_screen_readers(reader: PdfReader) -> None:
    marks = reader.root_object["/MarkInfo"]
    assert isinstance(marks, DictionaryObject)
    assert str(marks["/Marked"]) == "True"
    assert "/StructTreeRoot" in reader.root_object


AGAIN = """
import hashlib, sys, briefing
dossier = briefing.read_dossier(sys.argv[1]).dossier
pdf = briefing.print_pdf(briefing.render(briefing.assemble(dossier), "print"))
print(hashlib.sha256(pdf.data).hexdigest())
"""


def test_another_day_and_process_draw_the_same_bytes(starter_pdf: PrintedPdf) -> None:
    """Neither the clock nor the order of Python's sets is in the file."""
    result = subprocess.run(
        [sys.executable, "-c", AGAIN, str(resources.starter_folder())],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=environment(PYTHONHASHSEED="1234", SOURCE_DATE_EPOCH="86400", TZ="Asia/Tokyo"),
    )
    assert result.stdout.strip() == hashlib.sha256(starter_pdf.data).hexdigest()


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, **changes}


# ---- Nothing from elsewhere ----------------------------------------------------------------


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """The address of a file that no page may read."""
    path = tmp_path / "secret.txt"
    path.write_text("Rien qui vous regarde.", "utf-8")
    return path.as_uri()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img src="{url}">'),
        ("", '<object data="{url}"></object>'),
        ("", '<embed src="{url}">'),
        ("", '<p style="background: url({url})">x</p>'),
        ('<link rel="stylesheet" href="{url}">', "x"),
        ('<link rel="attachment" href="{url}">', "x"),
        ("<style>@import '{url}';</style>", "x"),
        (
            "<style>@font-face {{ font-family: F; src: url({url}) }} p {{ font: 1em F }}</style>",
            "<p>x</p>",
        ),
        ("<style>p::before {{ content: url({url}) }}</style>", "<p>x</p>"),
        ("<style>li {{ list-style-image: url({url}) }}</style>", "<ul><li>x</ul>"),
        ("<style>@page {{ background: url({url}) }}</style>", "x"),
        ("", '<a rel="attachment" href="{url}">x</a>'),
        ("", '<svg><image href="{url}" width="9" height="9"/></svg>'),
    ],
)
@pytest.mark.parametrize("kind", ["file", "web"])
def test_a_page_that_asks_for_a_file_fails_and_nothing_is_read(
    head: str, body: str, kind: str, secret: str
) -> None:
    """A missing picture must fail the build, not vanish; a file must not leak into it."""
    url = secret if kind == "file" else "https://exemple.invalid/a.png"
    with pytest.raises(BriefingError) as caught:
        print_pdf(page(body.format(url=url), head.format(url=url)))
    assert url in str(caught.value)
    assert caught.value.exit_code == 1


def test_a_picture_beside_the_page_is_refused_too() -> None:
    with pytest.raises(BriefingError, match=r"carte\.png"):
        print_pdf(page('<img src="carte.png">'))


def test_what_the_page_holds_itself_is_drawn() -> None:
    made = print_pdf(page(f'<p>Un mot<img src="{PIXEL}" alt="un point"></p>'))
    assert (made.pages, made.warnings) == (1, ())


def test_a_link_is_not_fetched() -> None:
    made = print_pdf(page('<a href="https://exemple.invalid/">ici</a>'))
    assert b"exemple.invalid" in made.data or made.pages == 1


# ---- What is said on the way ---------------------------------------------------------------


def test_a_fault_of_the_styles_is_collected(caplog: pytest.LogCaptureFixture) -> None:
    made = print_pdf(page("x", "<style>p { colour: red }</style>"))
    assert len(made.warnings) == 1
    assert "colour" in made.warnings[0]
    assert caplog.records == []


def test_logging_is_left_as_it_was() -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.propagate, logger.level, list(logger.handlers))
    shares: list[float] = []
    print_pdf(page("x"), progress=shares.append)
    assert (logger.propagate, logger.level, list(logger.handlers)) == before


def test_progress_grows_and_stays_under_the_whole() -> None:
    shares: list[float] = []
    print_pdf(page("x"), progress=shares.append)
    assert shares
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] < 1


@pytest.mark.parametrize("date", ["2025-11~", "2025", "2025-11-04/2025-11-05", "2025-21", ""])
def test_a_vague_date_is_no_fault(date: str) -> None:
    """The head of the page has no date that the engine can't read."""
    made = briefing.render(assembled(dossier(extract(), date=date)), "print")
    head = parse(made.html).one("head")
    metas = "".join(
        f'<meta name="{m.get("name")}" content="{m.get("content")}">' for m in head.all("meta")
    )
    assert print_pdf(page("x", metas)).warnings == ()


def test_no_note_is_lost_when_a_page_is_tight() -> None:
    """Long notes called from short items: each is drawn, or the build fails."""
    said = [
        replace(extract(f"a#{i}", supports=(f"kp-{i}",)), quotation=f"mot{i} " + "bla " * 60)
        for i in range(12)
    ]
    points = [key_point(f"kp-{i}", "Un point clé de quelques mots à peine.") for i in range(12)]
    what = assembled(dossier(*said, key_points=points), "points-clés", "sources")
    made = print_pdf(briefing.render(what, "print"))
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(made.data)).pages)
    assert [i for i in range(12) if f"mot{i}" not in text] == []


@pytest.mark.parametrize(("verdicts", "lost"), [([["1"], []], False), ([["1"], ["1", "3"]], True)])
def test_a_note_that_finds_no_page_is_tried_again_then_told(
    verdicts: list[list[str]], *, lost: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rather no PDF than one that drops a source."""
    said = iter(verdicts)
    monkeypatch.setattr(pdf, "lost_notes", lambda *_: next(said))
    if not lost:
        assert print_pdf(page("x")).pages == 1
        return
    with pytest.raises(BriefingError, match="1, 3") as caught:
        print_pdf(page("x"))
    assert caught.value.hint is not None


def test_the_notes_of_a_page_are_found_by_their_anchors() -> None:
    html = '<p>a<span id="pied-1">b</span>c<span id="pied-12">d</span></p>'
    pages = [SimpleNamespace(anchors={"pied-1": (0, 0)}), SimpleNamespace(anchors={})]
    assert pdf.lost_notes(html, pages) == ["12"]
