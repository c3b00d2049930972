"""`briefing verify`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import documents_option, format_option, json_option
from briefing.cli.reporting import reports_errors, verdict_words
from briefing.messages import _, ngettext, shown, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verifying import Check, Fault, Report

SHOWN = 5
"""Faults shown of each check; `--json` has them all."""


@click.command(
    help=_(
        "Verify FILE, a PDF that briefing made: that what it prints is what it carries, and,"
        " with the documents, that each quotation stands in them. DIR may be the dossier. What"
        " can't be checked is told, and is no failure."
    ),
    epilog=_("Example: briefing verify build/note.pdf --documents my-dossier"),
)
@click.argument("file")
@documents_option
@format_option(_("How to show what was found."))
@json_option
@reports_errors
def verify(file: str, documents: Sequence[str], format_: str) -> None:
    """Read back, compare, report."""
    from briefing import finished

    report = finished.verify(file, documents)
    if format_ == "json":
        from briefing.outputs.reports.verified import verification_json

        document = verification_json(report, translate)
        # A lone surrogate as JSON writes it, which is how it came.
        click.echo(document.encode(errors="backslashreplace"), nl=False)
    else:
        _show(report)
    sys.exit(1 if report.failed else 0)


def _show(report: Report) -> None:
    click.secho(shown(report.name), bold=True)
    states = [_state(check) for check in report.checks]
    labels = [translate(check.label) for check in report.checks]
    left, middle = (max(map(len, column)) for column in (states, labels))
    for check, state, label in zip(report.checks, states, labels, strict=True):
        word = click.style(state.ljust(left), fg=_COLOURS[check.state])
        click.echo(f"{word}  {label.ljust(middle)}  {_figures(check)}".rstrip())
        _show_faults(check.faults)
        _show_faults(check.unchecked)
    click.echo(" · ".join(_conclusion(report)))


def _conclusion(report: Report) -> Iterator[str]:
    failed, unproved = sum(bool(check.faults) for check in report.checks), report.unproved
    text = ngettext("{count} check failed", "{count} checks failed", failed)
    yield text.format(count=failed) if failed else _("Everything checked is as it should be")
    if unproved:
        text = ngettext(
            "{count} quotation not proved again", "{count} quotations not proved again", unproved
        )
        yield text.format(count=unproved)


_COLOURS = {"passed": "green", "partly": "yellow", "failed": "red", "not checked": "yellow"}


def _state(check: Check) -> str:
    names = {
        "passed": _("ok"),
        "partly": _("partly"),
        "failed": _("failed"),
        "not checked": _("not checked"),
    }
    return names[check.state]


def _figures(check: Check) -> str:
    """Say how many things were compared, and what came of it."""
    parts = [f"{check.count:>4}"] if check.count else []
    if check.left:
        total = check.count + check.left
        parts = [_("{count} of {total}").format(count=f"{check.count:>4}", total=total)]
    parts += [f"{count} {verdict_words(verdict)}" for verdict, count in check.verdicts]
    if check.faults:
        count = len(check.faults)
        parts.append(ngettext("{count} fault", "{count} faults", count).format(count=count))
    return " · ".join(parts)


def _show_faults(faults: Sequence[Fault]) -> None:
    for fault in faults[:SHOWN]:
        text = translate(fault.message)
        if fault.subject:
            text = _("{place}: {reason}").format(place=shown(fault.subject), reason=text)
        click.echo(f"    {text}")
        if fault.hint:
            click.echo(f"      → {translate(fault.hint)}")
    if len(faults) > SHOWN:
        count = len(faults) - SHOWN
        click.echo(
            "    " + ngettext("and {count} more", "and {count} more", count).format(count=count)
        )
