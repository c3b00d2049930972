"""`briefing send`."""

from __future__ import annotations

import sys
from typing import Any

import click

from briefing.cli.parameters import Seconds, format_option, json_option
from briefing.cli.reporting import reports_errors
from briefing.messages import _


@click.command(
    help=_(
        "Send a finished message, or put a newsletter folder into listmonk as a draft."
        "\n\nTARGET is a file that “build --format eml” made, sent by --smtp to each recipient on"
        " their own; or a folder of “build --format newsletter”, for --listmonk, which never sends."
        "\n\nTo more than one recipient, nothing is sent without --yes. A run that was cut off goes"
        " on where it was, and nobody gets a message twice: what a crash left in doubt is told as"
        " uncertain."
    ),
    epilog=_("Example: briefing send build/note.eml --smtp smtp.example.org --list people.txt"),
)
@click.argument("target", metavar="TARGET")
@click.option("--smtp", metavar="HOST[:PORT]", help=_("The server that takes the mail."))
@click.option("--to", multiple=True, metavar="ADDRESS", help=_("A recipient; repeatable."))
@click.option(
    "--list", "list_", metavar="FILE", help=_("Recipients, one a line: address or Name <address>.")
)
@click.option("--yes", is_flag=True, help=_("Send to more than one recipient."))
@click.option("--dry-run", is_flag=True, help=_("Show what would be done, and do nothing."))
@click.option("--user", metavar="NAME", help=_("Who logs in, if BRIEFING_SMTP_USER doesn't say."))
@click.option("--sender", metavar="ADDRESS", help=_("Where bounces go, if not to the author."))
@click.option(
    "--security",
    type=click.Choice(["starttls", "tls", "plain"]),
    help=_("How the line is secured: tls on port 465, else starttls; plain to this machine alone."),
)
@click.option("--ca-file", metavar="FILE", help=_("The certificate of a private authority."))
@click.option("--rate", metavar="N/min", help=_("The most messages in a minute (or /s, /h)."))
@click.option(
    "--attempts",
    type=click.IntRange(1, 100),
    default=4,
    show_default=True,
    help=_("How often a recipient is tried whom the server puts off."),
)
@click.option(
    "--wait",
    type=Seconds(0, 86_400),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help=_("Before the second attempt; three times as long before each other."),
)
@click.option(
    "--timeout",
    type=Seconds(0.1, 3600),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help=_("For each answer; ten times as long for the last, which settles a message."),
)
@click.option("--journal", metavar="FILE", help=_("Where it is kept what was sent to whom."))
@click.option("--retry-uncertain", is_flag=True, help=_("Send again what may have arrived."))
@click.option("--retry-refused", is_flag=True, help=_("Try again whom the server refused."))
@click.option("--listmonk", metavar="URL", help=_("The listmonk that gets a draft."))
@click.option("--lists", metavar="1,2", help=_("Numbers of the draft's lists in listmonk."))
@click.option("--template", type=click.IntRange(min=1), help=_("Number of its template there."))
@click.option("--fragment", is_flag=True, help=_("The body alone, for a template with a frame."))
@format_option(_("How to show what was done."))
@json_option
@reports_errors
def send(**options: Any) -> None:
    """Check what goes with what, then send or draft."""
    from briefing.cli.sending_draft import put_draft
    from briefing.cli.sending_mail import send_mail

    _check(options)
    sys.exit(put_draft(options) if options["listmonk"] else send_mail(options))


_MAIL = (
    "to",
    "list_",
    "yes",
    "sender",
    "security",
    "rate",
    "journal",
    "retry_uncertain",
    "retry_refused",
)
_DRAFT = ("lists", "template", "fragment")


def _check(options: dict[str, Any]) -> None:
    if bool(options["smtp"]) == bool(options["listmonk"]):
        raise click.UsageError(_("give --smtp HOST or --listmonk URL, one of them"))
    stray = [name for name in (_DRAFT if options["smtp"] else _MAIL) if options[name]]
    if stray:
        name = "--" + stray[0].strip("_").replace("_", "-")
        other = "--listmonk" if options["smtp"] else "--smtp"
        raise click.UsageError(_("{name} goes with {other} alone").format(name=name, other=other))
    if options["listmonk"] and not options["lists"]:
        raise click.UsageError(_("say for which lists of listmonk: --lists 1,2"))
