"""A feed written as Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.feeding.names import address, feed_id, host_of
from briefing.feeding.values import PDF, Entry, Settings
from briefing.model.text import RichText, Span

_NO_XML: Final = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, and the controls that it advises against."""
_SIGNS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_XHTML: Final = "http://www.w3.org/1999/xhtml"


def atom(entries: Sequence[Entry], settings: Settings) -> bytes:
    """Return the feed of `entries`, at least one; the same entries give the same bytes."""
    return ("\n".join(_feed(entries, settings)) + "\n").encode()


def _feed(entries: Sequence[Entry], settings: Settings) -> Iterator[str]:
    language = entries[0].told.language
    itself = settings.itself or address(settings.base, settings.name)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_written(language)}">'
    yield _element("id", feed_id(settings))
    yield _element("title", title_of(entries, settings))
    yield _element("updated", max(entry.updated for entry in entries))
    yield _link("self", itself, "application/atom+xml")
    version = f' version="{_written(settings.generator)}"' if settings.generator else ""
    yield f"<generator{version}>briefing</generator>"
    if settings.rights:
        yield _element("rights", settings.rights)
    for entry in entries:
        yield from _entry(entry, settings, language)
    yield "</feed>"


def title_of(entries: Iterable[Entry], settings: Settings) -> str:
    """Return the title of the feed: what it is told, else the one house, else the host."""
    houses = {entry.told.house for entry in entries}
    one = houses.pop() if len(houses) == 1 else ""
    return settings.title or one or host_of(settings.base)


def _entry(entry: Entry, settings: Settings, language: str) -> Iterator[str]:
    told = entry.told
    foreign = f' xml:lang="{_written(told.language)}"' if told.language != language else ""
    yield f"<entry{foreign}>"
    yield _element("id", entry.id)
    yield _element("title", told.title)
    yield _element("updated", entry.updated)
    for author in told.authors or [told.house or title_of([entry], settings)]:
        yield f"<author>{_element('name', author)}</author>"
    first = entry.files[0]
    yield _link("alternate", address(settings.base, first.name), first.media_type)
    for file in entry.files:
        if file.media_type == PDF:
            yield _link("enclosure", address(settings.base, file.name), PDF, file.size)
    if told.summary:
        yield _element("summary", told.summary)
    if told.key_points:
        yield _content(told.key_points)
    if told.rights:
        yield _element("rights", told.rights)
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_written(text)}</{name}>"


def _link(relation: str, target: str, media_type: str, length: int | None = None) -> str:
    size = "" if length is None else f' length="{length}"'
    return f'<link rel="{relation}" type="{media_type}"{size} href="{_written(target)}"/>'


def _content(points: Iterable[RichText]) -> str:
    items = "".join(f"<li>{''.join(map(_marked, point))}</li>" for point in points)
    return f'<content type="xhtml"><div xmlns="{_XHTML}"><ul>{items}</ul></div></content>'


def _marked(span: Span) -> str:
    text = _written(span.text)
    for wanted, tag in ((span.emphasis, "em"), (span.strong, "strong")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return text


def _written(text: str) -> str:
    """Return `text` as XML, each sign that no XML can hold replaced."""
    sound = _NO_XML.sub("\ufffd", text)
    return "".join(_SIGNS.get(sign, sign) for sign in sound)
