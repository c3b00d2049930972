"""Same dossier, same version, same bytes: whatever the machine, the folder and the moment."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support import ROOT, invoke

pytestmark = pytest.mark.xdist_group("pdf")

SAMPLE = ROOT / "seeds"
STARTER = ROOT / "briefing" / "starter"

LATER = """
import datetime, sys, time

SHIFT = float(sys.argv[1])
now = time.time
time.time = lambda: now() + SHIFT
time.time_ns = lambda: int(time.time() * 1e9)
localtime, gmtime = time.localtime, time.gmtime
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)

class Alike(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__base__)

class Day(datetime.date, metaclass=Alike):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

class Moment(datetime.datetime, metaclass=Alike):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    today = utcnow = now

datetime.date, datetime.datetime = Day, Moment

from briefing.cli import main

main(sys.argv[2:])
"""
"""Runs the program at another moment: some seconds later than the clock has it."""


@dataclass(frozen=True)
class Machine:
    """Where and when a dossier is built."""

    folder: Path
    """Of the dossier; what is beside it is its own too."""
    shift: int
    """Seconds after now."""
    umask: int
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, inside: bool = False) -> bytes:
        """Return what the program prints, run beside the dossier or inside it."""
        kept = {name: os.environ[name] for name in ("PATH",)}
        home = self.folder.parent / "home"
        own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LANGUAGE": "en"}
        done = subprocess.run(
            [sys.executable, "-c", LATER, str(self.shift), *arguments],
            capture_output=True,
            check=False,
            cwd=self.folder if inside else self.folder.parent,
            env={**kept, "PYTHONPATH": str(ROOT), **own, **self.variables},
            umask=self.umask,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def made(self) -> dict[str, bytes]:
        """Return the editions and the export of the dossier, by name."""
        self.run("build", self.folder.name, "--format", "pdf,html", "--out", "out")
        exported = self.run("export", inside=True)  # it names files as the command line does
        out = self.folder.parent / "out"
        return {path.name: path.read_bytes() for path in out.iterdir()} | {"json": exported}


def copied(folder: Path, source: Path, *, age: int) -> Path:
    """Copy a dossier, and let its files be `age` seconds old."""
    shutil.copytree(source, folder)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return folder


def settings(folder: Path) -> str:
    """Write settings of fontconfig that no build should read."""
    folder.mkdir(parents=True)
    path = folder / "fonts.conf"
    path.write_text("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>", "utf-8")
    return str(path)


@pytest.mark.slow
def test_two_machines_make_the_same_bytes(tmp_path: Path) -> None:
    """Each cold: fonts are completed and cut anew."""
    one = Machine(
        copied(tmp_path / "a" / "seeds", SAMPLE, age=0),
        shift=0,
        umask=0o022,
        variables={"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    )
    other = Machine(
        copied(tmp_path / "b" / "c d" / "Été 2025" / "mon dossier", SAMPLE, age=10_000_000),
        shift=400 * 86_400 + 12_345,
        umask=0o077,
        variables={
            "TZ": "America/St_Johns",
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "de_DE.UTF-8",
            "PYTHONHASHSEED": "2",
            "FONTCONFIG_FILE": settings(tmp_path / "fonts"),
            "SOURCE_DATE_EPOCH": "1000000000",  # the dossier's own date comes first
        },
    )
    first, second = one.made(), other.made()
    assert {Path(name).suffix for name in first} == {".pdf", ".html", ""}
    assert first.keys() == second.keys()
    for name, data in first.items():
        assert data == second[name], name
    assert str(tmp_path).encode() not in b"".join(first.values())


DATES = (b"xmp:CreateDate", b"xmp:ModifyDate", b"dcterms.created", b"/CreationDate (D:2")
"""Where a date would stand; the attached files, which must have one, bear that of the epoch."""


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A dossier that bears no date."""
    folder = copied(tmp_path / "sans-date", STARTER, age=0)
    config = folder / "dossier.toml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if not line.startswith("date ")), "utf-8")
    return folder


@pytest.mark.slow
def test_a_dossier_without_date_is_built_without_one(undated: Path) -> None:
    """The day of the build is nobody's decision: the same dossier would give another edition."""
    first = Machine(undated, 0, 0o022).made()
    second = Machine(undated, 90 * 86_400, 0o022).made()
    assert first == second
    assert [date for date in DATES if any(date in data for data in first.values())] == []
    (pdf,) = (data for name, data in first.items() if name.endswith(".pdf"))
    assert PdfReader(io.BytesIO(pdf)).metadata.creation_date is None  # type: ignore[union-attr]


@pytest.mark.slow
def test_it_then_bears_that_of_the_source(undated: Path) -> None:
    made = Machine(undated, 0, 0o022, {"SOURCE_DATE_EPOCH": "1763683200"}).made()
    (html,) = (data.decode() for name, data in made.items() if name.endswith(".html"))
    (pdf,) = (data for name, data in made.items() if name.endswith(".pdf"))
    assert '<meta name="dcterms.created" content="2025-11-21">' in html
    assert "21 novembre 2025" in html.replace("\u00a0", " ")
    assert b"<xmp:CreateDate>2025-11-21</xmp:CreateDate>" in pdf


@pytest.mark.parametrize("epoch", ["demain", "-1", "1e9", "9" * 30, "9" * 5_000])
def test_a_source_date_that_is_none_stops_the_build(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the dossier has its own: whoever set the variable is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    out = tmp_path / "out"
    done = invoke("build", STARTER, "--format", "html", "--out", out)
    assert done.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()
