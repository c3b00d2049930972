"""Fonts made once: most of the time that a small PDF takes goes into its fonts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partialmethod
from hashlib import sha256
from typing import Any

import pytest

from briefing.outputs.engine import load_weasyprint

Clean = Callable[[Any, dict[int, str], bool], None]


class Fonts:
    """Remembers what WeasyPrint makes of a font, which depends on these glyphs and axes alone."""

    def __init__(self, clean: Clean) -> None:
        self.make = clean
        self._made: dict[object, tuple[bytes, dict[str, float]]] = {}

    def clean(self, font: Any, letters: dict[int, str], hinting: bool) -> None:
        glyphs = tuple(sorted(letters.items()))
        axes = tuple(sorted(font.variations.items()))
        traits = (font.weight, font.style, font.font_size, font.index, hinting)
        key = (sha256(font.file_content).digest(), glyphs, axes, traits)
        if key not in self._made:
            self.make(font, letters, hinting)
            self._made[key] = (font.file_content, dict(font.variations))
        font.file_content, axes_made = self._made[key]
        font.variations.update(axes_made)


def _clean(font: Any, fonts: Fonts, letters: dict[int, str], hinting: bool) -> None:
    fonts.clean(font, letters, hinting)


@contextmanager
def remembered_fonts() -> Iterator[Fonts]:
    """Have WeasyPrint make each font once."""
    font = load_weasyprint().pdf.fonts.Font
    made = Fonts(font.clean)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(font, "clean", partialmethod(_clean, made))
        yield made
