"""`briefing typeset`."""

from __future__ import annotations

import sys

import click

from briefing.cli.reporting import reports_errors
from briefing.messages import _, ngettext

KINDS = ("text", "markdown", "html")
LOCALES = ("fr-FR", "fr-CH", "fr-CA")
STDIN = "-"


@click.command(
    help=_(
        "Set FILE, or what is piped in, after French typography: text, Markdown or HTML."
        " Code, addresses and other languages stay as they are."
    ),
    epilog=_("Example: briefing typeset note.md --diff"),
)
@click.argument("file", default=STDIN)
@click.option(
    "--type",
    "kind",
    type=click.Choice(KINDS),
    help=_("What FILE holds; by default its suffix says so."),
)
@click.option(
    "--locale",
    type=click.Choice(LOCALES, case_sensitive=False),
    default=LOCALES[0],
    show_default=True,
    help=_("Whose typography."),
)
@click.option("--diff", is_flag=True, help=_("Show what would change, spaces made visible."))
@click.option("--check", is_flag=True, help=_("Name the lines that would change; exit code 1."))
@reports_errors
def typeset(file: str, kind: str | None, locale: str, diff: bool, check: bool) -> None:  # noqa: FBT001 - by name
    """Read, set, print."""
    from briefing.typesetting import Typesetter
    from briefing.typesetting.files import Kind, difference, kind_of, typeset_file

    before = _read(file)
    after = typeset_file(before, Kind(kind) if kind else kind_of(file), Typesetter(locale))
    if diff:
        for line in difference(before, after, file):
            click.echo(line)
    elif not check:
        # As bytes: a filter keeps line ends and encoding, whatever the terminal.
        click.echo(after.encode(), nl=False)
    if check:
        _check(before, after, file, quiet=diff)


def _read(name: str) -> str:
    """Return the text of a file, or of the standard input."""
    from pathlib import Path

    from briefing.errors import UsageError
    from briefing.files import load_file
    from briefing.model.finding import message

    if name == STDIN:
        data = sys.stdin.buffer.read()
    else:
        path = Path(name)
        raw = load_file(path.parent, path.name)
        if raw is None:
            raise UsageError(message("there is no file “{path}”", path=name))
        data = raw.data
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        hint = message("save the file again with the encoding UTF-8")
        text = message("“{path}” isn't UTF-8, at line {line}", path=name, line=line)
        raise UsageError(text, hint) from fault


def _check(before: str, after: str, name: str, *, quiet: bool) -> None:
    """Name the lines that would change, and exit with 1 if there are any."""
    from briefing.typesetting.files import changed_lines

    lines = list(changed_lines(before, after))
    if not lines:
        return
    if not quiet:
        for line in lines:
            click.echo(_("{path}:{line}: not typeset").format(path=name, line=line))
    text = ngettext("{count} line would change.", "{count} lines would change.", len(lines))
    click.echo(text.format(count=len(lines)), err=True)
    sys.exit(1)
