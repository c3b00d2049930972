"""What `briefing send --listmonk` says: what is there, and the draft that it made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from briefing.cli.reporting import human_size
from briefing.errors import UsageError
from briefing.messages import _, ngettext, shown
from briefing.model.finding import message
from briefing.sending.credentials import LISTMONK, find_credentials
from briefing.sending.listmonk.address import parse_url
from briefing.sending.listmonk.client import Client
from briefing.sending.listmonk.draft import Campaign, Survey, make_draft, survey
from briefing.sending.listmonk.folder import Newsletter, read_newsletter
from briefing.sending.reporting import draft_json


def put_draft(options: dict[str, Any]) -> int:
    """Look, show, make the draft unless it is there; return the exit code."""
    newsletter = read_newsletter(Path(options["target"]), fragment=options["fragment"])
    lists = parse_lists(options["lists"])
    address = parse_url(options["listmonk"])
    client = _client(options)
    found = survey(client, newsletter, lists)
    text = options["format_"] == "text"
    if text:
        for line in _summary(newsletter, found, str(address)):
            click.echo(line)
    campaign = found.campaign
    if campaign is None and not options["dry_run"]:
        campaign = make_draft(client, newsletter, lists, options["template"] or 0)
    if text:
        click.echo(_conclusion(campaign, str(address)))
    else:
        click.echo(draft_json(newsletter, found, campaign, str(address)), nl=False)
    attached = campaign is None or bool(campaign.media)
    if not attached:
        click.echo(_("The PDF isn't attached to it: attach it in listmonk."), err=True)
    return 0 if attached else 1


def parse_lists(text: str) -> tuple[int, ...]:
    """Read `1,2`; raises `UsageError` if these are no numbers."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise UsageError(
            message("“{text}” isn't a list of numbers", text=text), message("write it as 1,2")
        )
    return tuple(dict.fromkeys(map(int, parts)))


def _client(options: dict[str, Any]) -> Client:
    address = parse_url(options["listmonk"])
    credentials = find_credentials(LISTMONK, address.host, options["user"] or "")
    if credentials is None:
        raise UsageError(
            message("listmonk wants an API user"),
            message(
                "set {user} and {secret} (Admin → Users in listmonk)",
                user=LISTMONK.user,
                secret=LISTMONK.secret,
            ),
        )
    return Client(address, credentials, options["timeout"], options["ca_file"] or "")


def _summary(newsletter: Newsletter, found: Survey, address: str) -> Iterator[str]:
    yield _("Newsletter: {subject}").format(subject=shown(newsletter.subject))
    yield _("Attached: {names}").format(
        names=f"{shown(newsletter.pdf_name)} ({human_size(len(newsletter.pdf))})"
    )
    yield _("To listmonk: {address}").format(address=address)
    for one in found.lists:
        text = ngettext(
            "List {number}: {name} ({count} subscriber)",
            "List {number}: {name} ({count} subscribers)",
            one.subscribers,
        )
        yield text.format(number=one.id, name=shown(one.name), count=one.subscribers)
    if found.media and found.campaign is None:
        numbers = ", ".join(map(str, found.media))
        text = _("Its media have a file of this name already, maybe of a run cut off: {numbers}")
        yield text.format(numbers=numbers)


def _conclusion(campaign: Campaign | None, address: str) -> str:
    if campaign is None:
        return _("Nothing was done: without --dry-run, a draft would be made.")
    place = f"{address}/admin/campaigns/{campaign.id}"
    if campaign.made:
        return _("A draft was made; send it from listmonk: {place}").format(place=place)
    text = _("It is there already ({status}), and nothing was done: {place}")
    return text.format(status=shown(campaign.status), place=place)
