"""Our own PDFs, read back: pages without calls of notes, attachments, faults."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.documents import DocumentError
from briefing.documents.finished import read_carried, read_finished
from briefing.model.edition import Edition, Medium
from briefing.outputs.pdf import PrintedPdf, print_pdf
from tests.documents.making import pdf


def test_the_pages_lose_the_calls_and_nothing_else(starter_pdf: PrintedPdf) -> None:
    finished = read_finished("a.pdf", starter_pdf.data)
    assert len(finished.pages) == starter_pdf.pages
    text = "\n".join(finished.pages)
    assert "\n1. " in text  # the notes keep their numbers
    assert "[1]" in text
    assert "20 mai 2025" in text.replace("\u00a0", " ")
    assert not [word for word in text.split() if word.rstrip(".,").endswith(("é1", "t1", "s1"))]


def test_a_line_in_another_size_begins_a_block(starter_pdf: PrintedPdf) -> None:
    first = read_finished("a.pdf", starter_pdf.data).pages[0]
    assert "au plus.\n\nparole directe" in first


def drawn(body: str) -> str:
    html = f'<html lang="fr"><head><title>T</title></head><body>{body}</body></html>'
    edition = Edition(html, Medium.PRINT, "T", "fr", "complet")
    return read_finished("a.pdf", print_pdf(edition).data).pages[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Mot<sup>2</sup> et suite", "Mot et suite"),
        ("Mot<sup>2,3</sup>, suite", "Mot, suite"),
        ("La <sup>2<sup>e</sup></sup> édition", "La 2e édition"),
        ("Le 1<sup>er</sup> mai", "Le 1er mai"),
        ("Mot<sup>2</sup> <sup>e</sup> suite", "Mot e suite"),
    ],
)
def test_an_ordinal_raised_whole_is_no_call(body: str, words: str) -> None:
    style = "<style>sup { font-size: 60%; vertical-align: 4pt }</style>"
    assert " ".join(drawn(f"{style}<p>{body}.</p>").split()) == f"{words}."


def test_info_is_read(starter_pdf: PrintedPdf) -> None:
    info = read_finished("a.pdf", starter_pdf.data).info
    assert info["/Creator"].startswith("briefing ")


def test_any_other_pdf_has_no_attachments() -> None:
    finished = read_finished("a.pdf", pdf(["Un début"], ["fin"]))
    assert dict(finished.attachments) == {}
    assert [page.strip() for page in finished.pages] == ["Un début", "fin"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "isn't a PDF"),
        ("Un texte nommé .pdf".encode(), "isn't a PDF"),
        (b"%PDF-1.7\n", "cut short"),
        (b"%PDF-1.7\nrien\n%%EOF\n", "can't be read as PDF"),
        (pdf(["secret"], password="clé"), "is encrypted"),  # noqa: S106 - a test's
    ],
)
def test_what_cant_be_read_is_told(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_finished("a.pdf", data)
    assert told in str(caught.value)
    assert caught.value.hint is not None


@given(share=st.floats(0, 0.99))
def test_a_truncated_pdf_is_told(starter_pdf: PrintedPdf, share: float) -> None:
    with pytest.raises(DocumentError):
        read_finished("a.pdf", starter_pdf.data[: int(len(starter_pdf.data) * share)])


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_spoilt_byte_is_no_traceback(place: float, byte: int) -> None:
    data = bytearray(pdf(["Un début"], ["fin"]))
    data[int(len(data) * place)] = byte
    with suppress(DocumentError):
        assert read_finished("a.pdf", bytes(data)).name == "a.pdf"


def test_what_is_carried_is_read_without_the_pages(starter_pdf: PrintedPdf) -> None:
    whole, quick = (read("a.pdf", starter_pdf.data) for read in (read_finished, read_carried))
    assert quick == replace(whole, pages=whole.pages[:1], drawn=())
    with pytest.raises(DocumentError):
        read_carried("a.pdf", starter_pdf.data[:-2000])
