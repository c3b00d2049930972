"""`briefing lock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import documents_option
from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(
    help=_("Write dossier.lock.json: where each quotation of DOSSIER stands in its document."),
    epilog=_("Example: briefing lock my-dossier --documents ~/texts"),
)
@click.argument("dossier", default=".")
@documents_option
@reports_errors
def lock(dossier: str, documents: Sequence[str]) -> None:
    """Prove, then keep."""
    from briefing import api, gathering, verification

    reading = api.read_dossier(dossier)
    sound = api.require_sound(reading)
    proofs = gathering.gather(dossier, sound, documents).proofs
    report_findings(proofs.findings)
    path = verification.write_lock_file(dossier, proofs)
    count = len(proofs.by_extract)
    text = ngettext("{path}  {count} quotation", "{path}  {count} quotations", count)
    click.echo(text.format(path=path, count=count))
