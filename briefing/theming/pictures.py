"""Pictures inside a style sheet, in the colours of the theme: CSS gives them no variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from briefing.model.theme import Token

_PICTURE: Final = re.compile(r'url\("data:image/svg\+xml[^"]*"\)')
_SAFE: Final = re.compile(r"[#\w.,%() -]*\Z")
"""Values that can't end the picture."""
_USE: Final = re.compile(r"var\(--([\w-]+)\)")


def coloured(css: str, tokens: Mapping[str, Token]) -> str:
    """Return `css` with `var(--hatch)` in its pictures replaced by the value of the token.

    What is no token stays as it is.
    """
    return _PICTURE.sub(lambda picture: _USE.sub(_value(tokens), picture[0]), css)


def resolved(css: str, tokens: Mapping[str, Token]) -> str:
    """Return `css` with every `var(--token)` replaced by the value of the token."""
    return _USE.sub(_value(tokens, number_sign="#"), css)


def _value(tokens: Mapping[str, Token], number_sign: str = "%23") -> Callable[[re.Match[str]], str]:
    def value(found: re.Match[str]) -> str:
        token = tokens.get(found[1])
        if token is None or not _SAFE.match(token.value):
            return found[0]
        return token.value.replace("#", number_sign)

    return value
