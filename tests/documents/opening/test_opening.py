"""Files taken apart: formats told by their bytes, faults told, limits kept."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter

from briefing.documents.errors import DocumentError
from briefing.documents.opening import open_file, unpacking
from briefing.model.carrier import Opened
from tests.auditing.carriers import literal, pdf_page, png, writer, written


def texts(opened: Opened) -> str:
    return "\n".join(segment.text for piece in opened.pieces for segment in piece.segments)


def reasons(opened: Opened) -> list[str]:
    return [str(unread.reason) for unread in opened.unread]


def test_the_format_is_told_by_the_bytes() -> None:
    assert "Bonjour le monde" in texts(open_file("a.html", pdf_page("Bonjour le monde")[1]))


def test_an_encrypted_pdf_is_refused() -> None:
    made = writer()
    made.encrypt("", "secret")
    with pytest.raises(DocumentError, match=r"“a.pdf” can't be audited.*encrypted"):
        open_file("a.pdf", written(made))


def test_a_damaged_pdf_is_told_and_its_streams_are_read() -> None:
    data = pdf_page("Bonjour le monde")[1]
    opened = open_file("a.pdf", data[: data.index(b"xref")])
    assert "the PDF is damaged" in reasons(opened)[0]
    assert "Bonjour le monde" in texts(opened)


def test_a_font_that_doesnt_tell_its_letters_is_told() -> None:
    from pypdf.generic import DictionaryObject, NameObject

    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/X"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
        }
    )
    opened = open_file("a.pdf", written(writer(b"BT /F1 9 Tf <00410042> Tj ET", font=font)))
    assert "the font /F1 doesn't tell its letters" in reasons(opened)


def _zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def test_an_encrypted_member_is_told() -> None:
    data = bytearray(_zipped(a="Bonjour"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reasons(open_file("a.zip", bytes(data))) == ["it is encrypted"]


def test_a_damaged_archive_is_told() -> None:
    data = _zipped(a="Bonjour le monde " * 9)
    assert "the archive is damaged" in reasons(open_file("a.zip", data[:-30]))[0]
    spoilt = data.replace(data[40:50], bytes(10))
    assert "it is damaged" in reasons(open_file("a.zip", spoilt))[0]


def test_a_damaged_gzip_is_told() -> None:
    assert "it is damaged" in reasons(open_file("a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\0abc"))[0]


def test_a_bomb_is_refused() -> None:
    bomb = _zipped(a="0" * 2_000_000)
    small = unpacking.Unpacking(lambda *_: None, left=1_000_000)
    from briefing.documents.opening.archive import open_zip

    with pytest.raises(DocumentError, match="unpacks to more than"):
        open_zip(small, (), bomb)


def test_files_within_files_end() -> None:
    data = b"Bonjour"
    for _ in range(unpacking.MAX_DEPTH + 2):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.zip", data)
        data = buffer.getvalue()
    assert "too many files within files" in reasons(open_file("a.zip", data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"PK\x03\x04",
        b"%PDF-",
        b"%PDF-1.7\n%%EOF",
        b"\x89PNG\r\n\x1a\n\0",
        png((b"zTXt", b"x"), (b"iTXt", b"")),
        b"{",
        b"[" * 5000,
        b"<",
        b"<![",
        b"<a &#x110000; &#xd800;>",
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=x\n\n\xff",
        b"From: =?x?q?=\nSubject: =?utf-8?b?!?=\n\nx",
        "data:;base64,QUJD\xc9té".encode(),
        b"data:;base64,!!!! %ff \\u \\ud800 =\n=ZZ",
        b"\xff\xfe\x00",
        b"\x1f\x8b",
    ],
)
def test_odd_bytes_end_in_texts_or_in_a_fault_told(data: bytes) -> None:
    opened = open_file("a", data)
    assert opened.name == "a"
    assert texts(opened).startswith("a")


def test_the_address_in_an_attribute_ends_with_it() -> None:
    data = base64.b64encode(b"Bonjour").decode()
    opened = open_file("a.html", f'<img src="data:;base64,{data}" alt="État des lieux">'.encode())
    assert "Bonjour" in texts(opened).split("\n")


def test_every_string_of_a_json_is_told_with_its_path() -> None:
    opened = open_file("a.json", b'{"a": {"b": ["x", {"c": "y"}]}, "d": 1}')
    values = {str(s.where): s.text for s in opened.pieces[1].segments}
    assert values == {"value $.a.b[0]": "x", "value $.a.b[1].c": "y"}


def test_literal_strings_lose_their_escapes() -> None:
    made = PdfWriter(
        clone_from=PdfReader(
            io.BytesIO(
                written(
                    writer(
                        b"BT /F1 9 Tf 0 0 Td "
                        + literal("Prés (de) l\\eau")
                        + b" Tj T* (a\\\nb) ' ET"
                    )
                )
            )
        )
    )
    assert "Prés (de) l\\eau" in texts(open_file("a.pdf", written(made)))
