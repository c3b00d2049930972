"""What a page draws: the same however it is packed, another after any edit."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from briefing.documents.drawn import drawn_pages
from briefing.documents.finished import read_finished
from briefing.outputs.pdf import PrintedPdf
from tests.documents.making import pdf

Edit = Callable[[pypdf.PdfWriter], object]


def saved(data: bytes, *edits: Edit) -> bytes:
    """Return the PDF `data`, edited and written by another program."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for edit in edits:
        edit(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def changed(data: bytes, edit: Edit) -> list[int]:
    """Return the numbers of the pages that `edit` changes, from 1."""
    pairs = zip(drawn_pages(data), drawn_pages(saved(data, edit)), strict=True)
    return [number for number, (one, other) in enumerate(pairs, 1) if one != other]


def content(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream


def replace_content(writer: pypdf.PdfWriter, old: bytes, new: bytes) -> None:
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    data = contents.get_data()
    assert old in data
    page[NameObject("/Contents")] = writer._add_object(content(data.replace(old, new)))


# ---- Packing -------------------------------------------------------------------------------


def pack(writer: pypdf.PdfWriter) -> None:
    for page in writer.pages:
        page.compress_content_streams(1)
    writer.compress_identical_objects()
    writer.add_metadata({"/Subject": "Une copie"})


@pytest.mark.parametrize("edits", [(), (pack,)], ids=["saved", "packed"])
def test_saved_again_by_another_program_it_is_the_same(
    starter_pdf: PrintedPdf, edits: tuple[Edit, ...]
) -> None:
    again = saved(starter_pdf.data, *edits)
    assert again != starter_pdf.data
    assert drawn_pages(again) == drawn_pages(starter_pdf.data)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf isn't here")
@pytest.mark.parametrize(
    "options",
    [
        ["--linearize"],
        ["--stream-data=uncompress", "--object-streams=disable"],
        ["--recompress-flate", "--compression-level=9"],
        ["--coalesce-contents"],
    ],
)
def test_so_it_is_when_qpdf_packs_it_otherwise(
    starter_pdf: PrintedPdf, tmp_path: Path, options: list[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(starter_pdf.data)
    command = ["qpdf", *options, "a.pdf", "b.pdf"]
    subprocess.run(command, cwd=tmp_path, check=True)
    again = (tmp_path / "b.pdf").read_bytes()
    assert drawn_pages(again) == drawn_pages(starter_pdf.data)


def test_a_content_in_pieces_is_the_same_as_whole() -> None:
    data = pdf(["Un", "deux"])

    def split(writer: pypdf.PdfWriter) -> None:
        contents = writer.pages[0].get_contents()
        assert contents is not None
        start, _, end = contents.get_data().partition(b" T* ")
        pieces = [writer._add_object(content(part)) for part in (start + b" T*", end)]
        writer.pages[0][NameObject("/Contents")] = ArrayObject(pieces)

    found = saved(data, split)
    assert "deux" in read_finished("a.pdf", found).pages[0]
    whole = saved(data, lambda writer: replace_content(writer, b" T* (deux", b" T*\n(deux"))
    assert drawn_pages(found) == drawn_pages(whole)


# ---- Edits ---------------------------------------------------------------------------------


def test_a_letter_changes_its_page_alone() -> None:
    data = pdf(["Un accord"], ["Un autre"])
    assert changed(data, lambda w: replace_content(w, b"accord", b"discord")) == [1]


def note(**entries: PdfObject) -> DictionaryObject:
    held = DictionaryObject()
    held[NameObject("/Type")] = NameObject("/Annot")
    held[NameObject("/Subtype")] = NameObject("/FreeText")
    held[NameObject("/Rect")] = ArrayObject(FloatObject(n) for n in (50, 500, 400, 700))
    for key, value in entries.items():
        held[NameObject(f"/{key}")] = value
    return held


def lay(writer: pypdf.PdfWriter, **entries: PdfObject) -> None:
    writer.pages[1][NameObject("/Annots")] = ArrayObject([writer._add_object(note(**entries))])


def test_something_laid_over_a_page_changes_it() -> None:
    data = pdf(["Un"], ["deux"])
    assert changed(data, lay) == [2]
    laid = saved(data, lambda w: lay(w, Contents=TextStringObject("Faux")))
    assert changed(laid, lambda w: lay(w, Contents=TextStringObject("Autre"))) == [2]
    assert changed(laid, lambda w: lay(w, Contents=TextStringObject("Faux"))) == []


def test_a_link_is_where_it_leads() -> None:
    data = pdf(["Un"], ["deux"], ["trois"])

    def link(writer: pypdf.PdfWriter, number: int) -> None:
        lay(writer, Dest=TextStringObject("ici"))
        writer.add_named_destination("ici", number)

    linked = saved(data, lambda w: link(w, 0))
    other = saved(data, lambda w: link(w, 2))
    differ = [a != b for a, b in zip(drawn_pages(linked), drawn_pages(other), strict=True)]
    assert differ == [False, True, False]


def crop(writer: pypdf.PdfWriter) -> None:
    box = ArrayObject([NumberObject(0), NumberObject(0), NumberObject(100), NumberObject(100)])
    writer.pages[0][NameObject("/CropBox")] = box


def turn(writer: pypdf.PdfWriter) -> None:
    writer.pages[0][NameObject("/Rotate")] = NumberObject(180)


def open_with_script(writer: pypdf.PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )


@pytest.mark.parametrize("edit", [crop, turn, open_with_script])
def test_so_does_what_shows_less_of_it_or_more(edit: Edit) -> None:
    assert changed(pdf(["Un"], ["deux"]), edit) == [1]


@pytest.mark.parametrize("held", ["/ToUnicode", "/FontFile2"])
def test_a_font_changes_all_pages_that_use_it(starter_pdf: PrintedPdf, held: str) -> None:
    def spoil(writer: pypdf.PdfWriter) -> None:
        for one in writer._objects:
            if isinstance(one, DictionaryObject) and held in one:
                stream = one[held]
                data = stream.get_data()  # type: ignore[attr-defined]
                one[NameObject(held)] = writer._add_object(content(data + b"\n"))

    assert changed(starter_pdf.data, spoil) == list(range(1, starter_pdf.pages + 1))


# ---- Odd files -----------------------------------------------------------------------------


def test_a_ring_of_objects_ends() -> None:
    def tie(writer: pypdf.PdfWriter) -> None:
        held = note()
        reference = writer._add_object(held)
        held[NameObject("/Popup")] = reference
        writer.pages[1][NameObject("/Annots")] = ArrayObject([reference])

    assert changed(pdf(["Un"], ["deux"]), tie) == [2]


def test_a_page_without_anything_is_a_page() -> None:
    def empty(writer: pypdf.PdfWriter) -> None:
        for key in ("/Contents", "/Resources"):
            writer.pages[0].pop(key)
        writer.pages[0][NameObject("/Annots")] = NullObject()

    data = saved(pdf(["Un"]), empty)
    assert len(drawn_pages(data)) == 1
    assert read_finished("a.pdf", data).pages == ("",)
