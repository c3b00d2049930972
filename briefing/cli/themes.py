"""`briefing themes`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import format_option, json_option
from briefing.cli.reporting import report_findings, reports_errors
from briefing.messages import _, ngettext, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.model.finding import Finding
    from briefing.model.theme import RawTheme, Theme


@click.command(
    help=_(
        "List the themes that an edition of DOSSIER may have, or check one: its tokens, its"
        " contrasts, that it loads nothing from outside."
    ),
    epilog=_("Example: briefing themes my-dossier --check themes/maison"),
)
@click.argument("dossier", default=".")
@click.option("--check", "checked", metavar="NAME", help=_("Check a theme, or the folder of one."))
@format_option(_("For people, or for programs: the list, or the findings."))
@json_option
@reports_errors
def themes(dossier: str, checked: str | None, format_: str) -> None:
    """Find, read, report."""
    from pathlib import Path

    from briefing.files import require_folders

    (folder,) = require_folders([Path(dossier)])
    as_json = format_ == "json"
    if checked is None:
        _list(folder, as_json=as_json)
    else:
        _check(checked, folder, as_json=as_json)


def _list(folder: Path, *, as_json: bool) -> None:
    from briefing.themes import find_themes, read

    found = [(raw, read(raw)[0]) for raw in find_themes(folder).values()]
    rows = [(raw.name, _description(theme), _origin(raw)) for raw, theme in found]
    if as_json:
        entries = [dict(zip(("name", "description", "from"), row, strict=True)) for row in rows]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    width = max(len(name) for name, _said, _from in rows)
    for name, said, origin in rows:
        parts = [part for part in (said, f"({origin})") if part]
        click.echo(f"{click.style(name.ljust(width), bold=True)}  {' '.join(parts)}")


def _origin(raw: RawTheme) -> str:
    return _("built in") if raw.built_in else raw.path


def _description(theme: Theme) -> str:
    """Return what the theme says of itself, in the user's language if it can."""
    ours = "fr" if _("en-US").startswith("fr") else "en"
    return theme.descriptions.get(ours) or next(iter(theme.descriptions.values()), "")


def _check(name: str, folder: Path, *, as_json: bool) -> None:
    from briefing.themes import find_theme, read

    theme, findings = read(find_theme(name, folder))
    if as_json:
        from briefing.outputs import reports

        click.echo(reports.to_json(findings, translate), nl=False)
    else:
        _report(theme, findings)
    sys.exit(1 if findings else 0)


def _report(theme: Theme, findings: Sequence[Finding]) -> None:
    from briefing.theming import PAIRS

    report_findings(findings)
    count, pairs = len(findings), 2 * len(PAIRS)
    said = ngettext("{count} error", "{count} errors", count).format(count=count)
    contrasts = ngettext("{count} contrast", "{count} contrasts", pairs).format(count=pairs)
    click.echo(f"{theme.name} · {contrasts} · {said}")
