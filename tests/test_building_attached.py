"""A built PDF carries its proof: what is attached to it is what its pages rest on."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pypdf import PdfReader

import briefing
from briefing.building import Build
from briefing.model.dossier import Dossier
from briefing.outputs.attached import attachments, fingerprint
from tests.rendering.pages import readable


@pytest.fixture(scope="module")
def built(starter: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The starter, built as a PDF."""
    return briefing.build(starter, tmp_path_factory.mktemp("out"), formats=["pdf"])


@pytest.fixture(scope="module")
def reader(built: Build) -> PdfReader:
    return PdfReader(built.files[0].path)


def test_the_files_of_the_briefing_are_attached(built: Build, reader: PdfReader) -> None:
    files = attachments(built.briefings[0])
    assert dict(reader.attachments) == {file.name: [file.data] for file in files}


def test_the_fingerprint_is_in_the_file_and_on_its_last_page(
    built: Build, reader: PdfReader
) -> None:
    seal = fingerprint(attachments(built.briefings[0]))
    assert reader.metadata is not None
    assert str(reader.metadata["/BriefingProof"]) == seal
    digits = " ".join(seal[start : start + 4] for start in range(0, 16, 4))
    assert f"Empreinte : {digits}." in readable(reader.pages[-1].extract_text())


def test_the_same_build_gives_the_same_bytes(
    built: Build, starter: Dossier, tmp_path: Path
) -> None:
    again = briefing.build(starter, tmp_path, formats=["pdf"])
    one, other = (made.files[0].path.read_bytes() for made in (built, again))
    assert hashlib.sha256(one).hexdigest() == hashlib.sha256(other).hexdigest()


def test_a_page_for_the_screen_carries_nothing(starter: Dossier, tmp_path: Path) -> None:
    made = briefing.build(starter, tmp_path, formats=["html"])
    assert "en pièces jointes" not in made.files[0].path.read_text("utf-8")
