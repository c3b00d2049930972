"""README is true: every command and example in it is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.reading.config import read_config
from briefing.reading.fiche import read_fiche

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LEFT_TO_CI = ("make demo", "make test")
"""They hold this very test: `.ci/run` runs them."""


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Return every command line shown, without its comment."""
    shown = [line[2:] for block in blocks("console") for line in block.splitlines()]
    return [line.partition("  #")[0].strip() for line in shown if line]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what a clone holds."""
    folder = tmp_path / "briefing"
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=ignored)
    return folder


def unmeasured() -> dict[str, str]:
    """Return the environment without what has coverage follow programs."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def environment(home: Path) -> dict[str, str]:
    """Return a clean home; dependencies come from where the tests run, not from the network."""
    return {
        **unmeasured(),
        "HOME": str(home),
        "LANGUAGE": "en",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's spelling of “no isolation”
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }


def test_the_first_commands_are_those_of_ci() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert commands()[:2] == list(LEFT_TO_CI)
    assert re.search(r"^make demo$", script, re.MULTILINE)
    assert re.search(r"^make test$", script, re.MULTILINE)


@pytest.mark.slow
def test_every_command_runs_as_shown(checkout: Path, tmp_path: Path) -> None:
    script = "\n".join(["set -e", *(line for line in commands() if line not in LEFT_TO_CI)])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=checkout,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.suffix for path in (checkout / "build").iterdir()}
    assert made == {".pdf", ".html"}
    assert (checkout / "mon-dossier" / "dossier.toml").is_file()


def title_height(pdf: Path) -> float:
    """Return how high the title stands on the first page: 1 is its upper edge."""
    first = PdfReader(pdf).pages[0]
    heights: list[float] = []

    def visit(text: str, page: Sequence[float], line: Sequence[float], *_font: object) -> None:
        if "Un train de nuit" in text:
            heights.append(page[5] + page[3] * line[5])

    first.extract_text(visitor_text=visit)
    return max(heights) / float(first.mediabox.height)


@pytest.mark.slow
def test_the_house_of_the_guide_has_its_logo_its_colours_and_its_section(tmp_path: Path) -> None:
    guide = README.partition("### Templates of one's own")[2].partition("### People")[0]
    steps = re.findall(r"^\$ (.*)$", guide, re.MULTILINE)
    script = "\n".join(["set -e", "briefing new mon-dossier", *steps])
    bare = {**environment(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 template · 0 errors · 0 warnings" in done.stdout
    (page,) = (tmp_path / "maison").glob("*.html")
    html = page.read_text(encoding="utf-8")
    assert '<img src="data:image/svg+xml;base64,' in html
    assert '<h2 id="titre-points-cles">L’essentiel</h2>' in html
    assert "Points clés</h2>" not in html
    for colour in ("--blue: #14532d", "--accent: #9a3412"):
        assert colour in html
    assert "--blue: #173a6a" not in html
    (pdf,) = (tmp_path / "maison").glob("*.pdf")
    assert title_height(pdf) > 0.85, "the logo takes a line or two, not the page"


@pytest.mark.slow
def test_the_python_example_runs(tmp_path: Path) -> None:
    (example,) = blocks("python")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path,
        env={**unmeasured(), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
    assert "<html" in (tmp_path / "note.html").read_text(encoding="utf-8")


def test_the_fiche_example_reads() -> None:
    fiche, findings = read_fiche(blocks("markdown")[0], source="martin-2025", path="martin-2025.md")
    assert findings == []
    assert fiche is not None
    assert [extract.id for extract in fiche.extracts] == ["martin-2025#moitie-du-deficit"]


@pytest.mark.parametrize("example", blocks("toml"))
def test_the_toml_examples_read(example: str) -> None:
    dossier, findings = read_config(f'titre = "Essai"\n{example}', "dossier.toml")
    assert dossier is not None
    assert findings == []


def test_the_message_example_is_the_real_one(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "briefing" / "starter", tmp_path / "mon-dossier")
    fiche = tmp_path / "mon-dossier" / "martin-2025.md"
    text = fiche.read_text(encoding="utf-8")
    fiche.write_text(text.replace("- partie : Région", "- partie : Regon", 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "build", "mon-dossier"],
        cwd=tmp_path,
        env={**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr in README
    assert not (tmp_path / "build").exists()


def test_the_table_of_commands_is_whole() -> None:
    from briefing.cli import main

    for name, command in main.commands.items():
        assert f"| `briefing {name}" in README
        for parameter in command.params:
            for option in (o for o in parameter.opts if o.startswith("--")):
                assert option in README, (name, option)
