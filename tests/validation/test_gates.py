"""A gate that can't run is told: it fails on CI, and is skipped elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.validation import gates


def missing(monkeypatch: pytest.MonkeyPatch, ci: str) -> str:
    """Return what is said of a missing tool where CI is set so."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PATH", "")
    with pytest.raises((pytest.fail.Exception, pytest.skip.Exception)) as told:
        gates.program("qpdf")
    return f"{told.typename}: {told.value}"


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", "Failed"), ("1", "Failed"), ("", "Skipped"), ("false", "Skipped")]
)
def test_a_missing_tool_is_told(ci: str, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = missing(monkeypatch, ci)
    assert told == f"{outcome}: GATE NOT RUN: qpdf is missing (apt-get install qpdf)"


def test_a_missing_module_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(gates, "MODULES", tmp_path)
    with pytest.raises(pytest.fail.Exception, match=r"axe-core is missing \(make validate\)"):
        gates.module("axe-core")
    (tmp_path / "axe-core").mkdir()
    assert gates.module("axe-core") == tmp_path / "axe-core"


@pytest.mark.parametrize(("version", "told"), [("v18.19.0", True), ("v20.0.0", False)])
def test_a_node_that_is_too_old_is_told(
    version: str, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\necho {version}\n", "utf-8")
    node.chmod(0o755)
    package = tmp_path / "playwright-core" / "package.json"
    package.parent.mkdir()
    package.write_text('{"engines": {"node": ">=20"}}', "utf-8")
    monkeypatch.setattr(gates, "MODULES", tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setenv("CI", "1")
    if told:
        with pytest.raises(pytest.fail.Exception, match=rf"Node 20 or newer \(here is {version}"):
            gates.require_node()
    else:
        gates.require_node()


def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(gates.PROGRAMS, Path(sys.executable).name, "python3")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert gates.program(Path(sys.executable).name) == sys.executable


def test_what_a_tool_says_before_it_fails_is_shown() -> None:
    command = (sys.executable, "-c", "import sys; sys.exit(input())")
    with pytest.raises(AssertionError, match="no such page"):
        gates.run(*command, given="no such page\n")
    assert gates.run(*command, given="told\n", ok=(1,)).stderr == "told\n"
