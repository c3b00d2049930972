"""The command line: parse, call, report, exit code; one file per command."""

from __future__ import annotations

import sys
from typing import Any

import click
from click.exceptions import NoSuchCommand, NoSuchOption

from briefing import __version__
from briefing.cli.audit import audit
from briefing.cli.build import build
from briefing.cli.check import check
from briefing.cli.diff import diff
from briefing.cli.explain import explain
from briefing.cli.export import export
from briefing.cli.feed import feed
from briefing.cli.lock import lock
from briefing.cli.new import new
from briefing.cli.send import send
from briefing.cli.templates import templates
from briefing.cli.themes import themes
from briefing.cli.trace import trace
from briefing.cli.typeset import typeset
from briefing.cli.verify import verify
from briefing.cli.watch import watch
from briefing.messages import _

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class TolerantGroup(click.Group):
    """A group that never fails for a letter the terminal can't show, as U+202F in Latin-1.

    What it proposes for a misspelt name stands between our quotation marks, not Python's.
    """

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options of the group."""
        try:
            return super().make_context(*args, **kwargs)
        except (NoSuchOption, NoSuchCommand) as fault:
            raise _in_our_words(fault) from fault

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (NoSuchOption, NoSuchCommand) as fault:
            raise _in_our_words(fault) from fault

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, with what the terminal lacks shown as “?”."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="replace")
        return super().main(*args, **kwargs)


def _in_our_words(fault: NoSuchOption | NoSuchCommand) -> click.UsageError:
    names = [_("“{name}”").format(name=name) for name in sorted(fault.possibilities or ())]
    parts = [fault.message]
    if names:
        parts.append(_("Did you mean {names}?").format(names=", ".join(names)))
    return click.UsageError(" ".join(parts), fault.ctx)


@click.group(
    cls=TolerantGroup,
    context_settings=CONTEXT,
    help=_("Turn tagged extracts of documents into a French briefing: PDF and HTML."),
    epilog=_("Example: briefing new my-dossier && briefing build my-dossier"),
)
@click.version_option(__version__, message="briefing %(version)s")
def main() -> None:
    """Run the command line."""


for command in (
    audit,
    build,
    check,
    diff,
    explain,
    export,
    feed,
    lock,
    new,
    send,
    templates,
    themes,
    trace,
    typeset,
    verify,
    watch,
):
    main.add_command(command)
