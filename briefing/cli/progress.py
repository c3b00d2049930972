"""A progress bar for work that takes more than a second, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 1.0
"""Seconds of silence before the bar shows."""

WIDTH = 30


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[float], None] | None]:
    """Yield a function that takes the share of the work done, or None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()
    shown = False

    def report(share: float) -> None:
        nonlocal shown
        if time.monotonic() - began < PATIENCE:
            return
        shown = True
        filled = round(share * WIDTH)
        bar = "█" * filled + "░" * (WIDTH - filled)
        click.echo(f"\r{label} {bar} {share:4.0%}", nl=False, err=True)

    try:
        yield report
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)
