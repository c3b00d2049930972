"""`briefing build`."""

from __future__ import annotations

import shlex
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import (
    DossierFolder,
    EdtfDate,
    FormatList,
    documents_option,
    limits_options,
    templates_option,
)
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
    from briefing.cli.audited_build import BuildAudit
    from briefing.model.briefing import Briefing, Draft
    from briefing.model.dates import Date
    from briefing.model.dossier import Dossier
    from briefing.verification import Checked


@click.command(
    help=_("Build the briefing of DOSSIER (by default, the current folder)."),
    epilog=_("Example: briefing build seeds --format pdf --out build"),
)
@click.argument("dossier", default=".", type=DossierFolder())
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    help=_("For whom: one, or several parted by commas; repeatable."),
)
@click.option(
    "--format",
    "formats",
    type=FormatList(),
    help=_("What to make, parted by commas: pdf, html, eml, newsletter."),
)
@click.option("--out", default="build", show_default=True, metavar="DIR", help=_("Where to write."))
@click.option("--date", type=EdtfDate(), metavar="DATE", help=_("Date of publication: 2025-11-21."))
@click.option("--theme", metavar="NAME", help=_("Its look: a theme, or the folder of one."))
@templates_option
@limits_options
@documents_option
@click.option("--draft", is_flag=True, help=_("Build in spite of errors, marked as a draft."))
@click.option(
    "--audit",
    "audited",
    is_flag=True,
    help=_("Prove first that nothing leaks; else write nothing."),
)
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
    templates: Sequence[str],
    timeout: float,
    memory: int,
    documents: Sequence[str],
    draft: bool,
    audited: bool,
    open_: bool,
) -> None:
    """Read, check, assemble, render, write, report."""
    from briefing import building, confinement, houses, themes, verification

    checked = verification.check(dossier, documents)
    whole = checked.buildable(draft=draft)
    with _audit(whole, dossier, audited) as audit, progress_bar(_("Building")) as progress:
        built = building.build(
            whole,
            out,
            audiences=[name for given in audiences for name in _names(given)],
            formats=formats or (),
            date=date,
            evidence=checked.evidence,
            since=checked.since,
            draft=_draft(checked) if draft else None,
            themes=checked.themes,
            theme=themes.load_theme(theme, dossier) if theme else None,
            templates=houses.find_templates(dossier, templates),
            limits=confinement.Limits(timeout, memory),
            audit=audit,
            progress=progress,
        )
    _report(built, checked, (dossier, *(part for d in documents for part in ("--documents", d))))
    _open(built if open_ else None)


@contextmanager
def _audit(dossier: Dossier, folder: str, asked: bool) -> Iterator[BuildAudit | None]:  # noqa: FBT001
    """Yield what audits the editions, if it is asked for, and show what it found in the end."""
    if not asked:
        yield None
        return
    from briefing.cli.audited_build import BuildAudit

    audit = BuildAudit(dossier, folder)
    try:
        yield audit
    finally:
        audit.show()


def _open(built: Build | None) -> None:
    for file in built.files if built else ():
        click.launch(str(file.path))


def _names(given: str) -> Iterator[str]:
    yield from (name.strip() for name in given.split(",") if name.strip())


def _draft(checked: Checked) -> Draft:
    from briefing.model.briefing import Draft

    return Draft(checked.errors)


def _report(built: Build, checked: Checked, asked: Sequence[str]) -> None:
    report_findings(f for f in (*checked.findings, *built.findings) if not f.is_editorial)
    for text in built.warnings:
        click.echo(_("layout: {text}").format(text=text), err=True)
    if _has_untold_boxes(built, checked):
        from briefing.checking.repertoire import names_of

        text = _("no font of print has {names}: empty boxes stand in the PDF")
        text = text.format(names=names_of(built.boxes))
        click.echo(_("layout: {text}").format(text=text), err=True)
    for file in built.files:
        pages = ngettext("{count} page", "{count} pages", file.pages).format(count=file.pages)
        details = [pages] if file.pages else []
        click.echo(f"{file.path}  {' · '.join([*details, human_size(file.size)])}")
    click.echo(" · ".join(_summary(built, checked, asked)))


def _summary(built: Build, checked: Checked, asked: Sequence[str]) -> Iterator[str]:
    """Yield the parts of the last line; `asked` are the arguments by which `check` tells more."""
    methods = [made.method for made in built.briefings if made.method]  # of what each may see
    extracts = max((method.extracts for method in methods), default=0)
    sources = max((method.sources for method in methods), default=0)
    told = ngettext("{count} extract", "{count} extracts", extracts).format(count=extracts)
    printed = len(_printed(built))
    if printed != extracts:  # which is what `briefing verify` counts
        told += ngettext(" ({count} printed)", " ({count} printed)", printed).format(count=printed)
    yield told
    yield ngettext("{count} source", "{count} sources", sources).format(count=sources)
    items = _items(built.briefings[0])
    yield ngettext("{count} item", "{count} items", items).format(count=items)
    yield verified_words(checked)
    errors = checked.errors
    if errors:  # of a draft
        yield ngettext("{count} error", "{count} errors", errors).format(count=errors)
    count = len(checked.findings) - errors + len(built.warnings) + _has_untold_boxes(built, checked)
    warnings = ngettext("{count} warning", "{count} warnings", count).format(count=count)
    unshown = any(finding.is_editorial for finding in checked.findings)
    yield f"{warnings} (briefing check {shlex.join(asked)})" if unshown else warnings


def _has_untold_boxes(built: Build, checked: Checked) -> bool:
    """Say whether a PDF has empty boxes of which no finding tells, as from a citation style."""
    silenced = checked.dossier.checks.silenced if checked.dossier else {}
    told = any(finding.code == "BR704" for finding in checked.findings)
    return bool(built.boxes) and not told and "BR704" not in silenced


def _printed(built: Build) -> set[str]:
    notes = (note for briefing in built.briefings for note in briefing.notes)
    return {entry.extract.id for note in notes for entry in note.entries}


def _items(briefing: Briefing) -> int:
    """Count what a reader would: points, dates, divergences, questions."""
    groups = (briefing.key_points, briefing.events, briefing.divergences, briefing.questions)
    return sum(map(len, groups))
