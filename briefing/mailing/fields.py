"""What may stand in a header: one line of text, which nothing in it turns into two."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.finding import Message, message

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""C0 and C1 controls, lone surrogates, and the separators that some parsers take for the end of a line."""
_ENCODED_WORD: Final = re.compile(r"=\?[^?\s]+\?[bq]\?", re.IGNORECASE)
"""How an encoded word begins (RFC 2047): what is decoded twice could hold anything."""
_LINKS: Final = re.compile(
    r"<(?:mailto:|https?://)[!-;=?-~]+>(?:\s*,\s*<(?:mailto:|https?://)[!-;=?-~]+>)*"
)
_LIST_ID: Final = re.compile(r"(?:[ !#-;=?-~]*\s)?<[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+>")
_ONE_CLICK: Final = "List-Unsubscribe-Post"
LIST_HEADERS: Final = (
    "List-Archive",
    "List-Help",
    "List-Id",
    "List-Owner",
    "List-Post",
    "List-Subscribe",
    "List-Unsubscribe",
)
"""Those that a dossier may give (RFC 2369, RFC 2919)."""
LONGEST_VALUE: Final = 900
"""Signs: a line of a message has 998 octets at the most (RFC 5322, 2.1.1)."""


def field_fault(value: str) -> Message | None:
    """Return why `value` can't stand in a header, if it can't."""
    if control := _CONTROL.search(value):
        return message("a header holds one line, and this has the sign {code}", code=_code(control))
    if word := _ENCODED_WORD.search(value):
        return message("“{word}” would be read as an encoded word", word=word[0])
    return None


def list_header_fault(name: str, value: str) -> Message | None:
    """Return why a dossier can't give this header, if it can't; `name` is one of `LIST_HEADERS`."""
    if fault := field_fault(value):
        return fault
    if len(value) > LONGEST_VALUE:
        return message("a header of {count} signs is too long", count=len(value))
    if name == "List-Id":
        if not _LIST_ID.fullmatch(value):
            return message("“{name}” is written: Notes <notes.exemple.fr>", name=name)
    elif not _LINKS.fullmatch(value) and (name, value) != ("List-Post", "NO"):
        return message("“{name}” is written: <mailto:…>, <https://…>", name=name)
    return None


def is_one_click(name: str) -> bool:
    """Say whether a header promises a one-click unsubscription (RFC 8058), which nobody serves."""
    return name.casefold() == _ONE_CLICK.casefold()


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"
