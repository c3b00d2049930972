"""A small finished PDF, in memory, and ways to spoil it."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from briefing import api
from briefing.documents.finished import read_finished
from briefing.model.briefing import Draft
from briefing.model.document import Document
from briefing.model.finished import FinishedPdf
from briefing.outputs.attached import attachments, fingerprint
from briefing.outputs.pdf import print_pdf
from briefing.proving import prove
from briefing.proving.fingerprint import fingerprint as seal
from briefing.verifying import Report, read_attached, verify
from tests.support import CONFIG, extract_text, fiche_text, read

TEXT = (
    "Le 20 mai, la présidente a dit : « nous prendrons en charge la moitié du déficit », puis"
    " elle a ajouté que le train\nde nuit circulerait en hiver, et non au prin-\ntemps ; la"
    " commune, elle, attend de voir les comptes."
)
"""The document that the small edition quotes."""
NAME = "valmont.txt"
QUESTIONS = """
[[questions]]
id = "quand"
texte = "Le train circulera-t-il dès l'hiver ?"
"""
SECOND = extract_text(
    "La région promet un train dès l'hiver.",
    "le train de nuit circulerait […] et non au printemps",
    id="hiver",
    appuie="quand",
    voix="rapportée",
)


OTHER = extract_text(
    "Le train coûte cher.",
    "le train coûte fort cher",
    id="cher",
    voix="rapportée",
)
"""Of a second source, whose document is `TEXT` with these words after it."""


def small_pdf(
    *,
    second_source: bool = False,
    config: str = CONFIG,
    draft: Draft | None = None,
    edit: Callable[[str], str] = str,
) -> bytes:
    """Return an edition of two extracts, verified on `TEXT`; of three, with a second source.

    `edit` changes the fiche of the first source, and its document alike.
    """
    sheet = fiche_text(extract_text(), SECOND).replace("\n- type", f"\n- document : {NAME}\n- type")
    fiches = {"martin-2025": edit(sheet)}
    texts = {"martin-2025": document(edit(TEXT))}
    if second_source:
        other = fiche_text(OTHER).replace("\n- type", "\n- document : cher.txt\n- type")
        fiches["roche-2025"] = other
        texts["roche-2025"] = document(f"{TEXT} Or le train coûte fort cher.", "cher.txt")
    dossier = read(config=config + QUESTIONS, fiches=fiches).dossier
    assert dossier is not None
    evidence = prove(dossier, texts).evidence(dossier)
    briefing = api.assemble(dossier, evidence=evidence, draft=draft)
    files = attachments(briefing)
    edition = api.render(briefing, "print", fingerprint=fingerprint(files))
    return print_pdf(edition, attachments=files, fingerprint=fingerprint(files)).data


def document(text: str = TEXT, name: str = NAME) -> Document:
    """Return the document quoted, or another in its place."""
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest())


def verified(pdf: FinishedPdf, text: str = "") -> Report:
    """Verify `pdf`, its document holding `text`; without it, no document is at hand."""
    attached, reading = read_attached(pdf.attachments)
    documents = {"martin-2025": document(text)} if text else None
    return verify(pdf, attached, reading, documents)


def failures(report: Report) -> dict[str, list[str]]:
    """Return what is wrong by the name of the check."""
    return {
        check.name: [f"{fault.subject} {fault.message}".strip() for fault in check.faults]
        for check in report.checks
        if check.faults
    }


def assert_sound(path: Path, *, draft: bool = False, quotes: bool = True) -> None:
    """Require that the PDF at `path` passes every check, but that of a draft for a draft.

    One page for deciders prints statements and no quotation: then `quotes` is false.
    """
    report = verified(read_finished(path.name, path.read_bytes()))
    found = failures(report)
    assert found.keys() == ({"draft"} if draft else set()), found
    counts = {check.name: check.count for check in report.checks}
    assert counts["print.items"] > 1
    assert (counts["print.quotations"] > 0) is quotes


def with_files(pdf: FinishedPdf, **changes: bytes | None) -> FinishedPdf:
    """Replace attachments, or leave out those that are None; `briefing` for `briefing.json`."""
    names = {"briefing": "briefing.json", "extraits": "extraits.jsonld", "sources": "sources.json"}
    files = dict(pdf.attachments) | {names[key]: data for key, data in changes.items() if data}
    for key in (key for key, data in changes.items() if data is None):
        del files[names[key]]
    return replace(pdf, attachments=files)


def edited(pdf: FinishedPdf, edit: Callable[[str], str]) -> FinishedPdf:
    """Edit all attachments alike."""
    files = {name: edit(data.decode()).encode() for name, data in pdf.attachments.items()}
    return replace(pdf, attachments=files)


def resealed(pdf: FinishedPdf) -> FinishedPdf:
    """Make the fingerprint of the Info dictionary that of the attachments again."""
    digits = seal(pdf.attachments.items())
    return replace(pdf, info={**pdf.info, "/BriefingProof": digits})


def in_json(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """Edit one attachment as data."""
    value = json.loads(data)
    edit(value)
    return json.dumps(value, ensure_ascii=False).encode()


def rewritten(data: bytes, files: Mapping[str, bytes], info: Mapping[str, str]) -> bytes:
    """Return the PDF `data` with other attachments and other entries of its Info dictionary."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.root_object.pop("/AF", None)
    names = writer.root_object["/Names"].get_object()
    assert isinstance(names, DictionaryObject)
    del names["/EmbeddedFiles"]
    for name, content in files.items():
        writer.add_attachment(name, content)
    writer.add_metadata({NameObject(key): TextStringObject(value) for key, value in info.items()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read_back(data: bytes) -> FinishedPdf:
    """Read a PDF back."""
    return read_finished("note.pdf", data)
