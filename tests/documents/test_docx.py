"""DOCX: paragraphs, tables and notes, nothing that was deleted, and nothing twice."""

from __future__ import annotations

import io
import zipfile

import docx as library
import pytest
from docx.document import Document

from briefing.documents import DocumentError, docx, read_document
from tests.documents.making import add_notes, add_xml, saved, word


def read(document: Document) -> str:
    return read_document("a.docx", saved(document)).text


def test_paragraphs_and_tables_are_in_order() -> None:
    document = word("Avant.")
    table = document.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], "abcd", strict=True):
        cell.text = text
    document.add_paragraph("Après.")
    assert read(document) == "Avant.\na\nb\nc\nd\nAprès."


def test_a_merged_cell_is_read_once() -> None:
    document = word()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "large"
    table.cell(1, 0).text = "étroite"
    assert read(document) == "large\nétroite"


def test_a_table_in_a_table_is_read() -> None:
    document = word()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "dehors"
    cell.add_table(1, 1).cell(0, 0).text = "dedans"
    assert read(document) == "dehors\ndedans"


def test_runs_make_words() -> None:
    document = word()
    paragraph = document.add_paragraph("né")
    paragraph.add_run("go").bold = True
    paragraph.add_run("cié\tpuis\nsigné")
    assert read(document) == "négocié\tpuis\nsigné"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:ins><w:r><w:t>ajout</w:t></w:r></w:ins>", "ajout"),
        (
            "<w:del><w:r><w:delText>ôté</w:delText></w:r></w:del><w:r><w:t>reste</w:t></w:r>",
            "reste",
        ),
        ("<w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink>", "lien"),
        ("<w:fldSimple w:instr='PAGE'><w:r><w:t>champ</w:t></w:r></w:fldSimple>", "champ"),
        ("<w:sdt><w:sdtContent><w:r><w:t>saisi</w:t></w:r></w:sdtContent></w:sdt>", "saisi"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>", "a\u2011b\u00ad"),
        ('<w:r><w:t>a</w:t><w:t xml:space="preserve"> </w:t><w:t>b</w:t></w:r>', "a b"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><!-- mot --><w:r><w:t>x</w:t></w:r>", "x"),
    ],
)
def test_all_that_is_shown_is_read_and_nothing_else(content: str, text: str) -> None:
    document = word()
    add_xml(document, content)
    assert read(document) == text


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:txbxContent>"
    document = word()
    add_xml(
        document,
        "<w:r><w:t>dé</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>but</w:t></w:r>",
    )
    assert read(document) == "début\nboîte"


def test_notes_come_last() -> None:
    document = word("Texte.")
    add_notes(document, "Note une.", "Note deux.")
    document.add_paragraph("Fin.")
    assert read(document) == "Texte.\nFin.\nNote une.\nNote deux."


def test_a_document_without_text_is_an_error() -> None:
    with pytest.raises(DocumentError, match=r"“a.docx” holds no text"):
        read(word("", " "))


def archive(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0 an old .doc", archive(a="b"), saved(word("mot"))[:-100]],
)
def test_a_damaged_document_is_an_error(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"“a.docx” can't be read as DOCX"):
        read_document("a.docx", data)


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED", 1_000_000)
    monkeypatch.setattr(library, "Document", None)
    with pytest.raises(DocumentError, match="it unpacks to 2 MB"):
        read_document("a.docx", archive(a="a" * 2_000_000))
