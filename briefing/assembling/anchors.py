"""Stable anchors from ids, for links inside an edition."""

from __future__ import annotations

import re
import unicodedata

# Neither stands in an id of an extract: `a-b#c` and `a#b-c` must not meet in one anchor.
_SEPARATORS = str.maketrans({"#": ":", "/": ":"})
_UNSAFE = re.compile(r"[^A-Za-z0-9:._-]+")


def anchor(kind: str, id_: str) -> str:
    """Return an ASCII anchor such as `position-minic-2025:objectifs`."""
    letters = unicodedata.normalize("NFKD", id_.translate(_SEPARATORS))
    ascii_ = "".join(c for c in letters if not unicodedata.combining(c))
    return f"{kind}-{_UNSAFE.sub('-', ascii_)}"
