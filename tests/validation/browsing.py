"""How pages do in a browser: axe-core, the width of a phone, the keyboard, pictures of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.outputs.fonts import fontconfig_file
from tests.validation import gates

DRIVER = Path(__file__).with_name("browser.mjs")


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture to take of a page, from its top."""

    page: str
    width: int
    """CSS pixels."""
    scheme: str
    """`light` or `dark`."""

    @property
    def name(self) -> str:
        """The name of its file, without suffix."""
        return f"{self.page}-screen-{self.width}-{self.scheme}"


@dataclass(frozen=True, slots=True)
class Look:
    """What was found wrong with one page; `calls` is how many calls of notes it has."""

    axe: tuple[str, ...]
    overflow: Mapping[int, tuple[str, ...]]
    """By width of the window in CSS pixels: what makes it scroll sideways."""
    calls: int
    unreached: tuple[int, ...]
    """Calls that Tab never comes to, counted from 0."""
    unseen: tuple[str, ...]
    """What has the focus and doesn't show it."""
    lost: tuple[str, ...]
    """Ways to a note and back that lead elsewhere."""


def looks(pages: Mapping[str, Path]) -> dict[str, Look]:
    """Return how each of `pages`, which are by name, does."""
    return {name: _look(found) for name, found in _browse(pages, ()).items()}


def take_pictures(pages: Mapping[str, Path], screens: Sequence[Screen], folder: Path) -> None:
    """Write a PNG of each of `screens` into `folder`, under its name."""
    pictures = [
        {**asdict(s), "page": str(pages[s.page]), "path": str(folder / f"{s.name}.png")}
        for s in screens
    ]
    _browse({}, pictures)


def _browse(pages: Mapping[str, Path], pictures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    for name in ("axe-core", "playwright-core"):
        gates.module(name)
    gates.require_node()
    order = {
        "modules": str(gates.MODULES),
        "chromium": gates.program("chromium"),
        "pages": {name: str(path) for name, path in pages.items()},
        "pictures": list(pictures),
    }
    # Our fonts and no other: where a glyph is missing, each machine would put another.
    fonts = str(fontconfig_file())
    done = gates.run("node", DRIVER, given=json.dumps(order), FONTCONFIG_FILE=fonts)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _look(found: Mapping[str, Any]) -> Look:
    walk = found["walk"]
    return Look(
        axe=tuple(
            f"{when}: {fault['rule']} ({fault['times']} times): {fault['help']}: {fault['places']}"
            for when, faults in found["axe"].items()
            for fault in faults
        ),
        overflow={int(width): tuple(places) for width, places in found["overflow"].items()},
        calls=walk["calls"],
        unreached=tuple(walk["missed"]),
        unseen=tuple(walk["unseen"]),
        lost=tuple(walk["lost"]),
    )
