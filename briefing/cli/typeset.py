"""`briefing typeset`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.reporting import reports_errors
from briefing.messages import _, ngettext

if TYPE_CHECKING:
    from briefing.typesetting import Typesetter

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
    help=_("What FILE holds; by default its suffix says so. What is piped in is text."),
)
@click.option(
    "--locale",
    type=click.Choice(LOCALES, case_sensitive=False),
    help=_("Whose typography; by default that of the house, or fr-FR."),
)
@click.option(
    "--house",
    metavar="DOSSIER",
    help=_("Choose as [typographie] does there: a dossier, or a TOML file with that table."),
)
@click.option("--diff", is_flag=True, help=_("Show what would change, spaces made visible."))
@click.option("--check", is_flag=True, help=_("Name the lines that would change; exit code 1."))
@reports_errors
def typeset(
    file: str,
    kind: str | None,
    locale: str | None,
    house: str | None,
    diff: bool,  # noqa: FBT001 - by name
    check: bool,  # noqa: FBT001 - by name
) -> None:
    """Read, set, print."""
    from briefing.typesetting.files import Kind, difference, kind_of, typeset_file

    typesetter = _typesetter(house, locale)
    before = _decoded(sys.stdin.buffer.read() if file == STDIN else _bytes(file), file)
    after = typeset_file(before, Kind(kind) if kind else kind_of(file), typesetter)
    if diff:
        for line in difference(before, after, file):
            click.echo(line)
    elif not check:
        # As bytes: a filter keeps line ends and encoding, whatever the terminal.
        click.echo(after.encode(), nl=False)
    if check:
        _check(before, after, file, quiet=diff)


def _typesetter(house: str | None, locale: str | None) -> Typesetter:
    """Return the typesetter of a house, for the country asked for, or else for its own."""
    from briefing.typesetting import Typesetter

    if house is None:
        return Typesetter(locale or LOCALES[0])
    from pathlib import Path

    from briefing.errors import DossierError
    from briefing.files import CONFIG
    from briefing.model.finding import message
    from briefing.reading.house import read_house
    from briefing.typesetting.conventions import is_french

    path = str(Path(house) / CONFIG) if Path(house).is_dir() else house
    chosen = read_house(_decoded(_bytes(path), path).removeprefix("\ufeff"), path)
    if chosen.findings:
        raise DossierError(message("the house has errors"), chosen.findings)
    country = chosen.language if is_french(chosen.language) else LOCALES[0]
    return Typesetter(locale or country, chosen.typography)


def _bytes(name: str) -> bytes:
    from pathlib import Path

    from briefing.files import load_single

    return load_single(Path(name)).data


def _decoded(data: bytes, name: str) -> str:
    from briefing.errors import UsageError
    from briefing.model.finding import message

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
