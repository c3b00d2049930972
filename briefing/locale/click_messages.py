"""What Click itself says to our users.

Click looks its words up in our catalogues and ships no French. They stand here to be extracted
with our own; a test tells when a new release of Click says them otherwise.
"""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

HELP = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Positional arguments"),
    _("default: {default}"),
    _("required"),
    _("Show this message and exit."),
    _("Show the version and exit."),
    _("%(prog)s, version %(version)s"),
    _("Try '{command} {option}' for help."),
)

ERRORS = (
    _("Aborted!"),
    _("Error: {message}"),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing parameter"),
    _("No such command {name!r}."),
    _("No such option {name!r}."),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
    _("Option {name!r} does not take a value."),
    ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
)

VALUES = (
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    _("file"),
    _("directory"),
    _("path"),
    _("{name} {filename!r} does not exist."),
    _("{name} {filename!r} is a file."),
    _("{name} {filename!r} is a directory."),
    _("{name} {filename!r} is not readable."),
    _("{name} {filename!r} is not writable."),
)
