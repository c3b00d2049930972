"""What makes an archive of the PDF, as another program reads it."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from briefing.model.edition import Attachment
from briefing.outputs.pdf import PrintedPdf, print_pdf
from tests.outputs.test_embedding import dated, page

pytestmark = pytest.mark.xdist_group("pdf")


@pytest.fixture(scope="session")
def catalogue(starter_pdf: PrintedPdf) -> Any:
    """The starter's catalogue."""
    return PdfReader(io.BytesIO(starter_pdf.data)).root_object


def test_the_title_is_shown_and_the_text_has_a_language(catalogue: Any) -> None:
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert str(catalogue["/Lang"]) == "fr"


def test_the_pages_have_their_numbers_as_labels(starter_pdf: PrintedPdf) -> None:
    reader = PdfReader(io.BytesIO(starter_pdf.data))
    assert reader.page_labels == [str(number + 1) for number in range(len(reader.pages))]


def test_bookmarks_begin_with_a_word(starter_pdf: PrintedPdf) -> None:
    outline: Any = PdfReader(io.BytesIO(starter_pdf.data)).outline
    assert str(outline[0].title) == "Points clés"


def outline(data: bytes) -> list[str]:
    """Return the titles of the bookmarks, those of a section after it."""

    def titles(items: Any) -> list[str]:
        nested = (titles(item) if isinstance(item, list) else [str(item.title)] for item in items)
        return [title for found in nested for title in found]

    return titles(PdfReader(io.BytesIO(data)).outline)


def test_the_introduction_and_the_back_matter_have_bookmarks(starter_pdf: PrintedPdf) -> None:
    found = outline(starter_pdf.data)
    assert found[1] == "Introduction"
    assert found[-1] == "Comment citer cette publication"


def test_the_kind_of_a_divergence_stands_apart_from_its_title(starter_pdf: PrintedPdf) -> None:
    assert "Désaccord\u00a0: Hiver ou printemps" in outline(starter_pdf.data)


def test_the_metadata_name_each_author_the_publisher_and_the_date() -> None:
    head = (
        '<meta name="author" content="Ada"><meta name="author" content="Bob">'
        '<meta name="dcterms.publisher" content="Atelier">'
        '<meta name="dcterms.created" content="2025-06-02">'
    )
    data = print_pdf(page(head)).data
    stream: Any = PdfReader(io.BytesIO(data)).root_object["/Metadata"]
    packet = ElementTree.fromstring(stream.get_data())  # noqa: S314 - our own
    dc = "{http://purl.org/dc/elements/1.1/}"
    names = ("creator", "publisher", "date")
    texts = {
        name: ["".join(one.itertext()) for one in packet.iter(f"{dc}{name}")] for name in names
    }
    assert texts == {"creator": ["AdaBob"], "publisher": ["Atelier"], "date": ["2025-06-02"]}


def test_the_metadata_are_plain_and_say_what_the_information_says(starter_pdf: PrintedPdf) -> None:
    reader = PdfReader(io.BytesIO(starter_pdf.data))
    stream: Any = reader.root_object["/Metadata"]
    assert "/Filter" not in stream
    packet = ElementTree.fromstring(stream.get_data())  # noqa: S314 - our own
    info = reader.metadata
    assert info is not None
    texts = {held.text for held in packet.iter() if held.text}
    assert {str(info[key]) for key in ("/Title", "/Producer", "/Creator", "/Keywords")} <= texts
    assert {"3", "A", "1"} <= texts


def test_the_colours_are_defined(catalogue: Any) -> None:
    (intent,) = (held.get_object() for held in catalogue["/OutputIntents"])
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 3
    assert profile.get_data()[16:20] == b"RGB "


def test_every_annotation_is_printed(starter_pdf: PrintedPdf) -> None:
    reader = PdfReader(io.BytesIO(starter_pdf.data))
    held = [one.get_object() for sheet in reader.pages for one in sheet.get("/Annots", [])]
    assert held
    assert {int(one["/F"]) for one in held} == {4}
    assert all(str(one["/Contents"]).strip() for one in held)


def test_the_file_has_an_identifier_that_its_content_makes() -> None:
    one, same = (print_pdf(dated("2025")).data for _ in range(2))
    other = print_pdf(dated("2024")).data
    assert one == same
    assert identifier(one) != identifier(other)


def identifier(data: bytes) -> str:
    found = PdfReader(io.BytesIO(data)).trailer["/ID"]
    assert re.fullmatch(r"\[.+\]", str(found))
    return str(found)


def test_a_file_inside_has_what_pdf_a_asks_for() -> None:
    file = Attachment("a.csv", b"a;b\n", "text/csv", "Des données", "Data")
    root: Any = PdfReader(
        io.BytesIO(print_pdf(dated("2025-11-21"), attachments=[file]).data)
    ).root_object
    (held,) = (one.get_object() for one in root["/AF"])
    assert str(held["/AFRelationship"]) == "/Data"
    stream = held["/EF"]["/F"].get_object()
    assert str(stream["/Subtype"]) == "/text/csv"
    assert str(stream["/Params"]["/ModDate"]) == "D:20251121000000Z"
