"""`briefing verify`: exit codes, the table, the documents found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing import building, gathering
from briefing.api import read_dossier
from briefing.documents.finished import read_finished
from tests.support import ROOT, invoke
from tests.verifying.editing import reworded
from tests.verifying.making import NAME, TEXT, rewritten, small_pdf

DOCUMENTS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def data() -> bytes:
    return small_pdf()


@pytest.fixture
def note(tmp_path: Path, data: bytes) -> Path:
    """Write a PDF, and its document in a folder beside it."""
    path = tmp_path / "note.pdf"
    path.write_bytes(data)
    (tmp_path / "textes").mkdir()
    (tmp_path / "textes" / NAME).write_text(TEXT, "utf-8")
    return path


def test_what_was_built_passes(note: Path) -> None:
    result = invoke("verify", note, "--documents", note.parent / "textes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "quotations proved again" in result.stdout
    assert "2 word for word" in result.stdout
    assert "failed" not in result.stdout


def test_without_documents_it_says_what_it_didnt_check(note: Path) -> None:
    result = invoke("verify", note)
    assert result.exit_code == 0
    assert "not checked" in result.stdout
    assert "--documents DIR" in result.stdout
    assert "2 quotations not proved again" in result.stdout.splitlines()[-1]


def test_a_letter_changed_in_a_document_fails(note: Path) -> None:
    document = note.parent / "textes" / NAME
    document.write_text(TEXT.replace("déficit", "deficit"), "utf-8")
    result = invoke("verify", note, "--documents", note.parent / "textes")
    assert result.exit_code == 1
    assert "“valmont.txt” isn't the one that was quoted" in result.stdout
    assert "martin-2025#offre: the quotation isn't word for word" in result.stdout
    assert "the document has “deficit”, the quotation “déficit”" in result.stdout


def test_a_document_is_known_by_its_bytes_under_any_name(note: Path) -> None:
    folder = note.parent / "textes"
    (folder / NAME).rename(folder / "copie")
    (folder / NAME).write_text("Un autre.", "utf-8")
    assert invoke("verify", note, "--documents", folder).exit_code == 0


def test_no_document_at_all_fails(note: Path, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    result = invoke("verify", note, "--documents", tmp_path / "vide")
    assert result.exit_code == 1
    assert "“valmont.txt” isn't there" in result.stdout


def test_where_one_looked_is_told_when_nothing_is_found(note: Path, tmp_path: Path) -> None:
    (tmp_path / "vide" / "documents").mkdir(parents=True)
    result = invoke("verify", note, "--documents", tmp_path / "vide")
    folders = f"{tmp_path / 'vide'}, {tmp_path / 'vide' / 'documents'}"
    assert f"none of the documents is in {folders}" in result.stdout
    assert "--documents DIR" in result.stdout


def test_the_dossier_itself_may_be_named(note: Path) -> None:
    (note.parent / "textes").rename(note.parent / "documents")
    result = invoke("verify", note, "--documents", note.parent)
    assert result.exit_code == 0
    assert "2 word for word" in result.stdout
    assert "Everything checked is as it should be\n" in result.stdout


def test_a_document_that_is_absent_leaves_its_quotations_unproved(
    note: Path, tmp_path: Path
) -> None:
    note.write_bytes(small_pdf(second_source=True))
    result = invoke("verify", note, "--documents", tmp_path / "textes")
    assert result.exit_code == 0, result.stdout
    assert re.search(r"^partly +documents found +1 of 2$", result.stdout, re.MULTILINE)
    assert re.search(r"^partly +quotations proved again +2 of 3 ", result.stdout, re.MULTILINE)
    conclusion = "Everything checked is as it should be · 1 quotation not proved again"
    assert result.stdout.splitlines()[-1] == conclusion
    found = invoke("verify", note, "--documents", tmp_path / "textes", "--json")
    last = json.loads(found.stdout)["checks"][-1]
    assert (last["state"], last["count"], last["total"]) == ("partly", 2, 3)


def test_a_document_that_cant_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    finished = read_finished("a.pdf", data)
    files = {
        name: content.replace(NAME.encode(), b"valmont.xyz")
        for name, content in finished.attachments.items()
    }
    (tmp_path / "note.pdf").write_bytes(rewritten(data, files, finished.info))
    (tmp_path / "valmont.xyz").write_text(TEXT, "utf-8")
    result = invoke("verify", tmp_path / "note.pdf", "--documents", tmp_path)
    assert result.exit_code == 1
    assert "of no format that can be read" in result.stdout


def test_the_report_as_json(note: Path) -> None:
    result = invoke("verify", note, "--documents", note.parent / "textes", "--json")
    report = json.loads(result.stdout)
    assert report["passed"] is True
    assert report["checks"][-1]["name"] == "documents.quotations"
    assert report["checks"][-1]["verdicts"] == {"verbatim": 2}
    (note.parent / "textes" / NAME).write_text("Rien.", "utf-8")
    result = invoke("verify", note, "--documents", note.parent / "textes", "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["passed"]) == (1, False)
    assert report["checks"][-1]["faults"][0]["id"] == "martin-2025#offre"


@pytest.mark.parametrize("name", ["briefing.json", "extraits.jsonld", "sources.json"])
def test_an_edited_attachment_fails(tmp_path: Path, data: bytes, name: str) -> None:
    finished = read_finished("a.pdf", data)
    files = dict(finished.attachments)
    files[name] = files[name].replace(b"martin-2025", b"martin-2026", 1)
    (tmp_path / "note.pdf").write_bytes(rewritten(data, files, finished.info))
    result = invoke("verify", tmp_path / "note.pdf")
    assert result.exit_code == 1
    assert "an attachment was changed after the PDF was made" in result.stdout


def test_many_faults_are_cut_short(tmp_path: Path, note: Path, data: bytes) -> None:
    finished = read_finished("a.pdf", data)
    files = dict(finished.attachments)
    structure = json.loads(files["briefing.json"])
    structure["key_points"] = [{"id": f"k{n}", "text": f"Point {n}"} for n in range(8)]
    files["briefing.json"] = json.dumps(structure).encode()
    note.write_bytes(rewritten(data, files, finished.info))
    result = invoke("verify", note)
    assert "k4:" in result.stdout
    assert "k5:" not in result.stdout
    assert "and 3 more" in result.stdout


def test_an_edited_page_fails(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "note.pdf").write_bytes(reworded(data, "source unique", "sources unies"))
    result = invoke("verify", tmp_path / "note.pdf")
    assert result.exit_code == 1
    assert "page 1 isn't as it was made" in result.stdout


def hostile(data: bytes, old: bytes, new: bytes) -> bytes:
    finished = read_finished("a.pdf", data)
    files = dict(finished.attachments)
    files["briefing.json"] = files["briefing.json"].replace(old, new)
    return rewritten(data, files, finished.info)


def test_a_lone_surrogate_of_an_attachment_comes_out_as_json_writes_it(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.pdf").write_bytes(hostile(data, b"martin-2025", rb"\ud800"))
    result = invoke("verify", tmp_path / "a.pdf", "--json")
    assert result.exit_code == 1
    checks = json.loads(result.stdout)["checks"]
    ids = {fault["id"] for check in checks for fault in check["faults"]}
    assert "\ud800#offre" in ids
    shown = invoke("verify", tmp_path / "a.pdf")
    assert (shown.exit_code, "\ufffd#offre" in shown.stdout) == (1, True)


def test_an_attachment_cant_command_the_terminal(tmp_path: Path, data: bytes) -> None:
    sign = rb"\u001b]0;x\u0007\u009b\n"
    (tmp_path / "a.pdf").write_bytes(hostile(data, b"martin-2025", sign + b"martin-2025"))
    shown = invoke("verify", tmp_path / "a.pdf").stdout
    assert "␛]0;x␇\ufffd martin-2025#offre" in shown
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


# ---- What isn't one of our PDFs ------------------------------------------------------------


def test_a_pdf_without_attachments_isnt_ours(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(rewritten(data, {}, {}))
    result = invoke("verify", tmp_path / "a.pdf")
    assert result.exit_code == 2
    assert "briefing didn't make it" in result.stderr


@pytest.mark.parametrize(("size", "told"), [(0.5, "cut short"), (0.0, "isn't a PDF")])
def test_a_truncated_pdf_is_told(tmp_path: Path, data: bytes, size: float, told: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data[: int(len(data) * size)])
    result = invoke("verify", tmp_path / "a.pdf")
    assert result.exit_code == (1 if size else 2)
    assert told in result.stderr


@pytest.mark.parametrize("name", ["a.pdf", "page.html"])
def test_what_is_no_pdf_is_wrong_usage_as_for_diff(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("<!DOCTYPE html><p>Bonjour", "utf-8")
    result = invoke("verify", tmp_path / name)
    assert result.exit_code == invoke("diff", tmp_path / name, tmp_path / name).exit_code == 2
    assert f"“{name}” isn't a PDF" in result.stderr


def test_json_has_two_names_as_everywhere(note: Path) -> None:
    by_format = invoke("verify", note, "--format", "json")
    assert json.loads(by_format.stdout)
    assert invoke("verify", note, "--json").stdout == by_format.stdout


def test_a_folder_or_nothing_is_wrong_usage(tmp_path: Path, note: Path) -> None:
    assert "is a folder" in invoke("verify", tmp_path).stderr
    assert "doesn't exist" in invoke("verify", tmp_path / "b.pdf").stderr
    result = invoke("verify", note, "--documents", tmp_path / "absent")
    assert (result.exit_code, "absent" in result.stderr) == (2, True)


# ---- The sample ----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents of the sample aren't here")
def test_the_sample_is_what_it_carries_and_its_documents_say(tmp_path: Path) -> None:
    dossier = read_dossier(ROOT / "seeds").dossier
    assert dossier is not None
    evidence = gathering.gather(ROOT / "seeds", dossier, [DOCUMENTS]).proofs.evidence(dossier)
    built = building.build(dossier, tmp_path, formats=["pdf"], evidence=evidence)
    (path,) = (file.path for file in built.files)
    result = invoke("verify", path, "--documents", DOCUMENTS)
    assert result.exit_code == 0, result.stdout
    assert "not checked" not in result.stdout
    copies = tmp_path / "textes"
    copies.mkdir()
    for document in DOCUMENTS.iterdir():
        (copies / document.name).write_bytes(document.read_bytes())
    spoilt = next(iter(sorted(copies.iterdir())))
    text = spoilt.read_text("utf-8")
    spoilt.write_text(text.replace("objectifs restent", "objectifs restant"), "utf-8")
    result = invoke("verify", path, "--documents", copies)
    assert result.exit_code == 1
    assert "isn't the one that was quoted" in result.stdout
    assert "minic-2025#objectifs" in result.stdout
