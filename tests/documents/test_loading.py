"""Which file is the full text of a source: only one of the dossier, or of a folder named for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import MachineError
from briefing.files import load_documents
from briefing.model.source import Source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with some documents, beside other folders."""
    for name in (
        "dossier/documents/a.txt",
        "dossier/documents/dup.txt",
        "dossier/textes/b.txt",
        "dossier/textes/dup.txt",
        "ailleurs/a.txt",
        "ailleurs/c.txt",
        "encore/c.txt",
        "secret.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "dossier"


def found(folder: Path, document: str, *extra: str) -> str | None:
    """Return the content of the file that is taken, which is its place."""
    source = Source("s", "S", document=document)
    files = load_documents(folder, [source], [folder.parent / name for name in extra])
    assert files.keys() <= {"s"}
    return files["s"].data.decode() if files else None


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ("documents/a.txt", "dossier/documents/a.txt"),
        ("textes/b.txt", "dossier/textes/b.txt"),
        ("textes/dup.txt", "dossier/textes/dup.txt"),
        ("perdu/dup.txt", "dossier/documents/dup.txt"),
        ("a.txt", "dossier/documents/a.txt"),
        ("textes/../documents/a.txt", "dossier/documents/a.txt"),
        ("c.txt", None),
        ("documents", None),
        ("", None),
        (".", None),
        ("..", None),
        ("documents/", None),
    ],
)
def test_a_document_is_in_the_dossier(folder: Path, document: str, place: str | None) -> None:
    assert found(folder, document) == place


def test_else_it_is_in_the_first_named_folder_that_has_it(folder: Path) -> None:
    assert found(folder, "documents/c.txt", "ailleurs", "encore") == "ailleurs/c.txt"
    assert found(folder, "documents/c.txt", "encore", "ailleurs") == "encore/c.txt"
    assert found(folder, "documents/c.txt", "absent", "encore") == "encore/c.txt"
    assert found(folder, "documents/a.txt", "ailleurs") == "dossier/documents/a.txt"


@pytest.mark.parametrize(
    "document", ["../secret.txt", "documents/../../secret.txt", "{}/secret.txt"]
)
def test_a_path_that_leads_out_is_refused(folder: Path, document: str) -> None:
    assert found(folder, document.format(folder.parent)) is None


def test_of_a_path_that_leads_out_the_name_counts(folder: Path) -> None:
    assert found(folder, "../ailleurs/a.txt") == "dossier/documents/a.txt"
    assert found(folder, "../c.txt", "encore") == "encore/c.txt"
    assert found(folder, "..", "ailleurs") is None


def test_an_absolute_path_into_the_dossier_is_taken(folder: Path) -> None:
    assert found(folder, str(folder / "textes" / "b.txt")) == "dossier/textes/b.txt"


def test_a_link_that_leads_out_is_refused(folder: Path) -> None:
    (folder / "documents" / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "out").symlink_to(folder.parent)
    (folder / "ring.txt").symlink_to(folder / "ring.txt")
    for document in ("documents/link.txt", "out/secret.txt", "ring.txt", "link.txt"):
        assert found(folder, document) is None


def test_a_dossier_may_itself_be_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    assert found(folder.parent / "link", "documents/a.txt") == "dossier/documents/a.txt"


def test_a_folder_from_here_may_be_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (file,) = load_documents(Path(), [Source("s", "S", document="documents/a.txt")]).values()
    assert (file.path, file.name) == ("documents/a.txt", "documents/a.txt")


def test_files_are_shown_by_their_path_and_named_from_the_dossier(folder: Path) -> None:
    sources = [
        Source("a", "A", document="documents/a.txt"),
        Source("b", "B"),
        Source("c", "C", document="documents/c.txt"),
        Source("d", "D", document="documents/d.txt"),
    ]
    extra = folder.parent / "ailleurs"
    files = load_documents(folder, sources, [extra])
    assert {name: (file.path, file.name) for name, file in files.items()} == {
        "a": (str(folder / "documents" / "a.txt"), "documents/a.txt"),
        "c": (str(extra / "c.txt"), "c.txt"),
    }


def test_a_name_that_no_file_can_have_is_nowhere(folder: Path) -> None:
    assert found(folder, "a\0.txt") is None
    assert found(folder, "a\0.txt", "ailleurs") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_cant_be_read_is_said(folder: Path) -> None:
    (folder / "documents" / "a.txt").chmod(0)
    with pytest.raises(MachineError, match=r"a\.txt"):
        found(folder, "documents/a.txt")


def test_a_fault_of_the_disk_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, mode: str) -> None:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(MachineError, match=r"a\.txt.*Input/output error"):
        found(folder, "documents/a.txt")


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".html", ".htm"])
def test_a_document_may_go_by_the_name_of_its_fiche(suffix: str, folder: Path) -> None:
    (folder / "documents" / f"s{suffix}").write_text("le texte", "utf-8")
    assert found(folder, "") == "le texte"
    assert found(folder, "c.txt") is None


def test_a_document_by_the_name_of_its_fiche_may_be_elsewhere(folder: Path) -> None:
    (folder.parent / "ailleurs" / "s.txt").write_text("le texte", "utf-8")
    assert found(folder, "") is None
    assert found(folder, "", "ailleurs") == "le texte"
