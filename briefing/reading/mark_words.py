"""What stands for a mark of confidentiality in a text, or looks as if it were meant for one."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category, normalize

from briefing.model.finding import message
from briefing.model.text import RichText, plain
from briefing.model.vocabulary import Tlp
from briefing.reading.findings import fold
from briefing.reading.tags import members_of

MARK: Final = re.compile(r"\s*\{\s*tlp\s*[=:]\s*([^{}]*?)\s*\}\s*\Z", re.IGNORECASE)
"""A mark that ends what it marks."""
MISPLACED: Final = message("a mark {{tlp=…}} marks nothing here").template
MARK_KEY: Final = message('write tlp = "amber" on a line of its own').template
MARK_TAG: Final = message("write “- tlp : amber” on a line of its own").template
_LIKE: Final = re.compile(
    r"\{[^{}]*\btlp\b|[\[(]\s*tlp\s*=|"
    r"\{\W*(?:\w{1,5}\s*[=:]\s*)?\W?(?:clear|green|amber(?:\s*\+\s*strict)?|red)\W*\}"
)
"""Braces around a mark, or its name; other brackets around « tlp= »."""


def looks_marked(text: str) -> bool:
    """Say whether `text` holds a mark, or what was meant for one: of other signs, misspelt."""
    if text.isascii() and not {"{", "[", "("}.intersection(text):
        return False
    seen = "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")
    return _LIKE.search(seen.casefold()) is not None


def named_mark(name: str) -> Tlp | None:
    """Return the mark of this name, be it « TLP:RED »; None if there is none."""
    return members_of(Tlp).get(fold(name).removeprefix("tlp:").strip())


def told_mark(spans: RichText) -> Tlp | None:
    """Return the mark that prose bears, `red` for one that isn't sound; None without any."""
    if not looks_marked(plain(spans)):
        return None
    found = MARK.search(spans[-1].text)
    return (named_mark(found[1]) if found else None) or Tlp.RED


def stricter(one: Tlp, other: Tlp | None) -> Tlp:
    """Return the mark that restricts more."""
    return max(one, other or one, key=lambda mark: mark.rank)
