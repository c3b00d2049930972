"""`[courriel]`: how the briefing travels by e-mail."""

from __future__ import annotations

import re
from typing import Final

from briefing.mailing.addresses import parse_address
from briefing.mailing.fields import LIST_HEADERS, field_fault, is_one_click, list_header_fault
from briefing.model.finding import Message, message
from briefing.model.mailing import ATTACHMENT_LIMIT, NO_MAILING, Address, Mailing
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.tables import Table

MAILING: Final = "courriel"
_MEGABYTE: Final = 1_000_000
_LARGEST: Final = 100
"""Megabytes that anybody may set: more is a mistake of units."""
_WEB: Final = re.compile(r"https?://[^\s/<>\"{}|\\^`]+(?:/(?:[^\s<>\"{}|\\^`]|\{fichier\})*)?")


def read_mailing(root: Table) -> Mailing:
    """Read `[courriel]`; what would break a header is told at its line (BR370 to BR373).

    Where it gives no subject, the title is one, and must be fit for it.
    """
    table = root.table(MAILING)
    if not table.names():
        return NO_MAILING
    mailing = Mailing(
        subject=_line(table, "objet"),
        preheader=_line(table, "accroche"),
        sender=_address(table, "expéditeur"),
        reply_to=_address(table, "répondre-à"),
        web=_web(table),
        headers=tuple(_headers(table.table("en-têtes"))),
        attachment_limit=_limit(table),
        cover=table.flag("couverture") is not False,
        thumbnail=table.flag("vignette") is True,
        path=table.file.path,
        line=table.line(),
    )
    if not mailing.subject:
        _line(root, "titre")
    if not mailing.preheader:
        _line(root, "sous-titre")
    table.close()
    return mailing


def _line(table: Table, key: str) -> str:
    """Read what becomes a header."""
    value = table.text(key).strip()
    if fault := field_fault(value):
        _tell(table, "BR371", key, fault, message("write it on one line, in plain words"))
        return ""
    return value


def _address(table: Table, key: str) -> Address | None:
    value = table.text(key).strip()
    if not value:
        return None
    found = parse_address(value)
    if isinstance(found, Address):
        return found
    hint = message('write {key} = "La rédaction <redaction@exemple.fr>"', key=fold(key))
    _tell(table, "BR370", key, found, hint)
    return None


def _web(table: Table) -> str:
    value = table.text("web").strip()
    if not value or _WEB.fullmatch(value):
        return value
    hint = message('write web = "https://exemple.fr/notes/{{fichier}}.html"')
    _tell(table, "BR373", "web", message("“{text}” is no address of a page", text=value[:80]), hint)
    return ""


def _headers(table: Table) -> list[tuple[str, str]]:
    known = {name.casefold(): name for name in LIST_HEADERS}
    found = []
    for key in table.names():
        value = table.text(key).strip()
        name = known.get(key.casefold())
        if is_one_click(key):
            said = message("“{key}” promises what nobody serves here", key=key)
            _tell(table, "BR372", key, said, message("leave it out; List-Unsubscribe may stay"))
        elif name is None:
            hint = did_you_mean(key, LIST_HEADERS)
            _tell(table, "BR372", key, message("“{key}” is no header of a list", key=key), hint)
        elif fault := list_header_fault(name, value):
            _tell(table, "BR372", key, fault)
        else:
            found.append((name, value))
    return found


def _limit(table: Table) -> int:
    given = table.number("limite", "10")
    if given is None:
        return ATTACHMENT_LIMIT
    if not 0 < given <= _LARGEST:
        table.fault(
            "BR330",
            "limite",
            "“{key}” is a number of megabytes, {most} at the most",
            key="limite",
            most=_LARGEST,
        )
        return ATTACHMENT_LIMIT
    return int(given * _MEGABYTE)


def _tell(table: Table, code: str, key: str, said: Message, hint: Message | None = None) -> None:
    place = table.file
    place.findings.append(error(code, place.path, table.line(key), said, hint))
