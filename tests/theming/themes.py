"""A theme that is right, to spoil in one place at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefing.model.files import RawFile
from briefing.model.theme import RawTheme
from briefing.theming.tokens import DAY, PARTIES

DARK, LIGHT = "#101010", "#fafafa"
TINTS = [name for name in PARTIES if not name.startswith("night-")]
GROUNDS = {"paper", "tint", "mark", "on-band", *TINTS}
PALETTE: Mapping[str, str] = {
    f"{time}{name}": LIGHT if (name in GROUNDS) is (time == "") else DARK
    for time in ("", "night-")
    for name in (*DAY, *TINTS)
}
"""Dark on light by day, light on dark by night."""


def tokens_css(**changed: str | None) -> str:
    """Return `tokens.css`, one token a line from line 2 on; `night_ink=None` leaves one out."""
    palette = dict(PALETTE)
    for key, value in changed.items():
        name = key.replace("_", "-")
        if value is None:
            del palette[name]
        else:
            palette[name] = value
    lines = [f"  --{name}: {value};" for name, value in palette.items()]
    return "\n".join([":root {", *lines, "}\n"])


def raw_theme(name: str = "maison", **files: str) -> RawTheme:
    """Return a theme whose files hold these texts: `tokens`, `about`, `print`, `screen`."""
    names = {"about": "theme.toml"}
    made: dict[str, Any] = {}
    for part, text in {"tokens": tokens_css(), **files}.items():
        file = names.get(part, f"{part}.css")
        made[part] = RawFile(f"{name}/{file}", file, text.encode())
    return replace(RawTheme(name, name), **made)
