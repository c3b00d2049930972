"""Folders on the disk become a feed, whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.errors import MachineError, UsageError
from briefing.feed import FeedError, write_feed
from tests.feeding.making import BASE, NAME, briefing, page, pdf_of, settings
from tests.support import CONFIG

UNDATED = CONFIG.replace('date = "2025-06-02"\n', "")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """Write both files of one edition into a folder."""
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / f"{NAME}.html").write_bytes(page())
    (folder / f"{NAME}.pdf").write_bytes(pdf_of())
    return folder


def faults(folders: list[Path], out: Path) -> list[str]:
    """Return what is wrong, by the name of the file; nothing is then written."""
    before = sorted(out.parent.iterdir())
    with pytest.raises(FeedError) as stopped:
        write_feed(folders, out, settings())
    assert sorted(out.parent.iterdir()) == before
    return [f"{Path(fault.path).name}: {fault.message}" for fault in stopped.value.faults]


def test_a_folder_becomes_a_feed(build: Path) -> None:
    (build / "couverture.png").write_bytes(b"no edition")
    (build / ".hidden.html").write_bytes(b"no edition")
    made = write_feed([build, build], build / "flux.xml", settings())
    text = made.path.read_text("utf-8")
    assert made.size == len(text.encode())
    assert f'href="{BASE}/flux.xml"' in text
    assert f'length="{len(pdf_of())}" href="{BASE}/{NAME}.pdf"' in text
    assert '<generator version="' in text


def test_the_same_folder_gives_the_same_bytes(build: Path, tmp_path: Path) -> None:
    first = write_feed([build], tmp_path / "a" / "feed.xml", settings()).path.read_bytes()
    (build / f"{NAME}.pdf").touch()
    assert write_feed([build], tmp_path / "b" / "feed.xml", settings()).path.read_bytes() == first


def test_all_faults_of_all_folders_are_told_and_nothing_is_written(
    build: Path, tmp_path: Path
) -> None:
    (tmp_path / "vide").mkdir()
    other = tmp_path / "autre"
    other.mkdir()
    (other / f"{NAME}.html").write_bytes(page())  # the same address again
    (other / "page.html").write_bytes(b"<!DOCTYPE html><title>Autre</title>")
    (other / "coupe.html").write_bytes(page()[:-20])
    (other / "coupe.pdf").write_bytes(pdf_of()[:-2000])
    (other / "faux.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    (other / "texte.pdf").write_bytes(b"Bonjour")
    told = faults([build, tmp_path / "vide", other, tmp_path / "absent"], tmp_path / "feed.xml")
    assert [line.partition(":")[0] for line in told] == [
        "absent",
        "coupe.html",
        "coupe.pdf",
        "faux.pdf",
        "page.html",
        "texte.pdf",
        f"{NAME}.html",
        "vide",
    ]


def test_a_pdf_of_another_maker_is_told(sample_pdf: object, build: Path) -> None:
    (build / "autre.pdf").write_bytes(sample_pdf.data)  # type: ignore[attr-defined]
    (told,) = faults([build], build / "feed.xml")
    assert told == "autre.pdf: it isn't a PDF that briefing made"


def test_an_earlier_feed_stays_where_a_new_one_fails(build: Path) -> None:
    out = build / "feed.xml"
    first = write_feed([build], out, settings()).path.read_bytes()
    (build / "page.html").write_bytes(b"spoilt")
    faults([build], out)
    assert out.read_bytes() == first


def test_a_place_that_cant_be_written_is_told(build: Path) -> None:
    with pytest.raises(MachineError, match="is a file, not a folder"):
        write_feed([build], build / f"{NAME}.pdf" / "feed.xml", settings())


def test_what_is_no_file_is_not_replaced_by_a_feed(build: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "feed.xml"
    os.mkfifo(pipe)
    for place in (pipe, build):
        with pytest.raises(UsageError, match="isn't a plain file"):
            write_feed([build], place, settings())
    assert pipe.is_fifo()


def test_a_folder_that_cant_be_read_is_told(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(MachineError, match="Permission denied"):
        write_feed([build], build / "feed.xml", settings())


def test_an_edition_without_a_date_bears_that_of_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_bytes(page(briefing(UNDATED)))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert faults([tmp_path], tmp_path / "feed.xml") == ["a.html: it bears no date"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    (entry,) = write_feed([tmp_path], tmp_path / "feed.xml", settings()).entries
    assert entry.updated == "1970-01-02T00:00:00Z"
