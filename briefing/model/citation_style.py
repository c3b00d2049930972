"""A citation style that a dossier brings along, in place of the house style."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """An independent style in the Citation Style Language, CSL 1.0."""

    name: str
    """File name, relative to the dossier."""
    xml: str = field(default="", repr=False)
    """Its text, which was found fit to set references."""
