"""The one place that speaks to the user."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from briefing.errors import BriefingError, DossierError, FaultyTemplateError
from briefing.messages import _, decimal, ngettext, shown, translate

if TYPE_CHECKING:
    from briefing.model.dates import Date
    from briefing.model.finding import Finding
    from briefing.verification import Checked

P = ParamSpec("P")
R = TypeVar("R")

COLOURS = {"error": "red", "warning": "yellow"}


def reports_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn a `BriefingError`, or a failure of the machine, into a sentence and an exit code."""

    @functools.wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except BriefingError as fault:
            report_error(fault)
            sys.exit(fault.exit_code)
        except BrokenPipeError:
            raise  # the reader had enough, as in `briefing export | head`: Click leaves quietly
        except OSError as fault:
            from pathlib import Path

            from briefing.files import machine_error

            stopped = machine_error(fault, Path())
            report_error(stopped)
            sys.exit(stopped.exit_code)

    return wrapper


def report_error(fault: BriefingError) -> None:
    """Show what stopped the run, and every finding that goes with it."""
    if isinstance(fault, DossierError):
        report_findings(fault.findings)
        errors = sum(finding.is_error for finding in fault.findings)
        text = ngettext(
            "{count} error: nothing was written.", "{count} errors: nothing was written.", errors
        )
        click.secho(text.format(count=errors), fg="red", err=True)
    elif isinstance(fault, FaultyTemplateError):
        report_template(fault)
        return
    else:
        reason = translate(fault.message)
        click.secho(_("Error: {reason}").format(reason=reason), fg="red", err=True)
    if fault.hint:
        click.echo(f"  → {translate(fault.hint)}", err=True)


def report_template(fault: FaultyTemplateError) -> None:
    """Show what is wrong in a template, with the lines around."""
    report_findings([fault.finding])
    for number, text in fault.excerpt:
        mark = ">" if number == fault.finding.line else " "
        click.echo(f"  {mark} {number:>4} | {shown(text)}", err=True)


def report_findings(findings: Iterable[Finding]) -> None:
    """Show findings as `path:line: severity code: message`, the hint below."""
    names = {"error": _("error"), "warning": _("warning")}
    for finding in findings:
        place = f"{finding.path}:{finding.line}" if finding.line else finding.path
        kind = click.style(names[finding.severity], fg=COLOURS[finding.severity], bold=True)
        told = _("{code}: {text}").format(code=finding.code, text=translate(finding.message))
        click.echo(f"{place}: {kind} {told}", err=True)
        if finding.hint:
            click.echo(f"    → {translate(finding.hint)}", err=True)


def verified_words(checked: Checked) -> str:
    """Say how many quotations were verified, and when, if not now."""
    evidence, count = checked.evidence, checked.verified
    if not count or evidence is None or not evidence.earlier or evidence.locked_on is None:
        return ngettext("{count} verified", "{count} verified", count).format(count=count)
    if evidence.earlier >= count:
        text = ngettext(
            "{count} verified, by the lock of {date}",
            "{count} verified, by the lock of {date}",
            count,
        )
    else:
        text = ngettext(
            "{count} verified, {earlier} of them by the lock of {date}",
            "{count} verified, {earlier} of them by the lock of {date}",
            count,
        )
    date = date_words(evidence.locked_on)
    return text.format(count=count, earlier=evidence.earlier, date=date)


def verdict_words(verdict: str) -> str:
    """Say how a quotation stands in its document; a verdict of another version as it is."""
    words = {
        "verbatim": _("word for word"),
        "ambiguous": _("at several places"),
        "near": _("close passage"),
        "absent": _("nowhere"),
    }
    return words.get(verdict, verdict)


def date_words(date: Date) -> str:
    """Return a date in words where ours are the user's, in French; else as it is written."""
    if not _("en-US").startswith("fr"):
        return date.edtf
    from briefing.typesetting.dates import format_date

    return format_date(date)


def human_size(size: int) -> str:
    """Return a size in bytes as people read it, in the user's language."""
    if size < 1000:
        return _("{size} B").format(size=size)
    if size < 1_000_000:
        return _("{size} kB").format(size=round(size / 1000))
    return _("{size} MB").format(size=decimal(size / 1_000_000, ".1f"))
