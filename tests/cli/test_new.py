"""`briefing new`: a first dossier, which builds at once."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from briefing.resources import starter_folder
from tests.support import invoke


def relative_files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_new_dossier_builds_at_once_without_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mon-dossier"
    made = invoke("new", folder)
    assert (made.exit_code, made.stderr) == (0, "")
    lines = made.stdout.splitlines()
    assert lines[:-1] == [str(folder / name) for name in relative_files(folder)]
    assert lines[-1] == f"Now: briefing build {folder}"
    built = invoke("build", folder, "--out", tmp_path / "out")
    assert (built.exit_code, built.stderr) == (0, "")
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".html", ".pdf"]


@pytest.mark.parametrize("name", ["mon dossier", "l'été", "a;b", "$HOME"])
def test_the_next_command_can_be_pasted_into_a_shell(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    last = invoke("new", folder).stdout.splitlines()[-1]
    assert shlex.split(last.removeprefix("Now: ")) == ["briefing", "build", str(folder)]
    assert last.removeprefix("Now: briefing build ") == shlex.quote(str(folder)) != str(folder)


def test_it_is_the_starter_byte_for_byte(tmp_path: Path) -> None:
    invoke("new", tmp_path)
    assert relative_files(tmp_path) == relative_files(starter_folder())
    for name in relative_files(tmp_path):
        assert (tmp_path / name).read_bytes() == (starter_folder() / name).read_bytes()


def test_it_explains_itself_to_a_beginner(tmp_path: Path) -> None:
    invoke("new", tmp_path)
    config = (tmp_path / "dossier.toml").read_text("utf-8")
    assert sum(line.startswith("#") for line in config.splitlines()) >= 5
    assert "briefing build" in config


@pytest.mark.parametrize("name", ["notes.txt", ".caché", "sous/dossier/notes.txt"])
def test_a_folder_that_holds_something_is_left_alone(name: str, tmp_path: Path) -> None:
    kept = tmp_path / name
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("à garder", "utf-8")
    result = invoke("new", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: “{tmp_path}” exists already and isn't an empty folder\n  → name a new folder\n"
    )
    assert relative_files(tmp_path) == [name]


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "mon-dossier"
    file.write_text("à garder", "utf-8")
    assert invoke("new", file).exit_code == 2
    assert file.read_text("utf-8") == "à garder"


def test_a_folder_that_cant_be_made_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = invoke("new", tmp_path / "file" / "mon-dossier")
    assert result.exit_code == 3
    assert "Not a directory" in result.stderr


def test_a_full_disk_leaves_no_half_of_it_and_one_may_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def fsync(handle: int) -> None:
        written.append(handle)
        if len(written) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    assert invoke("new", tmp_path / "d").exit_code == 3
    assert relative_files(tmp_path) == []
    assert invoke("new", tmp_path / "d").exit_code == 0
