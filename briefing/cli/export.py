"""`briefing export`."""

from __future__ import annotations

import click

from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _


@click.command(
    help=_("Print the assembled briefing of DOSSIER as one JSON document."),
    epilog=_("Example: briefing export seeds --format json > briefing.json"),
)
@click.argument("dossier", default=".")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "schema"]),
    default="json",
    show_default=True,
    help=_("The document itself, or the JSON Schema it follows."),
)
@click.option(
    "--audience", default="complet", show_default=True, metavar="NAME", help=_("For whom.")
)
@reports_errors
def export(dossier: str, format_: str, audience: str) -> None:
    """Read, assemble, print."""
    from briefing import api
    from briefing.outputs.export import export_json
    from briefing.resources import schema_folder

    if format_ == "schema":
        click.echo((schema_folder() / "briefing.schema.json").read_bytes(), nl=False)
        return
    reading = api.read_dossier(dossier)
    sound = api.require_sound(reading)
    report_findings(reading.findings)
    # As bytes: JSON is UTF-8, whatever the terminal.
    click.echo(export_json(sound, api.assemble(sound, audience)).encode(), nl=False)
