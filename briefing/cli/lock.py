"""`briefing lock`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, documents_option
from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.dossier import Dossier
    from briefing.proving import Proofs


@click.command(
    help=_(
        "Write dossier.lock.json: where each quotation of DOSSIER stands in its document. A wrong"
        " quotation is locked as such, and the exit code is 1."
    ),
    epilog=_("Example: briefing lock my-dossier --documents ~/texts"),
)
@click.argument("dossier", default=".", type=DossierFolder())
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
    click.echo(f"{path}  {', '.join(_counts(sound, proofs))}")
    wrong = any(finding.is_error and finding.code != _REPLACED for finding in proofs.findings)
    sys.exit(1 if wrong else 0)


_REPLACED = "BR608"
"""A lock that can't be read: this command mends it."""


def _counts(dossier: Dossier, proofs: Proofs) -> Iterator[str]:
    from briefing.proving import is_proved

    verified = sum(is_proved(proof.entry) for proof in proofs.by_extract.values())
    yield ngettext("{count} verified", "{count} verified", verified).format(count=verified)
    if missed := len(dossier.extracts) - verified:
        yield ngettext("{count} not", "{count} not", missed).format(count=missed)
    if dropped := len(proofs.dropped):
        text = ngettext("{count} proof dropped", "{count} proofs dropped", dropped)
        yield text.format(count=dropped)
