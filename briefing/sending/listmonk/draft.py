"""A newsletter put into listmonk as a draft; starting the campaign is left to its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import UsageError
from briefing.model.finding import message
from briefing.sending.listmonk.client import Client, ListmonkError
from briefing.sending.listmonk.escaping import escape_html, escape_text
from briefing.sending.listmonk.folder import Newsletter, with_addresses
from briefing.sending.listmonk.multipart import encode_file

_PAGE = 100
_MOST_PAGES = 100


@dataclass(frozen=True, slots=True)
class MailingList:
    """A list of listmonk."""

    id: int
    name: str
    subscribers: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign that holds the newsletter."""

    id: int
    name: str
    status: str
    media: tuple[int, ...]
    """Numbers of its attachments."""
    made: bool = False
    """Whether by this run."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is there before anything is done."""

    lists: tuple[MailingList, ...]
    campaign: Campaign | None
    media: tuple[int, ...]
    """Files of the PDF's name, as an interrupted run may have left one."""


def survey(client: Client, newsletter: Newsletter, lists: Sequence[int]) -> Survey:
    """Look, and change nothing; raises `UsageError` if a list doesn't exist."""
    found = tuple(_list(client, number) for number in lists)
    names = [
        entry
        for entry in _pages(client, "/api/media")
        if entry.get("filename") == newsletter.pdf_name
    ]
    return Survey(
        found, find_campaign(client, newsletter), tuple(_number(entry) for entry in names)
    )


def make_draft(
    client: Client, newsletter: Newsletter, lists: Sequence[int], template: int = 0
) -> Campaign:
    """Upload pictures and PDF, then make the campaign; when that is refused, take them back.

    Raises `ListmonkError` that says what was left there, if anything was.
    """
    media: list[int] = []
    try:
        addresses = {name: _show(client, name, data, media) for name, data in newsletter.pictures}
        placed = replace(newsletter, html=with_addresses(newsletter.html, addresses))
        _upload(client, newsletter.pdf_name, "application/pdf", newsletter.pdf, media)
        answer = client.post("/api/campaigns", fields_of(placed, lists, media[-1], template))
    except ListmonkError as fault:
        return _rescued(client, newsletter, media, fault)
    return replace(_campaign(answer), made=True)


def _upload(client: Client, name: str, kind: str, data: bytes, media: list[int]) -> object:
    answer = client.send("/api/media", *encode_file("file", name, kind, data))
    media.append(_number(answer))
    return answer


def _show(client: Client, name: str, data: bytes, media: list[int]) -> str:
    """Upload a picture; return its address, `uri` in older versions."""
    kind = "image/png" if name.endswith("png") else "image/jpeg"
    answer = _upload(client, name, kind, data, media)
    address = (answer.get("url") or answer.get("uri")) if isinstance(answer, dict) else None
    if not isinstance(address, str):
        raise ListmonkError(message("listmonk gives no address for “{name}”", name=name))
    return client.whole(address)


def fields_of(
    newsletter: Newsletter, lists: Sequence[int], media: int, template: int = 0
) -> dict[str, Any]:
    """Return what is asked of `POST /api/campaigns`; without a status, it makes a draft."""
    fields: dict[str, Any] = {
        "name": f"{newsletter.subject} · {newsletter.fingerprint[:8]}",
        "subject": escape_text(newsletter.subject),
        "lists": list(lists),
        "type": "regular",
        "content_type": "html",
        "body": escape_html(newsletter.html),
        "altbody": escape_text(newsletter.text),
        "messenger": "email",
        "tags": ["briefing", newsletter.tag],
        "media": [media],
    }
    return {**fields, "template_id": template} if template else fields


def find_campaign(client: Client, newsletter: Newsletter) -> Campaign | None:
    """Return the campaign of this very newsletter, whatever became of it since."""
    for entry in _pages(client, "/api/campaigns", no_body="true"):
        tags = entry.get("tags")
        if isinstance(tags, list) and newsletter.tag in tags:
            return _campaign(entry)
    return None


def _rescued(
    client: Client, newsletter: Newsletter, media: Sequence[int], fault: ListmonkError
) -> Campaign:
    """Leave nothing half-made; if listmonk may have made the campaign all the same, look for it."""
    with suppress(ListmonkError):
        if fault.unanswered:
            found = find_campaign(client, newsletter)
            if found:
                return replace(found, made=True)
        else:
            media = _left(client, media)
    if not media:
        raise fault
    numbers = ", ".join(map(str, media))
    raise ListmonkError(
        fault.message,
        message(
            "files are left in its media ({numbers}); run again: it looks before it makes",
            numbers=numbers,
        ),
        status=fault.status,
        unanswered=fault.unanswered,
    ) from fault


def _left(client: Client, media: Sequence[int]) -> list[int]:
    """Take files back; return those that listmonk keeps."""
    left = []
    for number in media:
        try:
            client.delete(f"/api/media/{number}")
        except ListmonkError:
            left.append(number)
    return left


def _list(client: Client, number: int) -> MailingList:
    try:
        entry = client.get(f"/api/lists/{number}")
    except ListmonkError as fault:
        if fault.status not in (400, 404):
            raise
        raise UsageError(
            message("listmonk has no list {number}", number=number),
            message("its page Lists shows their numbers"),
        ) from fault
    count = entry.get("subscriber_count", 0) if isinstance(entry, dict) else 0
    name = str(entry.get("name", "")) if isinstance(entry, dict) else ""
    return MailingList(number, name, count if isinstance(count, int) else 0)


def _pages(client: Client, path: str, **query: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of every page; an older listmonk gives its media all at once, as a list."""
    seen = 0
    for page in range(1, _MOST_PAGES + 1):
        data = client.get(path, page=page, per_page=_PAGE, **query)
        entries = data.get("results") if isinstance(data, dict) else data
        if not isinstance(entries, list):
            return
        yield from (entry for entry in entries if isinstance(entry, dict))
        seen += len(entries)
        total = data.get("total") if isinstance(data, dict) else None
        if not entries or not isinstance(total, int) or seen >= total:
            return


def _campaign(answer: object) -> Campaign:
    number, entry = _number(answer), answer if isinstance(answer, dict) else {}
    media = entry.get("media")
    attached = tuple(_number(one) for one in media) if isinstance(media, list) else ()
    return Campaign(number, str(entry.get("name", "")), str(entry.get("status", "")), attached)


def _number(entry: object) -> int:
    number = entry.get("id") if isinstance(entry, dict) else None
    if isinstance(number, int):
        return number
    raise ListmonkError(message("listmonk's answer names no number"), message("check the address"))
