"""What the e-mail uses of HTML and CSS that some program of mail lacks, and why it does all the same.

The list is of caniemail.com's features. What is on it may be supported in part by any program, for
the reason given; by none but those named may it be missing. All else must work everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.validation import gates
from tests.validation.mail_parsers import SCRIPTS

CLIENTS: Final = (
    *("gmail.*", "outlook.*", "apple-mail.*", "yahoo.*"),
    *("orange.*", "laposte.*", "thunderbird.*"),
)
_WORD: Final = ("outlook.windows", "outlook.windows-mail")
"""The two that draw with Word's engine."""
_BARE: Final = ("gmail.mobile-webmail", "laposte.desktop-webmail")
"""The two that drop style sheets."""
_ORANGE: Final = ("orange.android", "orange.desktop-webmail", "orange.ios")
_YAHOO: Final = ("yahoo.android", "yahoo.desktop-webmail", "yahoo.ios")


@dataclass(frozen=True, slots=True)
class Allowed:
    """Why a feature is used, and where it may do nothing at all."""

    reason: str
    without: tuple[str, ...] = ()


ALLOWED: Final[Mapping[str, Allowed]] = {
    # ---- Styles
    "<style> element": Allowed("only what a query asks stands in it; all else is inline", _BARE),
    "@media": Allowed(
        "night and phones; without it the message is the one by day, which fits any width",
        (*_BARE, *_WORD, "thunderbird.macos"),
    ),
    # ---- The frame
    "<body> element": Allowed(
        "its ground and type stand on the outer table too",
        ("laposte.desktop-webmail", "outlook.macos", "yahoo.android", "yahoo.ios"),
    ),
    "role attribute": Allowed(
        "tells a screen reader that a table is no table; where it goes, cells are read in order",
        (*_ORANGE, "outlook.windows-mail"),
    ),
    "lang attribute": Allowed(
        "for hyphenation and voices; where it goes, the reader's own", ("orange.desktop-webmail",)
    ),
    "align attribute": Allowed("centres in a cell; it isn't used on a table"),
    "cellpadding attribute": Allowed("0, for Word; the padding is that of CSS"),
    "cellspacing attribute": Allowed("0, for Word"),
    "width attribute": Allowed("for Word, in pixels on pictures and per cent on tables alone"),
    "height attribute": Allowed("of pictures, in pixels"),
    "width property": Allowed("on tables and cells; pictures have the attribute as well"),
    "height property": Allowed("“auto” on pictures: as a least height it changes nothing", _YAHOO),
    "max-width": Allowed("on tables Word heeds it; on an iPhone the screen is narrower"),
    "<img> element": Allowed("in the message itself, as JPEG or PNG; its text says what it shows"),
    "border": Allowed("5 pixels at most, and on cells and tables"),
    "padding": Allowed("on cells; the button's goes in Word, and it stays a link on its ground"),
    "margin": Allowed("none is negative; “auto” centres where “align” has done so already"),
    # ---- Type
    "<ul>, <ol> and <dl>": Allowed(
        "not reversed; Word closes a list at “value”, and keeps numbers"
    ),
    "font-size": Allowed("in pixels"),
    "font-weight": Allowed("“bold” and “normal”"),
    "line-height": Allowed("in pixels: in Word, lines are a little looser"),
    "text-align": Allowed("“left” and “right”"),
    "text-decoration": Allowed("“none” on the button, underlined on an iPhone", ("orange.ios",)),
    "white-space": Allowed("keeps “[1, 2]” in one line, else it breaks at a space", _WORD),
    # ---- Colours and corners
    "background": Allowed("a colour alone"),
    "background-color": Allowed("in hexadecimal"),
    "border-radius": Allowed("3 pixels of the button, else square", (*_WORD, *_ORANGE)),
    # ---- The preheader, hidden by several means, each for who lacks another
    "display": Allowed("“none”, “block” and “inline-block”"),
    "display:none": Allowed(
        "where it does nothing, 1 pixel in the colour of the ground", ("gmail.mobile-webmail",)
    ),
    "overflow": Allowed("with no height at all; Word has “mso-hide” and “display: none”", _WORD),
}

UNKNOWN: Final = re.compile(
    r"CSS: “mso-hide”: Property “mso-hide” doesn't exist\."
    r"|The “(?:align|border|cellpadding|cellspacing|width)” attribute on the “t(?:able|d)” element"
    r" is obsolete\."
)
"""What the checker of HTML says of that which Word alone needs: its engine knows no other frame."""

Found = Mapping[str, Mapping[str, str]]
"""Feature → program → how it is supported."""


def lint(pages: Sequence[Path]) -> dict[str, Found]:
    """Return what isn't supported everywhere, by the name of the page."""
    modules = gates.module("caniemail").parent
    clients = ",".join(CLIENTS)
    paths = [str(page) for page in pages]
    told = json.loads(gates.run("node", SCRIPTS / "lint.mjs", modules, clients, *paths).stdout)
    return {page.stem: told[str(page)] for page in pages}


def unallowed(found: Found) -> Iterator[str]:
    """Yield what a page uses that isn't on the list, or that goes where the list doesn't say."""
    for feature, clients in found.items():
        if feature not in ALLOWED:
            yield f"{feature}: not on the list ({', '.join(sorted(clients))})"
            continue
        gone = {client for client, support in clients.items() if support.startswith("none")}
        for client in sorted(gone - set(ALLOWED[feature].without)):
            yield f"{feature}: {client} lacks it"
