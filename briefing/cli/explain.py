"""`briefing explain`."""

from __future__ import annotations

from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

import click

from briefing.cli.reporting import COLOURS, reports_errors
from briefing.messages import _, translate

if TYPE_CHECKING:
    from briefing.checking.pages.page import Page

WIDTH = 88
"""Prose wider than this is tiring to read."""


@click.command(
    help=_("Explain the code of a finding, with an example; without CODE, list them all."),
    epilog=_("Example: briefing explain BR204"),
)
@click.argument("code", required=False)
@reports_errors
def explain(code: str | None) -> None:
    """Find the page, print it."""
    from briefing.checking.codes import CODES

    if code is None:
        for page in CODES.values():
            click.echo(f"{page.code} {_severity(page)} {translate(page.title)}")
        return
    _show(_find(code))


def _find(code: str) -> Page:
    """Return the page of `code`, written BR204, br204 or 204."""
    from briefing.checking.codes import CODES
    from briefing.errors import UsageError
    from briefing.model.finding import message

    name = code.strip().upper()
    name = f"BR{name}" if name.isdecimal() else name
    if name not in CODES:
        hint = message("“briefing explain” lists all codes")
        raise UsageError(message("there is no code “{code}”", code=code), hint)
    return CODES[name]


def _show(page: Page) -> None:
    click.echo(f"{click.style(page.code, bold=True)} {_severity(page)} {translate(page.title)}\n")
    width = min(WIDTH, get_terminal_size().columns)
    click.echo(fill(translate(page.why), width, break_on_hyphens=False, break_long_words=False))
    _show_example(_("Wrong:"), page.wrong, "red")
    _show_example(_("Right:"), page.right, "green")


def _show_example(label: str, example: str, colour: str) -> None:
    click.echo(f"\n{click.style(label, fg=colour)}")
    for line in example.split("\n"):
        click.echo(f"    {line}".rstrip())


def _severity(page: Page) -> str:
    names = {"error": _("error"), "warning": _("warning")}
    return click.style(names[page.severity], fg=COLOURS[page.severity])
