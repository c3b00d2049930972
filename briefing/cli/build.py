"""`briefing build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import EdtfDate, FormatList
from briefing.cli.progress import progress_bar
from briefing.cli.reporting import human_size, report_findings, reports_errors
from briefing.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.api import Build
    from briefing.model.dates import Date
    from briefing.model.dossier import Dossier
    from briefing.model.finding import Finding


@click.command(
    help=_("Build the briefing of DOSSIER (by default, the current folder)."),
    epilog=_("Example: briefing build seeds --format pdf --out build"),
)
@click.argument("dossier", default=".")
@click.option(
    "--audience", "audiences", multiple=True, metavar="NAME", help=_("For whom; repeatable.")
)
@click.option("--format", "formats", type=FormatList(), help=_("What to make: pdf, html or both."))
@click.option("--out", default="build", show_default=True, metavar="DIR", help=_("Where to write."))
@click.option("--date", type=EdtfDate(), metavar="DATE", help=_("Date of publication: 2025-11-21."))
@click.option("--open", "open_", is_flag=True, help=_("Open what was built."))
@reports_errors
def build(
    dossier: str,
    audiences: Sequence[str],
    formats: Sequence[str] | None,
    out: str,
    date: Date | None,
    open_: bool,  # noqa: FBT001 - click gives it by name
) -> None:
    """Read, assemble, render, write, report."""
    from briefing import api

    reading = api.read_dossier(dossier)
    sound = api.require_sound(reading)
    with progress_bar(_("Building")) as progress:
        built = api.build(
            sound,
            out,
            audiences=audiences,
            formats=formats or (),
            date=date,
            progress=progress,
        )
    report_findings(reading.findings)
    _report(sound, built, reading.findings)
    if open_:
        for file in built.files:
            click.launch(str(file.path))


def _report(dossier: Dossier, built: Build, findings: Sequence[Finding]) -> None:
    for text in built.warnings:
        click.echo(_("layout: {text}").format(text=text), err=True)
    for file in built.files:
        pages = ngettext("{count} page", "{count} pages", file.pages).format(count=file.pages)
        details = [pages] if file.pages else []
        click.echo(f"{file.path}  {' · '.join([*details, human_size(file.size)])}")
    items = sum(
        len(group)
        for briefing in built.briefings[:1]
        for group in (
            briefing.key_points,
            briefing.events,
            briefing.divergences,
            briefing.questions,
        )
    )
    warnings = len(findings) + len(built.warnings)
    parts = (
        ngettext("{count} extract", "{count} extracts", len(dossier.extracts)).format(
            count=len(dossier.extracts)
        ),
        ngettext("{count} source", "{count} sources", len(dossier.sources)).format(
            count=len(dossier.sources)
        ),
        ngettext("{count} item", "{count} items", items).format(count=items),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    )
    click.echo(" · ".join(parts))
