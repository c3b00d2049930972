"""`briefing verify`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import documents_option
from briefing.cli.reporting import reports_errors
from briefing.messages import _, ngettext, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.verifying import Check, Fault, Report

SHOWN = 5
"""Faults shown of each check; `--json` has them all."""


@click.command(
    help=_(
        "Verify FILE, a PDF that briefing made: that what it prints is what it carries, and,"
        " with the documents, that each quotation stands in them."
    ),
    epilog=_("Example: briefing verify build/note.pdf --documents ~/texts"),
)
@click.argument("file")
@documents_option
@click.option("--json", "as_json", is_flag=True, help=_("Print the report as JSON."))
@reports_errors
def verify(file: str, documents: Sequence[str], as_json: bool) -> None:  # noqa: FBT001 - by name
    """Read back, compare, report."""
    from briefing import finished

    report = finished.verify(file, documents)
    if as_json:
        from briefing.outputs.reports.verified import verification_json

        click.echo(verification_json(report, translate).encode(), nl=False)
    else:
        _show(report)
    sys.exit(1 if report.failed else 0)


def _show(report: Report) -> None:
    click.secho(report.name, bold=True)
    states = [_state(check) for check in report.checks]
    labels = [translate(check.label) for check in report.checks]
    left, middle = (max(map(len, column)) for column in (states, labels))
    for check, state, label in zip(report.checks, states, labels, strict=True):
        shown = click.style(state.ljust(left), fg=_COLOURS[check.state])
        click.echo(f"{shown}  {label.ljust(middle)}  {_figures(check)}".rstrip())
        _show_faults(check.faults)
        _show_faults(check.unchecked)
    failed = sum(bool(check.faults) for check in report.checks)
    text = ngettext("{count} check failed", "{count} checks failed", failed)
    click.echo(text.format(count=failed) if failed else _("Everything checked is as it should be"))


_COLOURS = {"passed": "green", "failed": "red", "not checked": "yellow"}


def _state(check: Check) -> str:
    names = {"passed": _("ok"), "failed": _("failed"), "not checked": _("not checked")}
    return names[check.state]


def _figures(check: Check) -> str:
    """Say how many things were compared, and what came of it."""
    parts = [f"{check.count:>4}"] if check.count else []
    parts += [f"{count} {verdict}" for verdict, count in check.verdicts]
    if check.faults:
        count = len(check.faults)
        parts.append(ngettext("{count} fault", "{count} faults", count).format(count=count))
    return " · ".join(parts)


def _show_faults(faults: Sequence[Fault]) -> None:
    for fault in faults[:SHOWN]:
        subject = f"{fault.subject}: " if fault.subject else ""
        click.echo(f"    {subject}{translate(fault.message)}")
        if fault.hint:
            click.echo(f"      → {translate(fault.hint)}")
    if len(faults) > SHOWN:
        count = len(faults) - SHOWN
        click.echo(
            "    " + ngettext("and {count} more", "and {count} more", count).format(count=count)
        )
