"""`briefing diff`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, format_option, json_option
from briefing.cli.reporting import reports_errors
from briefing.messages import _

if TYPE_CHECKING:
    from briefing.comparing import Snapshot


@click.command(
    help=_(
        "Show what changed from OLD to NEW, by meaning: dossiers, PDFs of ours or exported JSON."
    ),
    epilog=_("Example: briefing diff march.json my-dossier"),
)
@click.argument("old", type=DossierFolder())
@click.argument("new", type=DossierFolder())
@format_option(_("How to show what changed."))
@json_option
@click.option(
    "--exit-code",
    "exit_code",
    is_flag=True,
    help=_("Exit with 1 if anything changed, 2 or more if nothing could be compared."),
)
@reports_errors
def diff(old: str, new: str, format_: str, *, exit_code: bool) -> None:
    """Read, compare, show."""
    from briefing.comparing import compare

    before, after = _load(old, told=exit_code), _load(new, told=exit_code)
    changes = compare(before, after)
    if format_ == "json":
        from briefing.outputs.changes import changes_to_json

        # As bytes: JSON is UTF-8, whatever the terminal; a lone surrogate as it came.
        document = changes_to_json(changes, before, after)
        click.echo(document.encode(errors="backslashreplace"), nl=False)
    else:
        from briefing.cli.changes import lines

        for line in lines(changes, before, after):
            click.echo(line)
    sys.exit(1 if changes and exit_code else 0)


def _load(path: str, *, told: bool) -> Snapshot:
    """Read a version; where 1 tells of changes, it can't tell of errors."""
    from briefing.errors import BriefingError
    from briefing.versions import load_version

    try:
        return load_version(path)
    except BriefingError as fault:
        if told:
            fault.exit_code = max(fault.exit_code, 2)
        raise
