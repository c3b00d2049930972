"""`briefing build`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import EdtfDate, FormatList, documents_option
from briefing.cli.progress import progress_bar
from briefing.cli.reporting import (
    human_size,
    report_findings,
    reports_errors,
    verified_words,
)
from briefing.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.building import Build
    from briefing.model.briefing import Briefing
    from briefing.model.dates import Date
    from briefing.verification import Checked


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
@click.option("--theme", metavar="NAME", help=_("Its look: a theme, or the folder of one."))
@documents_option
@click.option("--draft", is_flag=True, help=_("Build in spite of errors, marked as a draft."))
@click.option("--open", "open_", is_flag=True, help=_("Open what was built."))
@reports_errors
def build(  # noqa: PLR0913 - one for each option
    dossier: str,
    *,
    audiences: Sequence[str],
    formats: Sequence[str] | None,
    out: str,
    date: Date | None,
    theme: str | None,
    documents: Sequence[str],
    draft: bool,
    open_: bool,
) -> None:
    """Read, check, assemble, render, write, report."""
    from pathlib import Path

    from briefing import building, themes, verification
    from briefing.model.briefing import Draft

    checked = verification.check(dossier, documents)
    sound = checked.buildable(draft=draft)
    look = themes.load_theme(theme, Path(dossier)) if theme else None
    with progress_bar(_("Building")) as progress:
        built = building.build(
            sound,
            out,
            audiences=audiences,
            formats=formats or (),
            date=date,
            evidence=checked.evidence,
            since=checked.since,
            draft=Draft(checked.errors) if draft else None,
            themes=checked.themes,
            theme=look,
            progress=progress,
        )
    report_findings(f for f in checked.findings if not f.is_editorial)
    _report(built, checked, dossier)
    if open_:
        for file in built.files:
            click.launch(str(file.path))


def _report(built: Build, checked: Checked, folder: str) -> None:
    for text in built.warnings:
        click.echo(_("layout: {text}").format(text=text), err=True)
    for file in built.files:
        pages = ngettext("{count} page", "{count} pages", file.pages).format(count=file.pages)
        details = [pages] if file.pages else []
        click.echo(f"{file.path}  {' · '.join([*details, human_size(file.size)])}")
    click.echo(" · ".join(_summary(built, checked, folder)))


def _summary(built: Build, checked: Checked, folder: str) -> Iterator[str]:
    dossier = checked.dossier
    extracts, sources = (len(dossier.extracts), len(dossier.sources)) if dossier else (0, 0)
    yield ngettext("{count} extract", "{count} extracts", extracts).format(count=extracts)
    yield ngettext("{count} source", "{count} sources", sources).format(count=sources)
    items = _items(built.briefings[0])
    yield ngettext("{count} item", "{count} items", items).format(count=items)
    yield verified_words(checked)
    errors = checked.errors
    if errors:  # of a draft
        yield ngettext("{count} error", "{count} errors", errors).format(count=errors)
    count = len(checked.findings) - errors + len(built.warnings)
    warnings = ngettext("{count} warning", "{count} warnings", count).format(count=count)
    unshown = any(finding.is_editorial for finding in checked.findings)
    yield f"{warnings} (briefing check {shlex.quote(folder)})" if unshown else warnings


def _items(briefing: Briefing) -> int:
    """Count what a reader would: points, dates, divergences, questions."""
    groups = (briefing.key_points, briefing.events, briefing.divergences, briefing.questions)
    return sum(map(len, groups))
