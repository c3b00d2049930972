"""What `briefing watch` says before it serves."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest

from briefing.watching import running
from briefing.watching.session import Wanted
from tests.support import invoke, write_dossier


@pytest.mark.parametrize("library", ["uvicorn", "watchfiles"])
def test_without_its_libraries_the_extra_is_named(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = invoke("watch", write_dossier(tmp_path / "dossier"))
    assert result.exit_code == 3
    assert "the extra “watch”" in result.stderr
    assert "pip install 'briefing[watch]'" in result.stderr


def test_an_unknown_audience_is_an_error(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier")
    result = invoke("watch", folder, "--audience", "nobody", "--port", "0")
    assert result.exit_code == 2
    assert "there is no audience “nobody”" in result.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_is_a_number_of_a_port(port: str) -> None:
    assert invoke("watch", "--port", port).exit_code == 2


def test_all_that_is_asked_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Wanted, int]] = []
    opened: list[str] = []

    def run(wanted: Wanted, port: int, ready: running.Ready) -> None:
        asked.append((wanted, port))
        ready("http://127.0.0.1:1/")

    monkeypatch.setattr(running, "watch", run)
    monkeypatch.setattr(click, "launch", opened.append)
    words = "--audience a,b --audience c --theme t --templates g --documents d --open"
    result = invoke("watch", "d/dossier.toml", *words.split(), "--port", "81")
    assert result.exit_code == 0
    assert "http://127.0.0.1:1/ (Ctrl-C ends)" in result.stdout
    ((wanted, port),) = asked
    assert (wanted.folder, wanted.audiences) == (Path("d"), ("a", "b", "c"))
    assert (wanted.theme, wanted.templates, wanted.documents) == ("t", ("g",), ("d",))
    assert (port, opened) == (81, ["http://127.0.0.1:1/"])


def test_the_port_is_the_one_that_is_documented() -> None:
    assert f"[default: {running.PORT};" in invoke("watch", "--help").output
