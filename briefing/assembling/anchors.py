"""Stable anchors from ids, for links inside an edition."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(r"[^a-z0-9]+")


def anchor(kind: str, id_: str) -> str:
    """Return an ASCII anchor such as `position-minic-2025-objectifs`."""
    letters = unicodedata.normalize("NFKD", id_.casefold())
    ascii_ = "".join(c for c in letters if not unicodedata.combining(c))
    return f"{kind}-{_UNSAFE.sub('-', ascii_).strip('-')}"
