"""Files that a page holds, as `data:` addresses: an edition refers to nothing outside itself."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Final

from briefing.model.templates import Asset, Templates
from briefing.rendering.loading import find_asset

KINDS: Final = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
}
"""The media type of each suffix that a template may bring."""


def data_address(asset: Asset) -> str:
    """Return a file as an address that holds it (RFC 2397)."""
    return f"data:{asset.kind};base64,{base64.b64encode(asset.data).decode()}"


def asset_function(templates: Templates | None, place: str) -> Callable[[str], str]:
    """Return what templates of the folder `place` call for a file; it opens none."""
    known = templates or Templates(())

    def asset(name: str) -> str:
        return data_address(find_asset(known, str(name), place))

    return asset
