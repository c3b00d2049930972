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


def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(gates.PROGRAMS, Path(sys.executable).name, "python3")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert gates.program(Path(sys.executable).name) == sys.executable


def test_what_a_tool_says_before_it_fails_is_shown() -> None:
    command = (sys.executable, "-c", "import sys; sys.exit(input())")
    with pytest.raises(AssertionError, match="no such page"):
        gates.run(*command, given="no such page\n")
    assert gates.run(*command, given="told\n", ok=(1,)).stderr == "told\n"
