"""Versions on disk: a dossier, an exported JSON, a PDF of ours; and what a dossier tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import building, versions
from briefing.api import assemble, read_dossier
from briefing.comparing import Snapshot, SnapshotError, compare
from briefing.documents import DocumentError
from briefing.errors import DossierError, MachineError, UsageError
from briefing.model.changes import ChangeKind, ItemKind
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.outputs.export import export_json
from briefing.verification import check
from briefing.versions import EarlierDossier, load_version, tell_changes
from tests.builders import audience
from tests.support import (
    CONFIG,
    extract_text,
    fiche_text,
    shown,
    told,
    write_documents,
    write_dossier,
)

LATER = CONFIG.replace("la moitié", "le tiers").replace("2025-06-02", "2025-07-01")


def export_to(path: Path, folder: Path) -> Path:
    dossier = read_dossier(folder).dossier
    assert dossier is not None
    path.write_text(export_json(assemble(dossier)), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "mars")


# ---- Reading -------------------------------------------------------------------------------


def test_a_dossier_its_json_and_its_pdf_are_one_version(folder: Path, tmp_path: Path) -> None:
    checked = check(folder)
    built = building.build(
        checked.buildable(), tmp_path, formats=("pdf",), evidence=checked.evidence
    )
    exported = load_version(export_to(tmp_path / "mars.json", folder))
    printed, read = load_version(built.files[0].path), load_version(str(folder))
    assert printed == read
    assert compare(exported, read) == compare(read, exported) == ()
    assert (exported.title, exported.audience) == ("Un train de nuit pour Valmont", "complet")


def test_a_dossier_is_verified(folder: Path) -> None:
    before = load_version(folder)
    (folder / "documents" / "martin-2025.txt").write_text("Tout autre chose.", encoding="utf-8")
    (change,) = compare(before, load_version(folder))
    assert (change.kind, change.item, change.old, change.new) == (
        ChangeKind.VERDICT,
        ItemKind.EXTRACT,
        "verbatim",
        "absent",
    )


def test_two_states_of_the_sample(sample: Dossier) -> None:
    earlier = replace(
        sample,
        key_points=sample.key_points[1:],
        questions=(*sample.questions, replace(sample.questions[0], id="nouvelle", text=())),
        sources=sample.sources[:-1],
        extracts=tuple(e for e in sample.extracts if e.source != sample.sources[-1].id),
    )
    old, new = (_snapshot(made) for made in (earlier, sample))
    found = compare(old, new)
    added = [change for change in found if change.kind is ChangeKind.ADDED]
    assert sample.key_points[0].id in {c.id for c in added if c.item is ItemKind.KEY_POINT}
    assert [c.id for c in added if c.item is ItemKind.SOURCE] == [sample.sources[-1].id]
    gone = [change.item for change in found if change.kind is ChangeKind.WITHDRAWN]
    assert ItemKind.QUESTION in gone
    assert ItemKind.SOURCE not in gone


def _snapshot(dossier: Dossier) -> Snapshot:
    from briefing.comparing import read_snapshot

    return read_snapshot(export_json(assemble(dossier)), "sample")


def test_a_byte_order_mark_is_no_fault(folder: Path, tmp_path: Path) -> None:
    path = export_to(tmp_path / "mars.json", folder)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_version(path).title == "Un train de nuit pour Valmont"


def test_nothing_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="doesn't exist"):
        load_version(tmp_path / "rien.json")


def test_a_dossier_with_errors_is_no_version(tmp_path: Path) -> None:
    with pytest.raises(DossierError):
        load_version(write_dossier(tmp_path / "faux", config='date = "2025"'))


def test_a_pdf_of_another_program_is_refused(tmp_path: Path) -> None:
    import io

    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    data = io.BytesIO()
    writer.write(data)
    path = tmp_path / "autre.pdf"
    path.write_bytes(data.getvalue())
    with pytest.raises(SnapshotError, match=r"holds no briefing\.json"):
        load_version(path)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"texte", DocumentError),
        ("a.json", b"%PDF-1.7 coup\xe9", DocumentError),
        ("a.json", b"\xff\xfe", SnapshotError),
        ("a.html", b"<html>", SnapshotError),
        ("a.json", b"", SnapshotError),
    ],
)
def test_a_file_that_is_no_version_is_refused(
    tmp_path: Path, name: str, data: bytes, fault: type[Exception]
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(fault):
        load_version(tmp_path / name)


def test_a_machine_that_fails_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(versions, "load_file", refuse)
    with pytest.raises(MachineError, match="Permission denied"):
        load_version(folder / "mars.json")


# ---- « depuis » ----------------------------------------------------------------------------


def later(tmp_path: Path, since: str) -> Path:
    return write_dossier(tmp_path / "juillet", config=f'depuis = "{since}"\n{LATER}')


def errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.is_error]


@pytest.mark.parametrize("inside", [True, False])
def test_a_dossier_tells_what_changed(folder: Path, tmp_path: Path, inside: bool) -> None:
    place = later(tmp_path, "mars.json" if inside else "../mars.json")
    export_to(tmp_path / ("juillet/mars.json" if inside else "mars.json"), folder)
    checked = check(place)
    assert errors(checked.findings) == []
    (made,) = building.build(
        checked.buildable(), tmp_path / "out", formats=("html",), since=checked.since
    ).briefings
    assert made.changes is not None
    assert [(c.kind, c.item) for c in made.changes.shown] == [
        (ChangeKind.REWORDED, ItemKind.KEY_POINT)
    ]
    assert made.changes.since is not None
    assert made.changes.since.edtf == "2025-06-02"


def test_it_may_start_from_a_dossier_or_from_itself(folder: Path, tmp_path: Path) -> None:
    since = check(later(tmp_path, "../mars")).since
    assert isinstance(since, EarlierDossier)
    assert since.edition() == load_version(folder)
    itself = check(later(tmp_path, "."))
    made = tell_changes(assemble(itself.buildable()), itself.since)
    assert made.changes is None


FUND = """
[[questions]]
id = "caisse"
texte = "Qui paierait le reste ?"
"""
OUTSIDE = '\n[publics.dehors]\nnom = "Dehors"\n'


def changes(tmp_path: Path, before: str, name: str) -> list[tuple[ChangeKind, str]]:
    """Return what an edition tells since a dossier with the questions `before`."""
    write_dossier(tmp_path / "mars", config=CONFIG + before)
    place = write_dossier(
        tmp_path / "juillet", config=f'depuis = "../mars"\n{LATER}{FUND}{OUTSIDE}'
    )
    checked = check(place)
    built = building.build(
        checked.buildable(),
        tmp_path / "out",
        audiences=(name,),
        formats=("html",),
        since=checked.since,
    )
    told = built.briefings[0].changes
    assert told is not None
    return [(change.kind, change.id) for change in told.shown]


def test_an_earlier_dossier_is_that_of_the_same_audience(tmp_path: Path) -> None:
    marked = f'{FUND}tlp = "amber"\n'
    reworded = (ChangeKind.REWORDED, "moitie")
    added = (ChangeKind.ADDED, "caisse")
    assert changes(tmp_path, marked, "complet") == [reworded]
    assert sorted(changes(tmp_path, marked, "dehors")) == sorted([reworded, added])
    assert sorted(changes(tmp_path, "", "dehors")) == sorted([reworded, added])
    assert changes(tmp_path, FUND, "dehors") == [reworded]


@pytest.mark.parametrize("since", ["rien.json", "../rien", "a\\u0000b.json", "x/y/z"])
def test_a_version_that_isn_t_there_is_an_error_at_its_line(tmp_path: Path, since: str) -> None:
    place = later(tmp_path, since)
    (finding,) = errors(check(place).findings)
    text, _ = told(finding)
    assert text.startswith(f"{place / 'dossier.toml'}:1 BR333 ")
    assert finding.is_error


def test_a_name_too_long_is_an_error_too(tmp_path: Path) -> None:
    (finding,) = errors(check(later(tmp_path, "a" * 5000)).findings)
    assert (finding.code, finding.line) == ("BR334", 1)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"version": 9, "title": "x"}', b"\xff"])
def test_a_version_that_can_t_be_read_is_an_error(tmp_path: Path, content: bytes) -> None:
    place = later(tmp_path, "mars.json")
    (place / "mars.json").write_bytes(content)
    (finding,) = errors(check(place).findings)
    assert (finding.code, finding.line) == ("BR334", 1)
    assert "mars.json" in str(finding.message)


def test_a_dossier_with_errors_is_an_error(tmp_path: Path) -> None:
    write_dossier(tmp_path / "mars", config='date = "2025"')
    place = later(tmp_path, "../mars")
    faulty = tmp_path / "mars"
    findings = errors(check(place).findings)
    assert shown(findings) == [
        f"{place / 'dossier.toml'}:1 BR334 “{faulty}” has errors → briefing check {faulty}"
    ]


def test_an_html_page_is_refused_for_its_pdf(folder: Path, tmp_path: Path) -> None:
    checked = check(folder)
    (made,) = building.build(checked.buildable(), tmp_path, formats=("html",)).files
    with pytest.raises(SnapshotError, match="is a page, which can't be compared") as caught:
        load_version(made.path)
    assert "PDF of the same edition" in str(caught.value.hint)
    (finding,) = errors(check(later(tmp_path, f"../{made.path.name}")).findings)
    assert (finding.code, finding.message) == ("BR334", caught.value.message)


@pytest.mark.parametrize("data", [b"<!DOCTYPE html>", b"\xef\xbb\xbf \n<html lang='fr'>"])
def test_a_page_is_known_by_what_it_holds(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mars.json"
    path.write_bytes(data)
    with pytest.raises(SnapshotError, match="is a page"):
        load_version(path)


def test_a_path_is_shown_without_its_detours(tmp_path: Path) -> None:
    place = later(tmp_path, "../absent.pdf")
    (finding,) = errors(check(place).findings)
    assert str(finding.message) == f"“{tmp_path / 'absent.pdf'}” doesn't exist"


def test_a_link_before_a_detour_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "loin" / "ici").mkdir(parents=True)
    export_to(tmp_path / "loin" / "mars.json", folder)
    (tmp_path / "lien").symlink_to(tmp_path / "loin" / "ici")
    assert load_version(tmp_path / "lien" / ".." / "mars.json") == load_version(
        tmp_path / "loin" / "mars.json"
    )


def test_an_edition_without_the_section_tells_nothing(folder: Path) -> None:
    since = load_version(folder)
    dossier = read_dossier(folder).dossier
    assert dossier is not None
    emptied = replace(dossier, key_points=())
    plain = assemble(emptied, audience("points-clés", "sources"))
    assert tell_changes(plain, since) is plain
    assert tell_changes(assemble(emptied), None).changes is None
    assert tell_changes(assemble(emptied), since).changes is not None


def test_what_is_exported_doesn_t_change(folder: Path, tmp_path: Path) -> None:
    dossier = read_dossier(folder).dossier
    assert dossier is not None
    briefing = assemble(dossier)
    since = replace(load_version(folder), entries=())
    changed = tell_changes(briefing, since)
    assert changed != briefing
    assert json.loads(export_json(changed)) == json.loads(export_json(briefing))


def test_a_quotation_more_is_told(folder: Path) -> None:
    before = load_version(folder)
    more = extract_text("Elle attend.", "nous attendrons", id="attente")
    sheets = {"martin-2025": fiche_text(extract_text(), more)}
    (folder / "martin-2025.md").write_text(sheets["martin-2025"], encoding="utf-8")
    write_documents(folder, sheets)
    found = compare(before, load_version(folder))
    assert [(c.kind, c.item) for c in found] == [
        (ChangeKind.PROOF, ItemKind.KEY_POINT),
        (ChangeKind.COMPLETED, ItemKind.POSITION),
        (ChangeKind.ADDED, ItemKind.EXTRACT),
    ]
