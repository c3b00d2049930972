"""`briefing typeset`: a filter, a difference, a check."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main

SOURCE = 'Il dit "oui" ?\nRien.\nFin...\n'
SET = "Il dit «\u202foui\u202f»\u202f?\nRien.\nFin…\n"


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["typeset", *arguments], input=given)


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return str(path)


def test_a_file_is_set_and_left_as_it_was(note: str) -> None:
    done = run(note)
    assert (done.exit_code, done.stdout) == (0, SET)
    assert Path(note).read_text(encoding="utf-8") == SOURCE


@pytest.mark.parametrize("name", [[], ["-"]])
def test_what_is_piped_in_is_set(name: list[str]) -> None:
    assert run(*name, given=SOURCE).stdout == SET


def test_bytes_are_utf_8_and_line_ends_stay() -> None:
    assert run(given='"é" ?\r\n'.encode()).stdout_bytes == "«\u202fé\u202f»\u202f?\r\n".encode()


def test_the_suffix_or_the_type_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("`a ?` ?\n", encoding="utf-8")
    assert run(str(path)).stdout == "`a ?`\u202f?\n"
    assert run("--type", "html", given="<code>a ?</code> ?").stdout == "<code>a ?</code>\u202f?"


def test_each_country_has_its_typography() -> None:
    assert run("--locale", "fr-ca", given='"oui" ?').stdout == "«\u00a0oui\u00a0»?"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "maison"
    folder.mkdir()
    (folder / "dossier.toml").write_text(
        'langue = "fr-CH"\n[typographie]\ntirets = "cadratin"\n', encoding="utf-8"
    )
    return folder


def test_a_house_chooses(house: Path) -> None:
    done = run("--house", str(house), given="a - b - c : d ?")
    assert done.stdout == "a —\u2060\u00a0b\u00a0— c\u202f: d\u202f?"
    assert (
        run("--house", str(house / "dossier.toml"), given="a - b - c : d ?").stdout == done.stdout
    )


def test_the_country_asked_for_comes_before_that_of_the_house(house: Path) -> None:
    done = run("--house", str(house), "--locale", "fr-FR", given="a - b : d")
    assert done.stdout == "a —\u2060\u00a0b\u00a0: d"


def test_a_house_that_is_not_french_chooses_for_french(house: Path) -> None:
    (house / "dossier.toml").write_text('langue = "en"\n', encoding="utf-8")
    assert run("--house", str(house), given="oui ?").stdout == "oui\u202f?"


def test_a_house_that_is_not_there(tmp_path: Path) -> None:
    for path, named in (
        (tmp_path / "absent", tmp_path / "absent"),
        (tmp_path, tmp_path / "dossier.toml"),
    ):
        done = run("--house", str(path), given="oui ?")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"Error: the file “{named}” doesn't exist\n"


def test_a_house_may_begin_with_a_byte_order_mark(house: Path) -> None:
    path = house / "dossier.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    done = run("--house", str(house), given="a - b : d")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_house_with_faults(house: Path) -> None:
    path = house / "dossier.toml"
    path.write_text('[typographie]\ntirets = "long"\n', encoding="utf-8")
    done = run("--house", str(house), given="oui ?")
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{path}:2: error BR204" in done.stderr


def test_a_difference_shows_the_spaces(note: str) -> None:
    done = run(note, "--diff")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"--- {note}"
    assert "+Il dit «␣oui␣»␣?" in lines
    assert "-Fin..." in lines


def test_a_check_names_the_lines(note: str) -> None:
    done = run(note, "--check")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [f"{note}:1: not typeset", f"{note}:3: not typeset"]
    assert done.stderr == "2 lines would change.\n"


def test_a_check_of_what_is_set_already_is_silent() -> None:
    done = run("--check", given=SET)
    assert (done.exit_code, done.output) == (0, "")


def test_a_check_may_show_the_difference_instead(note: str) -> None:
    done = run(note, "--check", "--diff")
    assert done.exit_code == 1
    assert "+Fin…" in done.stdout
    assert "not typeset" not in done.stdout


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run(str(tmp_path / "absent.txt"))
    assert done.exit_code == 2
    assert done.stderr == f"Error: the file “{tmp_path / 'absent.txt'}” doesn't exist\n"


def test_a_file_that_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "pipe", "isn't a plain file"),
        (Path("/dev/zero"), "isn't a plain file"),
    ):
        done = run(str(path))
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"Error: “{path}” {said}\n"


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("oui\nété".encode("latin-1"))
    done = run(str(path))
    assert done.exit_code == 2
    assert f"“{path}” isn't UTF-8, at line 2" in done.stderr
    assert done.stdout == ""
