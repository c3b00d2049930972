"""`briefing watch`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, documents_option, templates_option
from briefing.cli.reporting import reports_errors
from briefing.messages import _, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

PORT = 8017


@click.command(
    help=_("Show DOSSIER in the browser, and build it again as it changes."),
    epilog=_("Example: briefing watch my-dossier --open"),
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
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help=_("Where to serve, on this machine alone; 0 for any that is free."),
)
@click.option("--theme", metavar="NAME", help=_("Its look: a theme, or the folder of one."))
@templates_option
@documents_option
@click.option("--open", "open_", is_flag=True, help=_("Open it in the browser."))
@reports_errors
def watch(
    dossier: str,
    *,
    audiences: Sequence[str],
    port: int,
    theme: str | None,
    templates: Sequence[str],
    documents: Sequence[str],
    open_: bool,
) -> None:
    """Watch, serve, until Ctrl-C."""
    from pathlib import Path

    from briefing.watching.running import watch as run
    from briefing.watching.session import Wanted

    names = (name.strip() for given in audiences for name in given.split(","))
    wanted = Wanted(
        Path(dossier),
        tuple(name for name in names if name),
        tuple(documents),
        theme or "",
        tuple(templates),
        say=translate,
        language=_("en-US"),
    )

    def ready(address: str) -> None:
        click.echo(_("{address} (Ctrl-C ends)").format(address=address))
        if open_:
            click.launch(address)

    run(wanted, port, ready)
