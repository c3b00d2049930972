"""A theme: the look of an edition, apart from what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.model.files import RawFile

CLASSIC = "classique"
"""The theme of an edition for which none is named."""


@dataclass(frozen=True, slots=True)
class NamedTheme:
    """A theme as a dossier names it."""

    name: str = ""
    """"" where none is named."""
    line: int = field(default=0, compare=False)


UNNAMED = NamedTheme()


@dataclass(frozen=True, slots=True)
class RawTheme:
    """The files of a theme's folder, unread; a missing one is None."""

    name: str
    """Of its folder."""
    path: str
    built_in: bool = False
    tokens: RawFile | None = None
    """`tokens.css`."""
    about: RawFile | None = None
    """`theme.toml`."""
    print: RawFile | None = None
    """`print.css`."""
    screen: RawFile | None = None
    """`screen.css`."""


@dataclass(frozen=True, slots=True)
class Token:
    """One custom property of CSS."""

    value: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, read."""

    name: str
    title: str = ""
    descriptions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By language, `fr` or `en`."""
    tokens: Mapping[str, Token] = field(default_factory=lambda: MappingProxyType({}))
    """By name, without `--`."""
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """CSS beyond the tokens, by medium: `print`, `screen`."""

    @property
    def css(self) -> str:
        """The tokens as a style sheet."""
        lines = (f"  --{name}: {token.value};" for name, token in self.tokens.items())
        return "\n".join((":root {", *lines, "}"))
