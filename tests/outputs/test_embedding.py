"""Files inside a PDF, as another program reads them back."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from briefing.documents.drawn import drawn_pages
from briefing.model.edition import Attachment, Edition, Medium
from briefing.outputs.pdf import print_pdf
from briefing.proving.page_seal import seal_pages

FILES = (
    Attachment("b.jsonld", b'{"a": "\xc3\xa9"}\n', "application/ld+json", "Des extraits", "Data"),
    Attachment("a (1).txt", bytes(range(256)) * 9, "text/x-a;b", "Un texte – l’original", "Source"),
    Attachment("c", b""),
)
SEAL = "3f2a91c077be41d0" * 4


def page(head: str = "") -> Edition:
    html = f"<html lang=fr><head><title>Un titre</title>{head}</head><body>Un mot.</body></html>"
    return Edition(html, Medium.PRINT, "Un titre", "fr", "complet")


def dated(day: str) -> Edition:
    return page(f'<meta name="dcterms.created" content="{day}">')


def printed(edition: Edition, *, files: tuple[Attachment, ...] = FILES) -> PdfReader:
    return PdfReader(io.BytesIO(print_pdf(edition, attachments=files, fingerprint=SEAL).data))


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    """A page of the day 2025-11-21, and its files."""
    return printed(dated("2025-11-21"))


def specification(reader: PdfReader, name: str) -> DictionaryObject:
    (found,) = (
        held.get_object()
        for held in array(reader.root_object["/AF"])
        if held.get_object()["/UF"] == name
    )
    assert isinstance(found, DictionaryObject)
    return found


def array(value: Any) -> ArrayObject:
    held = value.get_object()
    assert isinstance(held, ArrayObject)
    return held


def stream(reader: PdfReader, name: str) -> Any:
    return specification(reader, name)["/EF"]["/F"].get_object()  # type: ignore[index]


def tree(reader: PdfReader) -> list[Any]:
    """Return the names of the embedded files and what they name, in turn."""
    names = reader.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    return list(array(names))


def test_the_bytes_come_back(reader: PdfReader) -> None:
    assert dict(reader.attachments) == {file.name: [file.data] for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_file_is_described(reader: PdfReader, file: Attachment) -> None:
    found = specification(reader, file.name)
    assert str(found["/Desc"]) == file.description
    assert str(found["/AFRelationship"]) == f"/{file.relationship}"
    held = stream(reader, file.name)
    assert held["/Subtype"] == f"/{file.media_type}"
    assert held["/Params"]["/Size"] == len(file.data)
    checksum = held["/Params"]["/CheckSum"]
    assert checksum.original_bytes == hashlib.md5(file.data, usedforsecurity=False).digest()


@pytest.mark.parametrize(
    ("day", "stamp"),
    [
        ("2025-11-21", "D:20251121000000Z"),
        ("2025-11", "D:20251101000000Z"),
        ("2025", "D:20250101000000Z"),
        ("", "D:19700101000000Z"),
        ("0000", "D:19700101000000Z"),
    ],
)
def test_the_dates_are_those_of_the_edition(day: str, stamp: str) -> None:
    found = stream(printed(dated(day) if day else page()), "c")["/Params"]
    assert (str(found["/CreationDate"]), str(found["/ModDate"])) == (stamp, stamp)


def test_the_names_are_sorted_and_every_file_belongs_to_the_document(reader: PdfReader) -> None:
    names, files = tree(reader)[::2], tree(reader)[1::2]
    assert names == sorted(file.name for file in FILES)
    assert {held.idnum for held in files} == {
        held.idnum for held in array(reader.root_object["/AF"])
    }


def test_the_fingerprint_is_in_the_information_of_the_file(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert str(reader.metadata["/BriefingProof"]) == SEAL


def test_the_pages_are_sealed_in_it_as_another_program_reads_them() -> None:
    data = print_pdf(page(), attachments=FILES, fingerprint=SEAL).data
    held = PdfReader(io.BytesIO(data)).metadata
    assert held is not None
    assert str(held["/BriefingPages"]) == seal_pages(drawn_pages(data))


def test_without_files_nor_fingerprint_there_is_no_trace_of_them() -> None:
    found = PdfReader(io.BytesIO(print_pdf(page()).data))
    assert found.metadata is not None
    assert not {"/BriefingProof", "/BriefingPages"} & found.metadata.keys()
    assert "/AF" not in found.root_object
    assert dict(found.attachments) == {}


def test_a_fingerprint_needs_no_files() -> None:
    found = printed(page(), files=())
    assert found.metadata is not None
    assert str(found.metadata["/BriefingProof"]) == SEAL
    assert "/AF" not in found.root_object


def test_the_same_files_give_the_same_bytes() -> None:
    one, same = (print_pdf(dated("2025"), attachments=FILES, fingerprint=SEAL) for _ in range(2))
    assert one.data == same.data
    assert one.warnings == ()


def test_a_file_of_the_page_itself_stays_as_it_is() -> None:
    link = '<link rel="attachment" href="data:text/plain,abc" title="zzz">'
    found = printed(page(link), files=FILES[2:])
    assert sorted(data for (data,) in found.attachments.values()) == [b"", b"abc"]
    assert len(array(found.root_object["/AF"])) == 1
    assert tree(found)[::2] == sorted(tree(found)[::2])
