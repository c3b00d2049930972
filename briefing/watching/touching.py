"""What a change on the disk touches; nothing, if it is an editor's or a tool's own file."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """What has to be done again."""

    TEXTS = "texts"
    """Reading and checking."""
    THEMES = "themes"
    """The same: a theme is checked with the dossier."""
    TEMPLATES = "templates"
    """Rendering alone."""


TEMPLATES: Final = "gabarits"
THEMES: Final = frozenset({"styles", "themes"})
_PASSING: Final = re.compile(
    r"[.#].*"  # hidden; .#lock and #save# of Emacs
    r"|.*(?:~|\.sw[a-p]|\.tmp|\.bak|\.part|\.crdownload|\.orig|\.pyc)"
    r"|4913|___jb_\w+___|__pycache__|node_modules",  # trials of Vim, safe writes of JetBrains
    re.IGNORECASE,
)


def touched(path: str) -> Part | None:
    """Return what the file at `path`, relative to its dossier with `/`, is part of."""
    names = [name for name in path.split("/") if name]
    if any(_PASSING.fullmatch(name) for name in names):
        return None
    if names and (names[0] == TEMPLATES or names[-1].endswith(".j2")):
        return Part.TEMPLATES
    if names and names[0] in THEMES:
        return Part.THEMES
    return Part.TEXTS
