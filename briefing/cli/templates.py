"""`briefing templates`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.parameters import DossierFolder, limits_options, templates_option
from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _, ngettext, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.finding import Finding
    from briefing.model.templates import Templates

dossier_option = click.option(
    "--dossier",
    default=".",
    type=DossierFolder(),
    metavar="DIR",
    help=_("The dossier whose own templates come first; by default, the current folder."),
)


@click.group(
    help=_("List, show, copy, check and document the templates of editions."),
    epilog=_("Example: briefing templates copy complet masthead --out briefing.html.j2"),
)
def templates() -> None:
    """Run one of the commands about templates."""


@templates.command(
    "list",
    help=_("List the templates at hand, each where it is taken from."),
    epilog=_("Example: briefing templates list --dossier my-dossier"),
)
@dossier_option
@templates_option
@click.option("--json", "as_json", is_flag=True, help=_("Print the list as JSON."))
@reports_errors
def list_(dossier: str, templates: Sequence[str], *, as_json: bool) -> None:
    """Find, print."""
    found = _found(dossier, templates).names
    if as_json:
        _print_json(
            {"name": name, "from": folder.origin.value, "path": folder.path}
            for name, folder in found.items()
        )
        return
    width = max(map(len, found))
    for name, folder in found.items():
        place = _("built in") if folder.origin.value == "built in" else folder.path
        click.echo(f"{click.style(name.ljust(width), bold=True)}  ({place})")


@templates.command(
    "show",
    help=_("Print the template NAME, below the path of its file."),
    epilog=_("Example: briefing templates show complet"),
)
@click.argument("name")
@dossier_option
@templates_option
@reports_errors
def show(name: str, dossier: str, templates: Sequence[str]) -> None:
    """Find, print."""
    from briefing.houses import entry_of

    file = entry_of(name, _found(dossier, templates))
    click.echo(file.path, err=True)
    click.echo(file.text, nl=False)


@templates.command(
    "copy",
    help=_("Copy the template NAME, or one BLOCK of it, for you to change."),
    epilog=_(
        "Example: briefing templates copy complet masthead --out gabarits/maison/briefing.html.j2"
    ),
)
@click.argument("name")
@click.argument("block", default="")
@click.option("--out", metavar="FILE", help=_("Where to write it; printed without."))
@dossier_option
@templates_option
@reports_errors
def copy(name: str, block: str, out: str | None, dossier: str, templates: Sequence[str]) -> None:
    """Find, copy; what is there already stays."""
    from pathlib import Path

    from briefing import __version__
    from briefing.errors import UsageError
    from briefing.files import write_atomically
    from briefing.houses import entry_of
    from briefing.model.finding import message
    from briefing.rendering.ejecting import eject

    found = _found(dossier, templates)
    entry_of(name, found)
    text = eject(name, found, f"briefing {__version__}", block)
    if out is None:
        click.echo(text, nl=False)
        return
    if Path(out).exists():
        raise UsageError(message("“{path}” exists already", path=out))
    write_atomically(Path(out), text.encode())
    click.echo(out)


@templates.command(
    "check",
    help=_(
        "Check the templates of DIR, by default those of the dossier: names, escaping, blocks,"
        " files; render each with little, with much and with what would break it."
    ),
    epilog=_("Example: briefing templates check my-dossier/gabarits"),
)
@click.argument("folder", default="", metavar="[DIR]")
@dossier_option
@limits_options
@click.option("--json", "as_json", is_flag=True, help=_("Print the findings as JSON."))
@reports_errors
def check(folder: str, dossier: str, timeout: float, memory: int, *, as_json: bool) -> None:
    """Find, read, try, report."""
    from briefing.confinement import Limits
    from briefing.houses import checkable, lint
    from briefing.trying import distinct, try_out

    found, own = checkable(dossier, folder)
    findings = lint(found, own)
    names = own.names_with_mails(found.names)
    if not any(finding.code == "BR801" for finding in findings):
        for name in names:
            findings += try_out(name, found, Limits(timeout, memory))
    _report(distinct(findings), len(names), as_json=as_json)


def _report(findings: Sequence[Finding], templates: int, *, as_json: bool) -> None:
    if as_json:
        from briefing.outputs import reports

        click.echo(reports.to_json(findings, translate), nl=False)
    else:
        report_findings(findings)
        said = ngettext("{count} template", "{count} templates", templates).format(count=templates)
        errors = sum(finding.is_error for finding in findings)
        wrong = ngettext("{count} error", "{count} errors", errors).format(count=errors)
        others = len(findings) - errors
        doubts = ngettext("{count} warning", "{count} warnings", others).format(count=others)
        click.echo(f"{said} · {wrong} · {doubts}")
    sys.exit(1 if any(finding.is_error for finding in findings) else 0)


@templates.command(
    "doc",
    help=_("Print all that a template may use: variables, functions, filters, blocks, values."),
    epilog=_("Example: briefing templates doc > gabarits.md"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print it as JSON."))
def doc(*, as_json: bool) -> None:
    """Read the code, print."""
    from dataclasses import asdict

    from briefing.manual import manual

    sections = manual()
    if as_json:
        _print_json(asdict(section) for section in sections)
        return
    for section in sections:
        click.echo("\n".join(filter(None, (f"## {section.title}\n", section.about))))
        click.echo()
        for entry in section.entries:
            kind = f" ({entry.kind})" if entry.kind else ""
            about = f": {entry.about}" if entry.about else ""
            click.echo(f"- `{entry.name}`{kind}{about}")
        click.echo()


def _found(dossier: str, folders: Sequence[str]) -> Templates:
    from pathlib import Path

    from briefing.houses import find_templates

    return find_templates(Path(dossier), folders)


def _print_json(entries: Iterable[Any]) -> None:
    click.echo(json.dumps(list(entries), ensure_ascii=False, indent=2))
