"""Messages in the user's language: French where the locale is French, English otherwise.

Only the command line imports this module: the core makes `Message` values and knows no locale.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

from briefing.resources import locale_folder

if TYPE_CHECKING:
    from briefing.model.finding import Message

DOMAIN = "briefing"

# Click looks its own words up in the default domain: ours holds them too.
gettext.bindtextdomain(DOMAIN, str(locale_folder()))
gettext.textdomain(DOMAIN)

_ = gettext.gettext
ngettext = gettext.ngettext


def translate(message: Message) -> str:
    """Return `message` in the user's language."""
    return _(message.template).format_map(message.values)
