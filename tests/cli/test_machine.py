"""When the machine fails: exit code 3, a sentence with what to do, and nothing half-written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import ROOT, invoke, write_dossier

HINT = "  → check the disk space and your rights on the folder, or choose another one\n"


@pytest.mark.parametrize("out", ["file", "file/out"])
def test_an_output_folder_that_is_a_file(out: str, tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d")
    (tmp_path / "file").write_text("à garder", "utf-8")
    result = invoke("build", folder, "--format", "html", "--out", tmp_path / out)
    assert (result.exit_code, result.stdout) == (3, "")
    reason = f"“{tmp_path / 'file'}” is a file, not a folder"
    assert result.stderr == f"Error: {reason}\n  → choose another folder to write to\n"
    assert (tmp_path / "file").read_text("utf-8") == "à garder"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder, out = write_dossier(tmp_path / "d"), tmp_path / "out"
    assert invoke("build", folder, "--format", "html", "--out", out).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        arguments = ("--format", "html", "--out", out, "--date", "2001")
        result = invoke("build", folder, *arguments)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"Error: “{out}”: No space left on device\n{HINT}"
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_folder_in_the_way_of_one_file_keeps_all_from_being_written(tmp_path: Path) -> None:
    folder, out = write_dossier(tmp_path / "d"), tmp_path / "out"
    taken = out / "un-train-de-nuit-pour-valmont.html"
    taken.mkdir(parents=True)
    result = invoke("build", folder, "--out", out)
    assert result.exit_code == 3
    assert result.stderr == f"Error: “{taken}”: Is a directory\n{HINT}"
    assert list(out.iterdir()) == [taken]


def test_a_fiche_that_cant_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_dossier(tmp_path)

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = invoke("build", folder)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"Error: “{folder}/martin-2025.md”: Permission denied\n{HINT}"


class NoPango:
    """An import system where WeasyPrint finds no Pango, as on a fresh machine."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "weasyprint":
            raise OSError(
                "cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object"
            )
        return None


def test_a_missing_system_library_is_told_with_the_packages_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    folder = write_dossier(tmp_path / "d")
    result = invoke("build", folder, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (3, "")
    first, second = result.stderr.splitlines()
    assert first == (
        "Error: a system library that draws PDF is missing: cannot load library 'libpango-1.0-0'"
    )
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in second
    assert "brew install pango" in second
    assert not (tmp_path / "out").exists()


def test_html_needs_no_system_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    folder = write_dossier(tmp_path / "d")
    result = invoke("build", folder, "--format", "html", "--out", tmp_path / "out")
    assert result.exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_reader_that_stops_early_is_no_error() -> None:
    """As in `briefing export seeds | head`."""
    run = subprocess.Popen(
        [sys.executable, "-m", "briefing", "export", "seeds"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout is not None
    run.stdout.close()
    assert run.stderr is not None
    assert run.stderr.read() == b""
    run.stderr.close()
    run.wait()
