"""`briefing check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, documents_option, json_option
from briefing.cli.reporting import report_findings, reports_errors, verified_words
from briefing.messages import _, ngettext, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.finding import Finding
    from briefing.verification import Checked

FORMATS = ("text", "json", "sarif", "github")


@click.command(
    help=_("Check DOSSIER: its fiches, its sources, its characters, the share that it quotes."),
    epilog=_("Example: briefing check my-dossier --documents ~/texts --strict"),
)
@click.argument("dossier", default=".", type=DossierFolder())
@documents_option
@click.option("--strict", is_flag=True, help=_("Take warnings for errors."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=_("How to show what was found."),
)
@json_option
@reports_errors
def check(dossier: str, documents: Sequence[str], strict: bool, format_: str) -> None:  # noqa: FBT001 - by name
    """Read, prove, check, report."""
    from briefing import verification

    checked = verification.check(dossier, documents)
    if format_ == "text":
        _report(checked)
    else:
        click.echo(_formatted(checked.findings, format_), nl=False)
    failed = bool(checked.findings) if strict else any(f.is_error for f in checked.findings)
    sys.exit(1 if failed else 0)


def _report(checked: Checked) -> None:
    report_findings(checked.findings)
    errors = sum(finding.is_error for finding in checked.findings)
    warnings = len(checked.findings) - errors
    count = ngettext("{count} extract", "{count} extracts", checked.extracts)
    parts = [
        count.format(count=checked.extracts),
        verified_words(checked),
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    if checked.silenced:
        parts.append(_("{count} silenced").format(count=checked.silenced))
    click.echo(" · ".join(parts))


def _formatted(findings: Sequence[Finding], format_: str) -> str:
    from briefing.outputs import reports

    if format_ == "sarif":
        return reports.to_sarif(findings, translate, language=_("en-US"))
    maker = reports.to_json if format_ == "json" else reports.to_github
    return maker(findings, translate)
