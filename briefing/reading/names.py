"""What a dossier declares, as the fiches may name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.reading.findings import fold


@dataclass(frozen=True, slots=True)
class NameTable:
    """Folded names and ids of things of one kind, to their ids."""

    ids: dict[str, str]
    shown: tuple[str, ...]
    """The spellings to propose."""

    def find(self, name: str) -> str | None:
        """Return the id of what `name` names, whatever its case and accents."""
        return self.ids.get(fold(name))


@dataclass(frozen=True, slots=True)
class Names:
    """The parties, issues and supportable items of a dossier."""

    parties: NameTable
    issues: NameTable
    supports: NameTable


def name_table(pairs: Iterable[tuple[str, str]]) -> NameTable:
    """Build a table from (id, name) pairs; both spellings find the id."""
    ids: dict[str, str] = {}
    shown: list[str] = []
    for id_, name in pairs:
        ids[fold(id_)] = id_
        ids.setdefault(fold(name), id_)
        shown.append(name)
    return NameTable(ids, tuple(shown))
