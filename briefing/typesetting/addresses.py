"""Where the address of a page may go over to the next line: never with a hyphen of ours.

Chicago Manual of Style, on the breaking of addresses: after the colon and the double slash, before a slash,
a full stop, a comma, a hyphen, an underscore, `? # % ~`, before or after `=` and `&`. So the
sign that begins a line tells that the address goes on, and one that ends it is no hyphenation.
"""

from __future__ import annotations

import re
from typing import Final

RESOLVER: Final = "https://doi.org/"
"""Before a DOI, it makes an address."""

_START: Final = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9+.-]*:(?://)?)?(?:[^/?#]*)")
_BREAK: Final = re.compile(r"(?<=[=&])|(?=[/.,\-_?#%~&=])")
_SCHEME: Final = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*://")
_LONGEST: Final = 24
"""Characters without a sign to break at; a longer run is cut anyway, or it would overhang."""
_LONGEST_START: Final = 32
"""Characters of an address, or of its scheme and host, that stay together."""
_SHORTEST: Final = 3
"""Characters that may stand alone on a line."""


def parts(address: str) -> list[str]:
    """Return the parts of `address`, each to be kept on one line; joined, they are `address`."""
    if len(address) <= _LONGEST_START:
        return [address] if address else []
    scheme = _SCHEME.match(address)
    start = _START.match(address)
    head = scheme[0] if scheme else ""
    host = start[0][len(head) :] if start else ""
    tail = _BREAK.split(address[len(head) + len(host) :])
    opening = (head + host,) if len(head + host) <= _LONGEST_START else (head, host)
    pieces = [chunk for piece in (*opening, *tail) for chunk in _chunks(piece)]
    return _without_crumbs(pieces)


def _chunks(piece: str) -> list[str]:
    if len(piece) <= _LONGEST_START:
        return [piece] if piece else []
    return [piece[at : at + _LONGEST] for at in range(0, len(piece), _LONGEST)]


def _without_crumbs(pieces: list[str]) -> list[str]:
    """Join short pieces, and what follows a hyphen, as far as a line holds them."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _belong(joined[-1], piece):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _belong(before: str, piece: str) -> bool:
    crumb = min(len(before), len(piece)) < _SHORTEST or before.endswith("-")
    return crumb and len(before) + len(piece) <= _LONGEST_START
