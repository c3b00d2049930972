"""Build hook: compile the message catalogues before a wheel or an editable install is made."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """What hatchling calls before it builds a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile every catalogue of the tree."""
        compile_catalogues(Path(self.root) / "briefing" / "locale")


def compile_catalogues(folder: Path) -> tuple[Path, ...]:
    """Compile each `.po` under `folder` to the `.mo` beside it.

    Args:
        folder: The folder of the locales.

    Returns:
        The compiled catalogues, written or already up to date.
    """
    return tuple(_compile(source) for source in sorted(folder.glob("*/LC_MESSAGES/*.po")))


def _compile(source: Path) -> Path:
    """Compile one catalogue; fuzzy entries are left out."""
    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parent.parent.name)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    target = source.with_suffix(".mo")
    _replace(target, compiled.getvalue())
    return target


def _replace(target: Path, content: bytes) -> None:
    """Write `content` in one step: a program may be reading its messages meanwhile."""
    if target.exists() and target.read_bytes() == content:
        return
    partial = target.with_suffix(f".{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(target)
