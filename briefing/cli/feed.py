"""`briefing feed`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.reporting import human_size, reports_errors
from briefing.messages import _, ngettext, shown, translate
from briefing.model.vocabulary import Tlp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.feeding import FeedError


class WebAddress(click.ParamType[str]):
    """An address on the web."""

    name = "url"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Refuse what isn't one, or bears a user, a query or a fragment."""
        from briefing.feeding.names import is_base

        if value and not is_base(str(value)):
            text = _("“{value}” isn't an address such as https://example.org/briefings/")
            self.fail(text.format(value=value), param, ctx)
        return str(value)


class TagAuthority(click.ParamType[str]):
    """What ids begin with: a domain and a date on which one had it."""

    name = "tag"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Refuse what RFC 4151 doesn't allow."""
        from briefing.feeding.names import is_tag

        if value and not is_tag(str(value)):
            text = _("“{value}” isn't a domain and a date such as example.org,2026")
            self.fail(text.format(value=value), param, ctx)
        return str(value)


@click.command(
    help=_(
        "Make an Atom feed of the finished editions in DIR: title, subtitle, key points, links to"
        " the page and to the PDF. Anybody may read a feed: what bears a TLP label above CLEAR or"
        " an embargo is refused."
    ),
    epilog=_("Example: briefing feed build --base https://example.org/briefings --out feed.xml"),
)
@click.argument("folders", nargs=-1, required=True, metavar="DIR...")
@click.option("--out", default="feed.xml", show_default=True, help=_("The feed to write."))
@click.option(
    "--base",
    required=True,
    type=WebAddress(),
    metavar="URL",
    help=_("Where on the web the files of the folders stand."),
)
@click.option(
    "--self",
    "itself",
    default="",
    type=WebAddress(),
    metavar="URL",
    help=_("Where the feed stands; by default, beside them."),
)
@click.option(
    "--title", default="", help=_("Of the feed; by default, the publisher or the collection.")
)
@click.option("--rights", default="", help=_("The rights in the feed as a whole."))
@click.option(
    "--tag",
    default="",
    type=TagAuthority(),
    metavar="DOMAIN,DATE",
    help=_("Ids of this authority (RFC 4151), which outlast the address."),
)
@click.option("--audience", default="", metavar="NAME", help=_("Take the editions of one alone."))
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=1),
    help=_("How many editions, the latest first."),
)
@click.option(
    "--tlp",
    type=click.Choice([mark.value for mark in Tlp]),
    default=Tlp.CLEAR.value,
    show_default=True,
    help=_("The highest label that may be published."),
)
@click.option("--embargoed", is_flag=True, help=_("Publish what bears an embargo."))
@reports_errors
def feed(folders: Sequence[str], *, out: str, tlp: str, **settings: Any) -> None:
    """Read, check, write."""
    from briefing.feed import FeedError, Settings, write_feed

    wanted = Settings(clearance=Tlp(tlp), **settings)
    try:
        made = write_feed(folders, out, wanted)
    except FeedError as fault:
        _show_faults(fault)
        sys.exit(fault.exit_code)
    count = len(made.entries)
    text = ngettext("{count} edition", "{count} editions", count).format(count=count)
    click.echo(f"{shown(str(made.path))}  {text} · {human_size(made.size)}")


def _show_faults(stopped: FeedError) -> None:
    for fault in stopped.faults:
        text = translate(fault.message)
        if fault.path:
            text = _("{place}: {reason}").format(place=shown(fault.path), reason=text)
        click.echo(text, err=True)
        if fault.hint:
            click.echo(f"    → {translate(fault.hint)}", err=True)
    count = len(stopped.faults)
    text = ngettext(
        "{count} error: nothing was written.", "{count} errors: nothing was written.", count
    )
    click.secho(text.format(count=count), fg="red", err=True)
