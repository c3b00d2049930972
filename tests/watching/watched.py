"""A watch as a program of its own, on a port that is free."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import ROOT

PATIENCE = 30
"""Seconds in which a watch must end."""


def command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "briefing", "watch", str(folder), "--port", "0", *options]


def environment() -> dict[str, str]:
    return {**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


@contextmanager
def started(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Watch `folder`; give the process and the address that it announces, and end it."""
    with subprocess.Popen(
        command(folder, *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        assert line, process.stderr.read()
        try:
            yield process, line.split()[0]
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[str]:
    """Watch `folder`; give the address, then check that Ctrl-C ended it with nothing to say."""
    with started(folder, *options) as (process, address):
        yield address
    assert process.returncode == 0
