"""`briefing new`."""

from __future__ import annotations

import shlex

import click

from briefing.cli.reporting import reports_errors
from briefing.messages import _


@click.command(
    help=_("Write a small commented dossier into the new folder DIR; it builds at once."),
    short_help=_("Write a small commented dossier to begin with."),
    epilog=_("Example: briefing new my-dossier"),
)
@click.argument("folder", metavar="DIR")
@reports_errors
def new(folder: str) -> None:
    """Copy the starter dossier."""
    from pathlib import Path

    from briefing.files import copy_starter

    for path in copy_starter(Path(folder)):
        click.echo(str(path))
    click.echo(_("Now: briefing build {folder}").format(folder=shlex.quote(folder)))
