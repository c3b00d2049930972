"""One number for a set of files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_FRAME = 8
"""Bytes of a length in what is hashed."""


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the SHA-256 of names and contents, in hexadecimal.

    In the order of the names, each name and content after its length in 8 bytes, the most
    significant first: no two sets of files are hashed alike.
    """
    digest = hashlib.sha256()
    for name, data in sorted(files):
        for part in (name.encode(), data):
            digest.update(len(part).to_bytes(_FRAME, "big") + part)
    return digest.hexdigest()
