"""Small files of each format, made on the spot."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pypdf
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def pdf(*pages: Sequence[str], password: str | None = None, owner: str | None = None) -> bytes:
    """Return a PDF whose pages hold these lines."""
    writer = pypdf.PdfWriter(io.BytesIO(_bare_pdf(pages)))
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bare_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        stream = _drawn(lines)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F 3 0 R >> >> "
            + f"/Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _with_table(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    drawn = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F 12 Tf 14 TL 72 770 Td {drawn} ET".encode("cp1252") if lines else b""


def _with_table(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    table = b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n".encode()
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    size = len(objects) + 1
    trailer = f"trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n".encode() + table + trailer.encode()


def word(*paragraphs: str) -> Document:
    """Return a Word document with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(document: Document) -> bytes:
    """Return `document` as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add_xml(document: Document, content: str) -> None:
    """Add a paragraph of raw elements at the end of `document`."""
    document.element.body.insert_element_before(
        parse_xml(f"<w:p {NAMESPACES}>{content}</w:p>"), "w:sectPr"
    )


def add_notes(document: Document, *notes: str) -> None:
    """Add footnotes to `document`."""
    content = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {NAMESPACES}>{content}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
