"""PDF: the text of all pages, and where each begins."""

from __future__ import annotations

import io
import logging

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.documents import DocumentError, read_document
from briefing.documents.pdf import PAGE_BREAK, page_starts
from briefing.model.document import Document
from briefing.outputs.pdf import PrintedPdf
from tests.documents.making import pdf


def read(data: bytes) -> Document:
    return read_document("a.pdf", data)


def test_each_word_is_on_its_page() -> None:
    document = read(pdf(["Un début", "et sa suite"], ["milieu"], ["fin"]))
    pages = {word: document.page(document.text.index(word)) for word in document.text.split()}
    assert pages == {"Un": 1, "début": 1, "et": 1, "sa": 1, "suite": 1, "milieu": 2, "fin": 3}
    assert "début\net sa" in document.text


def test_a_page_without_text_counts() -> None:
    document = read(pdf([], ["un"], [], ["deux"], []))
    assert len(document.pages) == 5
    assert document.page(document.text.index("un")) == 2
    assert document.page(document.text.index("deux")) == 4


def test_words_of_two_pages_dont_touch() -> None:
    assert read(pdf(["coopé-"], ["ration"])).text.split() == ["coopé-", "ration"]


@given(st.lists(st.text("ab \n", max_size=5), min_size=1, max_size=6))
def test_each_page_begins_at_its_place(pages: list[str]) -> None:
    text = PAGE_BREAK.join(pages)
    document = Document("a.pdf", text, "", page_starts(pages))
    for number, (page, start) in enumerate(zip(pages, document.pages, strict=True), 1):
        assert text.startswith(page, start)
        assert {document.page(start + place) for place in range(len(page) + 1)} == {number}


def test_a_pdf_of_ours_is_read(starter_pdf: PrintedPdf) -> None:
    document = read(starter_pdf.data)
    assert len(document.pages) == starter_pdf.pages
    assert "usagers" in document.text


def test_an_encrypted_pdf_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"“a.pdf” is encrypted") as caught:
        read(pdf(["secret"], password="x"))  # noqa: S106
    assert "without password" in str(caught.value.hint)


def test_a_pdf_that_opens_without_password_is_read() -> None:
    """Only printing or copying is restricted."""
    assert read(pdf(["ouvert"], password="", owner="x")).text.strip() == "ouvert"


def test_an_encryption_that_needs_another_library_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise pypdf.errors.DependencyError("cryptography>=3.1 is required")

    monkeypatch.setattr(pypdf, "PdfReader", refuse)
    with pytest.raises(DocumentError, match="is encrypted"):
        read(b"%PDF-1.7")


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"<html></html>", b"\0" * 2000, pdf(["mot"])[:300], b"%PDF-1.7\n%%EOF"],
)
def test_a_damaged_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"“a.pdf” "):
        read(data)


@given(st.data())
def test_whatever_is_damaged_is_a_text_or_an_error(data: st.DataObject) -> None:
    whole = bytearray(pdf(["Un mot"], ["et un autre"]))
    places = st.integers(0, len(whole) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=20)):
        whole[place] = data.draw(st.integers(0, 255))
    try:
        text = read(bytes(whole)).text
    except DocumentError:
        return
    text.encode()


def test_a_pdf_without_text_is_an_error() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(DocumentError, match=r"“a.pdf” holds no text") as caught:
        read(out.getvalue())
    assert "character recognition" in str(caught.value.hint)


def test_what_the_library_logs_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    data = pdf(["mot"])
    before = logging.getLogger("pypdf").level
    assert read(data.replace(b"startxref\n", b"startxref\n9")).text.strip() == "mot"
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == before
