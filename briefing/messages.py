"""Messages in the user's language: French where the locale is French, English otherwise.

Only the command line imports this module: the core makes `Message` values and knows no locale.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING

from briefing.resources import locale_folder

if TYPE_CHECKING:
    from briefing.model.finding import Message, Value

DOMAIN = "briefing"

# Click looks its own words up in the default domain: ours holds them too.
gettext.bindtextdomain(DOMAIN, str(locale_folder()))
gettext.textdomain(DOMAIN)

_ = gettext.gettext
ngettext = gettext.ngettext


def translate(message: Message) -> str:
    """Return `message` in the user's language."""
    return _filled(_(message.template), message.values)


_PICTURES = 0x2400
"""Where Unicode draws the C0 controls, in their order."""
_SHOWN: dict[int, int | str] = {sign: _PICTURES + sign for sign in range(0x20)}
_SHOWN |= dict.fromkeys(map(ord, "\t\n\r"), " ")
_SHOWN |= {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def shown(text: str) -> str:
    """Return `text` from a file as one line that a terminal shows and doesn't obey.

    Controls (C0, C1) become their pictures or �, and so do lone surrogates, which are no UTF-8.
    """
    return text.translate(_SHOWN)


def decimal(number: float, spec: str = "") -> str:
    """Return a number with the decimal sign of the user's language: « 4,5 »."""
    text = format(number, spec)
    return text.replace(".", ",") if _("en-US").startswith("fr") else text


def _written(value: Value, spec: str) -> str:
    return decimal(value, spec) if isinstance(value, float) else format(value, spec)


_GUILLEMETS = re.compile(r"«\s*([^«»]*?)\s*»")


def _filled(template: str, values: Mapping[str, Value]) -> str:
    """Fill `template`; a text quoted between « » has “ ” in the place of its own."""
    pieces: list[str] = []
    quoted = False
    for literal, name, spec, _conversion in Formatter().parse(template):
        pieces.append(literal)
        quoted = literal.rfind("«") > literal.rfind("»") if re.search("[«»]", literal) else quoted
        if name is not None:
            value = shown(_written(values[name], spec or ""))
            pieces.append(_GUILLEMETS.sub(r"“\1”", value) if quoted else value)
    return "".join(pieces)
