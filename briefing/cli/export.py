"""`briefing export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, documents_option, json_option
from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(
    help=_("Print the assembled briefing of DOSSIER as one JSON document."),
    epilog=_("Example: briefing export seeds --format json > briefing.json"),
)
@click.argument("dossier", default=".", type=DossierFolder())
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
@documents_option
@json_option
@reports_errors
def export(dossier: str, format_: str, audience: str, documents: Sequence[str]) -> None:
    """Read, assemble, print."""
    from briefing import api, verification
    from briefing.outputs.export import export_json
    from briefing.resources import schema_folder

    if format_ == "schema":
        click.echo((schema_folder() / "briefing.schema.json").read_bytes(), nl=False)
        return
    checked = verification.check(dossier, documents)
    sound = checked.buildable()
    report_findings(finding for finding in checked.findings if not finding.is_editorial)
    briefing = api.assemble(sound, audience, evidence=checked.evidence)
    # As bytes: JSON is UTF-8, whatever the terminal.
    click.echo(export_json(briefing).encode(), nl=False)
