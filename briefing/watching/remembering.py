"""What needn't be done again: fiches read, documents opened and searched, paragraphs set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from briefing.anchoring import Locator
from briefing.documents import read_document
from briefing.gathering import Readers
from briefing.model.finding import Finding
from briefing.reading.fiche import Fiche, read_fiche
from briefing.typesetting import Typesetter

DOCUMENTS = 256
PARAGRAPHS = 50_000
"""Those remembered at the most."""


class FicheMemory:
    """Reads a fiche as `read_fiche` does, unless nothing changed for it since the last time."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, tuple[Fiche | None, tuple[Finding, ...]]]] = {}

    def __call__(self, text: str, *, path: str, **given: Any) -> tuple[Fiche | None, list[Finding]]:  # noqa: ANN401 - as `read_fiche`
        """Read the fiche `text`; what else is given is compared by its value."""
        asked = (text, given)
        known = self._kept.get(path)
        if known is None or known[0] != asked:
            fiche, findings = read_fiche(text, path=path, **given)
            known = self._kept[path] = (asked, (fiche, tuple(findings)))
        fiche, kept = known[1]
        return fiche, list(kept)


def remembering_readers() -> Readers:
    """Return readers that remember what they read, in a memory of their own."""
    return Readers(
        fiche=FicheMemory(),
        document=lru_cache(DOCUMENTS)(read_document),
        locator=lru_cache(DOCUMENTS)(Locator),
    )


def remembering_typesetter() -> type[Typesetter]:
    """Return a typesetter that remembers what it set, whatever the language and the house."""
    memory: dict[object, list[str]] = {}

    class RememberingTypesetter(Typesetter):
        __slots__ = ()

        def spans(self, parts: Sequence[str], *, frozen: Collection[int] = ()) -> list[str]:
            key = (self.locale, self.house, tuple(parts), frozenset(frozen))
            if key not in memory:
                if len(memory) >= PARAGRAPHS:
                    memory.clear()
                memory[key] = super().spans(parts, frozen=frozen)
            return list(memory[key])

    return RememberingTypesetter
