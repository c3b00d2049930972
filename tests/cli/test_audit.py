"""`briefing audit`: exit codes, what is told of a leak, JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.auditing.carriers import pdf_in_zip_in_pdf, writer, written
from tests.support import (
    CONFIG,
    SILENCED,
    extract_text,
    fiche_text,
    invoke,
    run_briefing,
    write_dossier,
)

HIDDEN = "le ministre refuse tout crédit avant les élections de juin"
FICHES = {
    "martin-2025": fiche_text(),
    "rouviere-2025": fiche_text(
        extract_text(
            "Selon A. Rouvière, l'État ne promet aucun crédit.",
            HIDDEN,
            id="refus",
            locuteur="Agathe Rouvière, greffière",
            appuie="",
        ),
        title="Carnets d'Agathe Rouvière",
        header={
            "type": "note",
            "auteur": "Agathe Rouvière",
            "éditeur": "Archives",
            "date": "2025-05-21",
            "tlp": "red",
        },
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    public = '\n[publics.public]\nnom = "Public"\ntlp = "clear"\n'
    return write_dossier(
        tmp_path_factory.mktemp("audit") / "dossier",
        config=CONFIG + SILENCED + public,
        fiches=FICHES,
    )


@pytest.fixture(scope="module")
def built(folder: Path) -> list[Path]:
    out = folder.parent / "build"
    assert invoke("lock", folder).exit_code == 0
    result = invoke("build", folder, "--audience", "public,complet", "--out", out)
    assert result.exit_code == 0, result.output
    return sorted(out.iterdir())


def public(built: list[Path]) -> list[Path]:
    return [path for path in built if "-public" in path.name]


def complete(built: list[Path]) -> list[Path]:
    return [path for path in built if "-public" not in path.name]


def audit(folder: Path, *files: Path, to: str = "public") -> tuple[int, str]:
    result = invoke("audit", *files, "--dossier", folder, "--audience", to)
    return result.exit_code, result.output


def test_the_editions_of_an_audience_are_clean(folder: Path, built: list[Path]) -> None:
    code, output = audit(folder, *public(built))
    assert code == 0, output
    assert "Nothing withheld was found" in output
    assert "2 files" in output
    assert "texts looked for" in output


def test_the_editions_of_another_leak(folder: Path, built: list[Path]) -> None:
    for path in complete(built):
        code, output = audit(folder, path)
        assert code == 1
        assert "rouviere-2025#refus · quotation" in output
        assert f"{folder}/rouviere-2025.md:" in output
        assert HIDDEN in output
        for leak in re.split(r"\n    (?=\S)", output):
            places = [line for line in leak.splitlines() if line.startswith("      → ")]
            assert len(places) == len(set(places)), "each place once"


def test_where_a_leak_stands_is_told(folder: Path, tmp_path: Path) -> None:
    name, data = pdf_in_zip_in_pdf(HIDDEN)
    (tmp_path / name).write_bytes(data)
    code, output = audit(folder, tmp_path / name)
    assert code == 1
    assert "attachment “dossier.zip” › member “a/b.pdf” › page 1 (as it stands)" in output
    assert "1 withheld text leaks" in output


def test_a_part_is_shown(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("refuse tout crédit avant les élections", "utf-8")
    assert "(in part) – refuse tout credit avant les elections" in audit(folder, path)[1]


def test_nothing_withheld_is_said(folder: Path, built: list[Path]) -> None:
    code, output = audit(folder, *built, to="complet")
    assert code == 0
    assert "there was nothing to look for" in output


def test_an_edition_that_was_touched_leaks(folder: Path, built: list[Path], tmp_path: Path) -> None:
    (pdf,) = [path for path in public(built) if path.suffix == ".pdf"]
    made = PdfWriter(clone_from=PdfReader(pdf))
    made.add_outline_item(title="A. Rouvière", page_number=0)
    (tmp_path / "a.pdf").write_bytes(written(made))
    code, output = audit(folder, tmp_path / "a.pdf")
    assert code == 1
    assert "/Title" in output


def test_what_cant_be_read_fails(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut short")
    code, output = audit(folder, tmp_path / "a.zip")
    assert code == 1
    assert "not looked into: the file: the archive is damaged" in output


def test_an_encrypted_pdf_is_an_error(folder: Path, tmp_path: Path) -> None:
    made = writer()
    made.encrypt("secret")
    (tmp_path / "a.pdf").write_bytes(written(made))
    code, output = audit(folder, tmp_path / "a.pdf")
    assert code == 1
    assert "Error: “a.pdf” can't be audited: the PDF “a.pdf” is encrypted" in output
    assert "qpdf --decrypt" in output


def test_wrong_usage(folder: Path, tmp_path: Path) -> None:
    assert audit(folder, tmp_path / "none.pdf")[0] == 2
    assert audit(folder, folder / "dossier.toml", to="nobody")[0] == 2
    assert audit(tmp_path / "none", folder / "dossier.toml")[0] in (1, 2)
    assert invoke("audit", "--dossier", folder, "--audience", "public").exit_code == 2


def test_json(folder: Path, built: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"note": HIDDEN}), "utf-8")
    result = invoke("audit", path, "--dossier", folder, "--audience", "public", "--json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["version"], report["audience"], report["passed"]) == (1, "public", False)
    assert report["needles"] > 5
    (file,) = report["files"]
    assert file["places"] >= 2
    (leak,) = file["leaks"]
    assert leak == {
        "kind": "extract",
        "id": "rouviere-2025#refus",
        "field": "quotation",
        "text": HIDDEN,
        "path": f"{folder}/rouviere-2025.md",
        "line": leak["line"],
        "where": ["value $.note"],
        "form": "exact",
        "found": "le ministre refuse tout credit avant les elections de juin",
    }


def test_it_speaks_french(folder: Path, built: list[Path]) -> None:
    result = run_briefing(
        "audit", *complete(built), "--dossier", folder, "--audience", "public", language="fr"
    )
    assert result.returncode == 1
    assert "extrait · rouviere-2025#refus · citation\u00a0: «\u202f" in result.stdout
    assert "fuite" in result.stdout


def test_the_digest_of_a_withheld_document_is_looked_for(folder: Path, tmp_path: Path) -> None:
    lock = json.loads((folder / "dossier.lock.json").read_text("utf-8"))
    digests = {id_: entry["sha256"] for id_, entry in lock["extracts"].items()}
    path = tmp_path / "a.txt"
    path.write_text(digests["martin-2025#offre"], "utf-8")
    assert audit(folder, path)[0] == 0
    path.write_text(digests["rouviere-2025#refus"], "utf-8")
    code, output = audit(folder, path)
    assert code == 1
    assert "digest of the document" in output
